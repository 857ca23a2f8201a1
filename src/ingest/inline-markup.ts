import type { Nodes, Text, InlineCode } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Span } from "../model/span.ts";
import type { Markup } from "./source-text.ts";

/** What may be inline markup; a block without any of it is all words. */
const MAYBE = /[*_[\]\\<>&`~]/;
const NUMBER = /^\s*(?:\d+(?:-\d+)*[.)]\s+)?/;
const parser = unified().use(remarkParse).freeze();

/**
 * The markup of a block, past its prefixes (`> `, `## `): everything that remark does not read as words. Line breaks and
 * the number at its beginning are hidden from remark, which would make lists of them.
 */
export function inlineMarkup(
  content: string,
  span: Span,
  prefixes: readonly Markup[],
): { markup: readonly Markup[]; bold: boolean } {
  const raw = content.slice(span.start, span.end);
  const first = prefixes[0]?.at.start === span.start ? prefixes[0].at.end - span.start : 0;
  if (!MAYBE.test(raw.slice(first)) || isOverloaded(raw)) return { markup: prefixes, bold: false };
  let words = raw;
  for (const { at } of prefixes)
    words =
      words.slice(0, at.start - span.start) +
      " ".repeat(at.end - at.start) +
      words.slice(at.end - span.start);
  const skip = first + (NUMBER.exec(words.slice(first))?.[0].length ?? 0);
  const line = withBlanksHidden(words.slice(skip).replaceAll(/[\r\n\t]/g, " "));
  const tree = parser.parse(line);
  const base = span.start + skip;
  const markup: Markup[] = [...prefixes];
  let done = base;
  for (const leaf of wordsOf(tree)) {
    const at = leaf.position;
    const from = base + (at?.start.offset ?? 0);
    const to = base + (at?.end.offset ?? 0);
    if (from > done) pushGap(content, markup, prefixes, done, from);
    for (const escape of alignWords(content, { start: from, end: to }, leaf.value)) markup.push(escape);
    done = to;
  }
  if (done < span.end) pushGap(content, markup, prefixes, done, span.end);
  markup.sort((a, b) => a.at.start - b.at.start);
  return { markup, bold: isBold(tree) };
}

/** No paragraph of a text has so many signs of markup; remark needs the square of their number. */
const MOST_SIGNS = 400;
const SIGNS = /[*[\]<>`~]/g;
const isOverloaded = (text: string): boolean =>
  text.length > MOST_SIGNS && (text.match(SIGNS)?.length ?? 0) > MOST_SIGNS;

/** Stands for an underscore: in law it is a blank to fill in, not emphasis. */
const BLANK = "\u{E000}";
const ESCAPED_BLANK = "^";
const withBlanksHidden = (line: string): string =>
  line.replaceAll("\\_", `\\${ESCAPED_BLANK}`).replaceAll("_", BLANK);

/** What lies between two leaves is markup, but for white space and the prefixes that are already known. */
function pushGap(
  content: string,
  markup: Markup[],
  prefixes: readonly Markup[],
  start: number,
  end: number,
): void {
  let from = start;
  const cut = (to: number): void => {
    let first = from;
    let last = to;
    while (first < last && /\s/.test(content[first] ?? "")) first += 1;
    while (last > first && /\s/.test(content[last - 1] ?? "")) last -= 1;
    if (last > first) markup.push({ at: { start: first, end: last }, by: "" });
  };
  for (const { at } of prefixes) {
    if (at.end <= from || at.start >= end) continue;
    cut(at.start);
    from = at.end;
  }
  cut(end);
}

function* wordsOf(node: Nodes): Generator<Text | InlineCode> {
  if (node.type === "text" || node.type === "inlineCode") yield node;
  else if ("children" in node) for (const child of node.children) yield* wordsOf(child);
}

/** Where the source writes more than the words: the backslash of an escape, an entity, the ticks of code. */
export function alignWords(content: string, span: Span, words: string): Markup[] {
  if (span.end - span.start === words.length) return [];
  const markup: Markup[] = [];
  let at = span.start;
  for (let index = 0; index < words.length && at < span.end;) {
    if (isSame(content[at] ?? "", words[index] ?? "")) {
      at += 1;
      index += 1;
      continue;
    }
    const entity = content[at] === "&" ? content.indexOf(";", at) : -1;
    const end = entity > 0 && entity < span.end && entity - at < 12 ? entity + 1 : at + 1;
    const by = end === at + 1 ? "" : (words[index] ?? "");
    markup.push({ at: { start: at, end }, by });
    at = end;
    index += by.length;
  }
  if (at < span.end) markup.push({ at: { start: at, end: span.end }, by: "" });
  return markup;
}

const isSame = (source: string, word: string): boolean =>
  source === word ||
  (source === "_" && (word === BLANK || word === ESCAPED_BLANK)) ||
  (word === " " && /\s/.test(source));

/** Whether all words of the tree are in bold. */
function isBold(tree: Nodes): boolean {
  if (!("children" in tree)) return false;
  const [only, ...others] = tree.children.filter(
    (child) => child.type !== "text" || child.value.trim() !== "",
  );
  if (only === undefined || others.length > 0) return false;
  return only.type === "strong" || (only.type === "paragraph" && isBold(only));
}
