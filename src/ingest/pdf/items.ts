import type { RichCell, RichItem, RichParagraph, Piece } from "../rich-text.ts";
import { isTable, type Flow } from "./flow.ts";
import { paragraphsOf, type SetParagraph } from "./paragraphs.ts";
import { CLOSED, isIndented, type SetLine, type Setting } from "./setting.ts";
import type { WholeTable } from "./tables.ts";
import type { TextLine } from "./text-line.ts";

/** Columns of white space that stand for a first line's indent, whatever its width. */
const INDENT = 6;

/** Paragraphs and tables with their places on the pages, to be written as one text. */
export function itemsOf({ parts, setting, cellSetting }: Flow): RichItem[] {
  const tables = parts.some(isTable);
  const strong = parts.some((part) => !isTable(part) && part.set === "strong");
  // A plain text that was printed line by line is read as one.
  if (!tables && !strong && !setting.filled)
    return asPrinted(
      parts.flatMap((part) => (isTable(part) ? [] : part.lines)),
      setting,
    );
  return parts.map((part) => (isTable(part) ? tableItem(part, cellSetting) : paragraphItem(part)));
}

function paragraphItem({ lines, set }: SetParagraph): RichParagraph {
  const [first] = lines;
  const stands = set !== "body";
  return {
    kind: set === "aside" ? "quote" : "paragraph",
    pieces: piecesOf(lines),
    indent: !stands && first !== undefined && isIndented(first) ? INDENT : 0,
    blankLines: 0,
    ...(set === "strong" || set === "middle" ? { bold: true } : {}),
  };
}

/** The lines of a plain text, each by itself, with the blank lines before it. */
const asPrinted = (lines: readonly SetLine[], { leading }: Setting): RichParagraph[] =>
  lines.map((set, index) => ({
    kind: "paragraph",
    pieces: piecesOf([set]),
    indent: Math.max(0, Math.round((set.line.left - set.column.left) / (set.line.size * LETTER))),
    blankLines: blankBefore(lines[index - 1], set, leading),
  }));

/** The width of a letter of a typewriter's, as a share of its size. */
const LETTER = 0.6;

/** Blank lines between two; where a page ends between them, one if a sentence ends there and a new one begins. */
function blankBefore(before: SetLine | undefined, { line }: SetLine, leading: number): number {
  if (before === undefined) return 0;
  if (before.line.page === line.page)
    return Math.max(0, Math.round((line.y - before.line.y) / (leading * line.size)) - 1);
  return CLOSED.test(before.line.text) && !/^\p{Ll}/u.test(line.text) ? 1 : 0;
}

const tableItem = ({ columns, rows }: WholeTable, setting: Setting): RichItem => ({
  kind: "table",
  rows: rows.map((row) =>
    columns.slice(0, -1).map((left, index): RichCell => {
      const right = columns[index + 1] ?? Infinity;
      const cells = row.filter((cell) => cell.left >= left - NEAR && cell.left < right - NEAR);
      return {
        paragraphs: cells.flatMap(({ lines }) =>
          paragraphsOf(lines, setting, Infinity).map((paragraph) => ({
            kind: "paragraph",
            pieces: piecesOf(paragraph.lines),
            indent: 0,
            blankLines: 0,
          })),
        ),
      };
    }),
  ),
});

/** A cell begins at a column's edge, give or take so many points. */
const NEAR = 4;

/** The words of lines, each with the stretch of the page that it covers. */
const piecesOf = (lines: readonly SetLine[]): Piece[] =>
  lines.map(({ line }, index) => ({
    text: `${index === 0 ? wordsOf(line).replace(ORNAMENT, "") : wordsOf(line)}${index < lines.length - 1 ? "\n" : ""}`,
    place: {
      in: "pdf",
      page: line.page,
      box: {
        x: tenths(line.left),
        y: tenths(line.y - line.size * ASCENT),
        width: tenths(line.right - line.left),
        height: tenths(line.size),
      },
    },
  }));

/** What a page sets before the items of a list; a dash may be a word of the text. */
const ORNAMENT = /^[•◦▪●■○·\u{F0B7}\u{F0A7}]\s*/u;

/** How far letters rise over the line they stand on, as a share of their size. */
const ASCENT = 0.8;
const tenths = (points: number): number => Math.round(points * 10) / 10;

/** The words of a line; raised numbers stay raised, so that none of them makes another number of the one before it. */
const wordsOf = ({ pieces }: TextLine): string =>
  pieces
    .map(({ text, raised }) =>
      raised ? text.replace(/\d/gu, (digit) => RAISED[Number(digit)] ?? digit) : text,
    )
    .join("");

const RAISED = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"] as const;
