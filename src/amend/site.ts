import { wordMarks } from "../diff/marks.ts";
import type { AmendLanguage } from "../language/amend-words.ts";
import type { AmendReason, AmendStep, AmendedPlace, Wording } from "../model/amendment.ts";
import { slicePassage, sourceSpans, type Passage } from "../model/passage.ts";
import type { TextEdit } from "./edits.ts";
import { edgesOf, type Flat, type Scope } from "./flat.ts";
import type { Looked } from "./locate.ts";
import { lineStart, type Page } from "./page.ts";
import type { AmendText } from "./paragraphs.ts";
import { rowsOf } from "./table-text.ts";

/** Edits with the places that they change, or why there are none. */
export type Made =
  | { readonly edits: readonly TextEdit[]; readonly places: readonly AmendedPlace[] }
  | { readonly because: AmendReason; readonly cites?: readonly string[]; readonly words?: string };

/** The text of the act that amends, and what it is called in the place of what was taken out. */
export interface Amending {
  readonly read: AmendText;
  readonly name: string;
}

/** What edits of an act are made from. */
export interface Site {
  readonly act: AmendText;
  readonly flats: readonly Flat[];
  readonly page: Page;
  readonly amending: Amending;
  readonly language: AmendLanguage;
}

/** What parts of an act are looked for in. */
export const lookedThrough = ({ flats, act, language }: Site): Looked => ({
  flats,
  content: act.content,
  words: language.words,
});

/** A stretch of the file. */
export interface Edges {
  readonly start: number;
  readonly end: number;
}

const ONLY_WORDS: ReadonlySet<AmendStep["unit"]> = new Set(["title", "part", "sentence"]);

/** Whether a step leads to words of a provision and not to a provision with its number. */
export const isOnlyWords = (step: AmendStep | undefined): boolean =>
  step === undefined || ONLY_WORDS.has(step.unit);

/** Whether a row is one of a table; a list has rows too that are lines. */
export const isTableRow = (step: AmendStep | undefined, flat: Flat | undefined): boolean =>
  step?.unit === "row" && flat?.node.type === "row";

/** Of a title its own words; of a part of a clause its words without the number; of a row the whole row. */
export function edgesFor(
  { flats, act, page }: Site,
  { from, to, flat, within }: Scope,
  step: AmendStep | undefined,
  wording: Wording,
): Edges | undefined {
  if (isTableRow(step, flat ?? flats[from])) return rowEdges(act.content, page, edgesOf(flats, from, to));
  const node = flat?.node;
  if (within !== undefined && step?.unit === "row" && node?.passage !== undefined)
    return lineEdges(page, edgesOfWords(slicePassage(node.passage, ...within)));
  if (node === undefined || step === undefined || !ONLY_WORDS.has(step.unit))
    return edgesOf(flats, from, withoutNotes(flats, from, to));
  const words = step.unit === "title" ? node.title : node.passage;
  if (words === undefined) return undefined;
  if (within !== undefined) return edgesOfWords(slicePassage(words, ...within));
  const numbered = node.marker !== undefined && (wording[0]?.text ?? "").startsWith(node.marker.text);
  return numbered ? edgesOf(flats, from, from + 1) : edgesOfWords(words);
}

/** Words that are a line of the file, with the mark that ends it. */
const lineEdges = (page: Page, words: Edges | undefined): Edges | undefined =>
  words && { start: words.start, end: page.lineEnd(words.end) };

/** Editors' notes behind a provision stay. */
export function withoutNotes(flats: readonly Flat[], from: number, to: number): number {
  let end = to;
  while (end > from + 1 && flats[end - 1]?.node.type === "note") end -= 1;
  return end;
}

/** A row of a table with its tags, or the line that it is. */
export function rowEdges(content: string, page: Page, words: Edges | undefined): Edges | undefined {
  if (words === undefined) return undefined;
  const [open, close] = [content.lastIndexOf("<tr", words.start), content.indexOf("</tr>", words.end)];
  const isHtml = open >= 0 && close >= 0 && !content.slice(open, words.start).includes("</tr>");
  if (isHtml) return { start: open, end: close + "</tr>".length };
  return { start: lineStart(content, words.start), end: page.lineEnd(words.end) };
}

/** Where words stand in the file. */
export function edgesOfWords(words: Passage): Edges | undefined {
  const spans = sourceSpans(words);
  const [first, last] = [spans[0], spans.at(-1)];
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}

/** The indent of what stands under a provision. */
export function childIndent({ act, flats, page }: Site, { from, to }: Scope, start: number): string {
  const own = page.indentAt(start);
  if (act.text.source.layout === "indents") return own;
  const isUnder = ({ node }: Flat): boolean => node.type === "item" || node.type === "paragraph";
  const child = flats.slice(from + 1, to).find(isUnder);
  const at = child && edgesOf(flats, child.at, child.at + 1);
  return at === undefined ? `${own}   ` : page.indentAt(at.start);
}

/** A mark of a number that Markdown has to be kept from reading. */
const ESCAPED = /\\([.)])/gu;
const TAG = /<\/?[a-z][^<>]{0,200}>/gu;

/** What was there and what is there now, as it is told. */
export function placeOf({ flats }: Site, { from, flat }: Scope, before: string, after: string): AmendedPlace {
  const node = flat?.node ?? flats[from]?.node;
  const plain = (text: string): string =>
    text.replace(TAG, " ").replace(ESCAPED, "$1").replace(/\s+/gu, " ").trim();
  return { path: node?.path ?? "", cite: node?.cite ?? "", marks: wordMarks(plain(before), plain(after)) };
}

/** The rows of a quoted table, without the table. */
export const rowsText = (wording: Wording): string =>
  wording.map(({ text }) => rowsOf(text) ?? text).join("\n");

export const plainText = (wording: Wording): string => wording.map(({ text }) => text).join("\n");

/** All or none: the first that cannot be made says why. */
export function joined(made: readonly Made[]): Made {
  const fault = made.find((one) => "because" in one);
  if (fault !== undefined) return fault;
  const all = made.flatMap((one) => ("because" in one ? [] : [one]));
  return { edits: all.flatMap(({ edits }) => edits), places: all.flatMap(({ places }) => places) };
}
