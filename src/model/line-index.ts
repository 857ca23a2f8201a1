import type { Span } from "./span.ts";

/** Line and column (both from 1, columns in UTF-16 units) of an offset in a text. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of a text begin. */
export function lineStarts(content: string): readonly number[] {
  const starts = [0];
  for (let feed = content.indexOf("\n"); feed >= 0; feed = content.indexOf("\n", feed + 1))
    starts.push(feed + 1);
  return starts;
}

/** Line and column of an offset in a text whose lines begin there. */
function lineAndColumn(starts: readonly number[], offset: number): LineColumn {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** First and last line that spans touch, in a text whose lines begin there. */
export function linesTouched(
  starts: readonly number[],
  spans: readonly Span[],
): readonly [first: number, last: number] {
  const first = Math.min(...spans.map(({ start }) => start));
  const last = Math.max(...spans.map(({ start, end }) => Math.max(start, end - 1)));
  return [lineAndColumn(starts, first).line, lineAndColumn(starts, last).line];
}

/** Finds lines of many offsets in one text. */
export function lineIndex(content: string): (offset: number) => LineColumn {
  const starts = lineStarts(content);
  return (offset) => lineAndColumn(starts, offset);
}
