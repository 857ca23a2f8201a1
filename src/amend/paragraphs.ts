import type { AmendWords } from "../language/amend-words.ts";
import type { AmendSource } from "../model/amendment.ts";
import { lineStarts, linesTouched } from "../model/line-index.ts";
import { sourceSpans } from "../model/passage.ts";
import { mergeSpans } from "../model/span.ts";
import type { Paragraph, RepairedText } from "../repair/repaired-text.ts";
import type { Provision } from "../structure/provision.ts";
import { beginsWithUnit } from "./units.ts";

/** A text as far as its tree: what an act and what amends it are read from. */
export interface AmendText {
  readonly file: string;
  readonly content: string;
  readonly text: RepairedText;
  readonly tree: Provision;
}

/** A paragraph, heading or table of an amending act. */
export interface AmendingParagraph {
  readonly kind: "paragraph" | "heading" | "table";
  /** All its words; of a table nothing. */
  readonly whole: string;
  /** Its words as blank lines of the file part them: lines that end in no mark were read as one. */
  readonly lines: readonly string[];
  /** Its words without its number. */
  readonly text: string;
  /** The number of a clause, `2.`, or item, `1)`. */
  readonly marker: string | undefined;
  /** As it stands in the file. */
  readonly source: string;
  readonly cited: AmendSource;
}

const MARKER = /^(\d+(?:-\d+)*[.)]) ?(?=\D)/u;
/** A new wording that stands in the paragraph that announces it. */
const INLINE = /: (?=["«“])/u;

/** The paragraphs of an amending act in their order; a wording within one stands apart. */
export function amendingParagraphs(read: AmendText, words: AmendWords): readonly AmendingParagraph[] {
  const starts = lineStarts(read.content);
  const cites = citesByStart(read.tree);
  let cited: Pick<Provision, "path" | "cite"> = read.tree;
  return read.text.paragraphs.flatMap((paragraph) => {
    const spans = mergeSpans(spansOf(paragraph));
    const [first, last] = [spans[0], spans.at(-1)];
    if (first === undefined || last === undefined) return [];
    cited = cites.get(first.start) ?? cited;
    const source = read.content.slice(...tableEdges(read.content, first.start, last.end, paragraph));
    const quote = oneColon(paragraph.passage.text);
    const lines = linesTouched(starts, spans);
    const from = { document: read.file, path: cited.path, cite: cited.cite, quote, spans, lines };
    if (paragraph.kind === "table") return [made("table", "", source, from, words)];
    const kind = paragraph.kind === "heading" || paragraph.bold === true ? "heading" : "paragraph";
    if (kind === "heading") return [made(kind, quote, source, from, words)];
    const pieces = piecesOf(quote);
    if (pieces.length === 1)
      return [{ ...made(kind, quote, source, from, words), lines: linesOf(paragraph, read.content) }];
    return pieces.map((piece) => made(kind, piece, source, { ...from, quote: piece }, words));
  });
}

const BLANK_LINE = /\n[ \t]*\r?\n/u;

function linesOf({ passage }: Paragraph, content: string): readonly string[] {
  const { text } = passage;
  const lines: string[] = [];
  let from = 0;
  for (let at = text.indexOf(" "); at > 0; at = text.indexOf(" ", at + 1)) {
    const before = sourceSpans(passage, at - 1, at).at(-1)?.end ?? 0;
    const behind = sourceSpans(passage, at + 1, at + 2)[0]?.start ?? before;
    if (!BLANK_LINE.test(content.slice(before, behind))) continue;
    lines.push(text.slice(from, at));
    from = at + 1;
  }
  return [...lines, text.slice(from)];
}

/** The end of a wording with what goes on behind it: `» изложить в следующей редакции:`. */
const GOES_ON = /^[»”](?= ?\p{L})/u;

function piecesOf(text: string): readonly string[] {
  if (GOES_ON.test(text)) return [text.slice(0, 1), ...piecesOf(text.slice(1).trimStart())];
  const at = INLINE.exec(text)?.index;
  return at === undefined ? [text] : [text.slice(0, at + 1), text.slice(at + 2)];
}

function made(
  kind: AmendingParagraph["kind"],
  whole: string,
  source: string,
  cited: AmendSource,
  words: AmendWords,
): AmendingParagraph {
  const number = MARKER.exec(whole);
  const isOfPart = number !== null && beginsWithUnit(whole.slice(number[0].length), words);
  const marker = isOfPart ? null : number;
  return {
    kind,
    whole,
    lines: [whole],
    text: whole.slice(marker?.[0].length ?? 0),
    marker: marker?.[1],
    source,
    cited,
  };
}

const spansOf = ({ passage, rows }: Paragraph) =>
  rows === undefined ? sourceSpans(passage) : rows.flat(2).flatMap((part) => sourceSpans(part));

/** A table reaches from its first tag, or bar, to its last. */
function tableEdges(
  content: string,
  start: number,
  end: number,
  { kind }: Paragraph,
): readonly [number, number] {
  if (kind !== "table") return [start, end];
  const [open, close] = [content.lastIndexOf("<table", start), content.indexOf("</table>", end)];
  const isHtml = open >= 0 && close >= 0 && !content.slice(open, start).includes("</table>");
  if (isHtml) return [open, close + "</table>".length];
  const [line, next] = [content.lastIndexOf("\n", start) + 1, content.indexOf("\n", end)];
  return [line, next < 0 ? content.length : next];
}

/** Provisions by where their words begin in the file. */
function citesByStart(tree: Provision): ReadonlyMap<number, Provision> {
  const found = new Map<number, Provision>();
  const visit = (node: Provision): void => {
    for (const words of [node.marker, node.passage, node.title, node.head]) {
      const start = words === undefined ? undefined : sourceSpans(words)[0]?.start;
      if (start !== undefined && !found.has(start)) found.set(start, node);
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return found;
}

/** A text whose last colon was printed twice, with one. */
const oneColon = (text: string): string => {
  let end = text.length;
  while (text.endsWith("::", end)) end -= 1;
  return text.slice(0, end);
};
