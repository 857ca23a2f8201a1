import type { Passage } from "../model/passage.ts";
import { cut } from "./cut.ts";
import { leaf, type Draft } from "./draft.ts";

/** `1)` or `1.` at the beginning, or after the end of a sentence or of another item. */
const ITEM = /(?:^|(?<=[.;:,)»"] ))(\d{1,2})[.)] (?=[\p{L}"«(])/gu;
/** A sentence that ends before one that begins with a capital letter. */
const SENTENCE = /(?<=[\p{Ll}\p{Nd})"»][.!?:;]) (?=["«(]?\p{Lu})/gu;

/**
 * Reads the paragraphs of a cell into its node: items by their numbers, what is between them by sentences, so that it
 * does not matter where the cell's lines broke. A cell of one sentence is the node's own words.
 */
export function readCell(node: Draft, paragraphs: readonly Passage[]): Draft {
  const parts = paragraphs.flatMap(partsOf);
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0 && only.type === "paragraph" && only.passage !== undefined)
    return { ...node, passage: only.passage };
  node.children.push(...parts);
  return node;
}

function partsOf(passage: Passage): Draft[] {
  const starts: { at: number; label: string; length: number }[] = [];
  let expected = 1;
  for (const match of passage.text.matchAll(ITEM)) {
    const number = Number(match[1]);
    if (number !== expected && number !== 1 && match.index > 0) continue;
    expected = number + 1;
    starts.push({ at: match.index, label: String(number), length: match[0].length });
  }
  const parts = sentences(cut(passage, 0, starts[0]?.at ?? passage.text.length));
  for (const [index, { at, label, length }] of starts.entries()) {
    const own = cut(passage, at + length, starts[index + 1]?.at ?? passage.text.length);
    const [first, ...rest] =
      index === starts.length - 1 || own.text.includes(":") ? sentences(own) : [leaf("paragraph", own)];
    if (first?.passage !== undefined)
      parts.push(leaf("item", first.passage, { label, marker: cut(passage, at, at + length) }));
    parts.push(...rest);
  }
  return parts;
}

function sentences(passage: Passage): Draft[] {
  if (passage.text === "") return [];
  const drafts: Draft[] = [];
  let start = 0;
  for (const { index } of passage.text.matchAll(SENTENCE)) {
    drafts.push(leaf("paragraph", cut(passage, start, index)));
    start = index + 1;
  }
  drafts.push(leaf("paragraph", cut(passage, start)));
  return drafts;
}
