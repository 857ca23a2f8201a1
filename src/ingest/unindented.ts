import type { Line } from "./lines.ts";

/** What a new provision, heading or list item begins with: a number with its sign. */
const NUMBERED = /^(?:\d{1,4}(?:-\d{1,3})*[.)](?:\s|\p{Lu}|$)|\d{1,3}-\p{L}{3,}[.\s]|[-–—•]\s)/u;
const CLOSED = /[.;:!?]["»”)]?$/u;
const SMALL = /^[\p{Ll}(]/u;
/** A line is full, and may go on, from this share of the width on that most lines keep to. */
const FULL = 0.75;
/** Of a hundred lines so many go on in the next with a small letter where lines are cut at a width. */
const CUT = 12;
/** The width is what so many of a hundred lines stay under. */
const WIDTH = 95;

/**
 * The lines that begin a paragraph in a text without indents and blank lines: every one where a paragraph is a line; where
 * lines are cut at a width, one that is numbered, or comes after a sentence's end or after a line that is not full.
 */
export function paragraphStarts(content: string, lines: readonly Line[]): ReadonlySet<Line> {
  const words = lines.filter((line) => line.wordsEnd > line.wordsStart);
  const textOf = (line: Line): string => content.slice(line.wordsStart, line.wordsEnd);
  const isCut = goOn(words, textOf) * 100 >= words.length * CUT;
  if (!isCut) return new Set(words);
  const width = widthOf(words);
  const starts = new Set<Line>();
  for (const [index, line] of words.entries()) {
    const before = words[index - 1];
    if (before === undefined) continue;
    const text = textOf(line);
    const isFull = before.wordsEnd - before.wordsStart >= width * FULL;
    const isOver = CLOSED.test(textOf(before));
    if (NUMBERED.test(text) || (!SMALL.test(text) && (isOver || !isFull))) starts.add(line);
  }
  return starts;
}

/** Lines that end inside a sentence and are gone on with in the next. */
const goOn = (lines: readonly Line[], textOf: (line: Line) => string): number =>
  lines.filter((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && !CLOSED.test(textOf(line)) && SMALL.test(textOf(next));
  }).length;

function widthOf(lines: readonly Line[]): number {
  const lengths = lines.map((line) => line.wordsEnd - line.wordsStart).sort((a, b) => a - b);
  return lengths[Math.floor((lengths.length * WIDTH) / 100)] ?? 0;
}
