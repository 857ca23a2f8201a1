import type { Piece } from "../rich-text.ts";
import { withEnd, type LineEnds } from "./line-end-hyphens.ts";
import type { SetLine } from "./setting.ts";
import type { TextLine } from "./text-line.ts";

/** The words of lines, each with the stretch of the page that it covers. */
export const piecesOf = (lines: readonly SetLine[], ends: LineEnds): Piece[] =>
  lines.map(({ line }, index) => ({
    text: withEnd(
      index === 0 ? wordsOf(line).replace(ORNAMENT, "") : wordsOf(line),
      line,
      lines[index + 1]?.line.text,
      ends,
    ),
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
