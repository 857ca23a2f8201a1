import {
  CLOSED,
  hasRoom,
  isApart,
  isIndented,
  isUnder,
  NUMBERED,
  type SetLine,
  type Setting,
} from "./setting.ts";
import type { TextLine } from "./text-line.ts";

/** Lines that make a paragraph. */
export interface SetParagraph {
  readonly lines: readonly SetLine[];
  /** How it is set: like most of the text, or so that it stands out from it. */
  readonly set: "body" | "strong" | "middle" | "aside";
}

/** Sizes that differ by less are the same. */
const SAME_SIZE = 0.06;

/** Puts lines that follow one another together to paragraphs, also where a column or page ends within one. */
export function paragraphsOf(lines: readonly SetLine[], setting: Setting, bodySize: number): SetParagraph[] {
  const paragraphs: { lines: SetLine[]; set: SetParagraph["set"] }[] = [];
  for (const [index, line] of lines.entries()) {
    const open = paragraphs.at(-1);
    const last = open?.lines.at(-1);
    const set = setOf(line, [lines[index - 1], lines[index + 1]], bodySize);
    const goesOn =
      open !== undefined &&
      last !== undefined &&
      (isUnder(last, line) ? goesOnUnder : goesOnElsewhere)(open, line, set, setting);
    if (goesOn) open.lines.push(line);
    else paragraphs.push({ lines: [line], set });
  }
  return paragraphs;
}

interface Open {
  readonly lines: readonly SetLine[];
  readonly set: SetParagraph["set"];
}

/** Whether a line right under a paragraph's last goes on with it. */
function goesOnUnder(
  { lines, set: openSet }: Open,
  line: SetLine,
  set: SetParagraph["set"],
  setting: Setting,
): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return false;
  if (!isAlike(last.line, line.line) || isApart(last.line, line.line, setting.leading)) return false;
  const { text } = line.line;
  const isOver = CLOSED.test(last.line.text);
  if (openSet !== "body") return set === openSet && !NUMBERED.test(text);
  const room = hasRoom(last, line.line);
  if (NUMBERED.test(text) && (isOver || (room && setting.filled))) return false;
  switch (setting.parts) {
    case "space":
      return !(isOver && room);
    case "indent":
      if (!isIndented(line) || isHanging(first, line)) return true;
      return isLevel(last.line, line.line) && setting.filled && !room;
    case "ends":
      if (ENDS_ITEM.test(last.line.text)) return false;
      return setting.filled ? !room : !(isOver && (room || /^\p{Lu}/u.test(text)));
  }
}

/** Whether the first line of the next column or page goes on with the paragraph. */
function goesOnElsewhere(
  { lines, set: openSet }: Open,
  line: SetLine,
  set: SetParagraph["set"],
  setting: Setting,
): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined || set !== openSet || !isAlike(last.line, line.line))
    return false;
  const { text } = line.line;
  if (NUMBERED.test(text) || ENDS_ITEM.test(last.line.text)) return false;
  if (/^[\p{Ll},;)]/u.test(text))
    return !CLOSED.test(last.line.text) || !setting.filled || !hasRoom(last, line.line);
  if (setting.parts === "indent" && isIndented(line) && !isHanging(first, line)) return false;
  if (CLOSED.test(last.line.text)) return setting.parts !== "indent" ? false : !hasRoom(last, line.line);
  return openSet === "body" ? !setting.filled || !hasRoom(last, line.line) : false;
}

/** Items end so far more often than a line does in the middle of a sentence at just such a sign. */
const ENDS_ITEM = /[;:]$/u;

/** Whether lines are set in letters of one kind. */
const isAlike = (a: TextLine, b: TextLine): boolean =>
  Math.abs(a.size - b.size) <= SAME_SIZE * a.size && a.bold === b.bold;

const isLevel = (a: TextLine, b: TextLine): boolean => Math.abs(a.left - b.left) < 2;

/** Whether the lines after a numbered one stand under its words, the number before them. */
const isHanging = (first: SetLine, line: SetLine): boolean =>
  NUMBERED.test(first.line.text) &&
  line.line.left - first.line.left > 2 &&
  line.line.left - first.line.left < 4 * line.line.size;

function setOf(
  set: SetLine,
  around: readonly (SetLine | undefined)[],
  bodySize: number,
): SetParagraph["set"] {
  const { line, column } = set;
  if (line.bold || line.size > bodySize * (1 + 2 * SAME_SIZE)) return "strong";
  const width = column.right - column.left;
  const [before, after] = [line.left - column.left, column.right - line.right];
  if (before > width * ASIDE) return "aside";
  const isMiddle = Math.min(before, after) > 2 * line.size && Math.abs(before - after) < MIDDLE * width;
  return isMiddle && !NUMBERED.test(line.text) && !around.some((other) => isFlush(set, other))
    ? "middle"
    : "body";
}

/** A line that begins behind this share of its column's width stands at the side: a stamp, the head of an annex. */
const ASIDE = 0.4;
/** The room before and after a line in the middle differs by less than this share of the width. */
const MIDDLE = 0.04;

/** Whether a neighbour begins at the same place and ends at another: neither stands in the middle. */
const isFlush = ({ line, column }: SetLine, other: SetLine | undefined): boolean =>
  other?.column === column &&
  isLevel(line, other.line) &&
  Math.abs(line.right - other.line.right) > line.size;
