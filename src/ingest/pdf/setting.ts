import type { TextLine } from "./text-line.ts";

/** A stretch in which lines are set under one another: the text of a page, one of its columns, a cell. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** A line with the column it is set in. */
export interface SetLine {
  readonly line: TextLine;
  readonly column: Column;
}

/** How a file parts its paragraphs. */
export interface Setting {
  /** From line to line within a paragraph, as a multiple of the size of the letters. */
  readonly leading: number;
  /** What stands apart is told by more space, by the indent of first lines, or by where lines end. */
  readonly parts: "space" | "indent" | "ends";
  /** Lines are filled up to the column's edge: one that is not is the last of its paragraph. */
  readonly filled: boolean;
}

/** A number with its sign, as items and clauses begin. */
export const NUMBERED = /^(?:\d{1,4}(?:[-.]\d{1,3})*[.)](?:\s|\p{Lu}|$)|\d{1,3}-\p{L}{3,}[.:\s]|[-–—•]\s)/u;
/** What a sentence or item ends with. */
export const CLOSED = /[.;:!?]["»”)]?$/u;
const SMALL = /^[\p{Ll}(]/u;

/** More than so many times the leading parts paragraphs. */
const APART = 1.22;
/** From this share of a letter's size on, a first line is indented. */
const INDENT = 0.9;
/** So much of the numbered lines tells how paragraphs are parted. */
const MOST = 0.5;
/** Of a hundred lines that are gone on with in small letters, fewer than so many would have had room for more where lines are filled. */
const ROOM = 12;

/** Told from all lines of a file that follow one another in a column. */
export function settingOf(lines: readonly SetLine[]): Setting {
  const pairs = lines.flatMap((after, index) => {
    const before = lines[index - 1];
    return before !== undefined && isUnder(before, after) ? [{ before, after }] : [];
  });
  const leading = leadingOf(pairs);
  const numbered = pairs.filter(({ after }) => NUMBERED.test(after.line.text));
  const spaced = numbered.filter((pair) => isApart(pair.before.line, pair.after.line, leading));
  const indented = numbered.filter(({ after }) => isIndented(after));
  const parts =
    spaced.length >= numbered.length * MOST && spaced.length > 0
      ? "space"
      : indented.length >= numbered.length * MOST && indented.length > 0
        ? "indent"
        : "ends";
  const goOn = pairs.filter(
    ({ before, after }) =>
      !CLOSED.test(before.line.text) &&
      SMALL.test(after.line.text) &&
      !isApart(before.line, after.line, leading),
  );
  const short = goOn.filter(({ before, after }) => hasRoom(before, after.line));
  return { leading, parts, filled: short.length * 100 < goOn.length * ROOM };
}

/** Whether a line is set right under another, in the same column of the same page. */
export const isUnder = (before: SetLine, after: SetLine): boolean =>
  before.line.page === after.line.page && before.column === after.column && after.line.y > before.line.y;

export const isApart = (before: TextLine, after: TextLine, leading: number): boolean =>
  after.y - before.y > leading * APART * Math.max(before.size, after.size);

/** Whether a line begins further in than its column. */
export const isIndented = ({ line, column }: SetLine): boolean =>
  line.left - column.left > INDENT * line.size;

/**
 * Whether the first word of the next line would have found room on this one; where the sentence seems to go on, with
 * letters to spare, since how wide a word is and where its column ends are estimates.
 */
export function hasRoom({ line, column }: SetLine, next: TextLine): boolean {
  const word = next.text.split(" ", 1)[0] ?? "";
  const letter = (next.right - next.left) / Math.max(1, next.text.length);
  const spare = !CLOSED.test(line.text) && SMALL.test(next.text) ? word.length / 4 + 3 : 0;
  return line.right + letter * (word.length + 1.5 + spare) < column.right;
}

/** The most frequent distance of lines, as a multiple of their size. */
function leadingOf(pairs: readonly { before: SetLine; after: SetLine }[]): number {
  const times = new Map<number, number>();
  for (const { before, after } of pairs) {
    const step = Math.round(
      ((after.line.y - before.line.y) / Math.max(before.line.size, after.line.size)) * 20,
    );
    if (step > 12 && step < 60) times.set(step, (times.get(step) ?? 0) + 1);
  }
  const [most] = [...times].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return (most?.[0] ?? 24) / 20;
}
