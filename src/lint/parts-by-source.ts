import type { Span } from "../model/span.ts";
import type { Part } from "./draft.ts";

/** A stretch of the file that a part has words from; `furthest` is where the furthest of those up to it ends. */
interface Stretch {
  readonly source: Span;
  readonly number: number;
  readonly furthest: number;
}

/** Tells the first part, in reading order, that has words from all of a span. */
export function partsBySource(parts: readonly Part[]): (span: Span) => Part | undefined {
  let furthest = 0;
  const stretches: readonly Stretch[] = parts
    .flatMap(({ words }, number) => words.runs.map(({ source }) => ({ source, number })))
    .sort((a, b) => a.source.start - b.source.start)
    .map((one) => ({ ...one, furthest: (furthest = Math.max(furthest, one.source.end)) }));
  return ({ start, end }) => {
    let first = Infinity;
    // Stretches seldom overlap: all but one of those that begin before the span end before it too.
    for (let at = lastBeginningUpTo(start, stretches); at >= 0; at -= 1) {
      const stretch = stretches[at];
      if (stretch === undefined || stretch.furthest < end) break;
      if (stretch.source.end >= end) first = Math.min(first, stretch.number);
    }
    return parts[first];
  };
}

function lastBeginningUpTo(start: number, stretches: readonly Stretch[]): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.source.start ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
