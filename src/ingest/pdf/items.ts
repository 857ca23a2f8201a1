import type { RichCell, RichItem, RichParagraph } from "../rich-text.ts";
import { isTable, type Flow } from "./flow.ts";
import type { LineEnds } from "./line-end-hyphens.ts";
import { piecesOf } from "./pieces.ts";
import { paragraphsOf, type SetParagraph } from "./paragraphs.ts";
import { CLOSED, isIndented, type SetLine, type Setting } from "./setting.ts";
import type { WholeTable } from "./tables.ts";

/** Columns of white space that stand for a first line's indent, whatever its width. */
const INDENT = 6;

/** Paragraphs and tables with their places on the pages, to be written as one text. */
export function itemsOf({ parts, setting, cellSetting, ends }: Flow): RichItem[] {
  const tables = parts.some(isTable);
  const strong = parts.some((part) => !isTable(part) && part.set === "strong");
  // A plain text that was printed line by line is read as one.
  if (!tables && !strong && !setting.filled)
    return asPrinted(
      parts.flatMap((part) => (isTable(part) ? [] : part.lines)),
      setting,
    );
  return parts.map((part) =>
    isTable(part) ? tableItem(part, cellSetting, ends) : paragraphItem(part, ends),
  );
}

function paragraphItem({ lines, set }: SetParagraph, ends: LineEnds): RichParagraph {
  const [first] = lines;
  const stands = set !== "body";
  return {
    kind: set === "aside" ? "quote" : "paragraph",
    pieces: piecesOf(lines, ends),
    indent: !stands && first !== undefined && isIndented(first) ? INDENT : 0,
    blankLines: 0,
    ...(set === "strong" || set === "middle" ? { bold: true } : {}),
  };
}

/** Each line is given by itself: nothing goes on. */
const LINE_BY_LINE: LineEnds = { cuts: true, broken: new Set() };

/** The lines of a plain text, each by itself, with the blank lines before it. */
const asPrinted = (lines: readonly SetLine[], { leading }: Setting): RichParagraph[] =>
  lines.map((set, index) => ({
    kind: "paragraph",
    pieces: piecesOf([set], LINE_BY_LINE),
    indent: isIndented(set) ? INDENT : 0,
    blankLines: blankBefore(lines[index - 1], set, leading),
  }));

/** Blank lines between two; where a page ends between them, one if a sentence ends there and a new one begins. */
function blankBefore(before: SetLine | undefined, { line }: SetLine, leading: number): number {
  if (before === undefined) return 0;
  if (before.line.page === line.page)
    return Math.max(0, Math.round((line.y - before.line.y) / (leading * line.size)) - 1);
  return CLOSED.test(before.line.text) && !/^\p{Ll}/u.test(line.text) ? 1 : 0;
}

const tableItem = ({ columns, rows }: WholeTable, setting: Setting, ends: LineEnds): RichItem => ({
  kind: "table",
  rows: rows.map((row) =>
    columns.slice(0, -1).map((left, index): RichCell => {
      const right = columns[index + 1] ?? Infinity;
      const cells = row.filter((cell) => cell.left >= left - NEAR && cell.left < right - NEAR);
      return {
        paragraphs: cells.flatMap(({ lines }) =>
          paragraphsOf(lines, setting, Infinity).map((paragraph) => ({
            kind: "paragraph",
            pieces: piecesOf(paragraph.lines, ends),
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
