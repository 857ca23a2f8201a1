import { mergeSpans, type Span } from "./span.ts";

/**
 * Words as a reader reads them, each stretch tied to the place in the ingested text that it comes from.
 *
 * Repairs may have closed up, moved or replaced what stands there, so a passage is a list of runs. Runs are in reading
 * order, cover `text` without gaps or overlaps, and need not be in the order of the source.
 */
export interface Passage {
  readonly text: string;
  readonly runs: readonly Run[];
}

/**
 * `text.slice(at, at + length)` comes from `source`. Where both have the same length, each letter comes from the one at
 * the same place (the same letter, but for a space that stands for other white space and for look-alike letters); where
 * they differ, these words stand in place of those (a stretched word closed up, two spaces made one).
 */
export interface Run {
  readonly at: number;
  readonly length: number;
  readonly source: Span;
}

/** Places in the ingested text that `[start, end)` of the passage comes from, in the order of the source. */
export function sourceSpans(passage: Passage, start = 0, end = passage.text.length): Span[] {
  return mergeSpans(
    slicePassage(passage, start, end)
      .runs.map((run) => run.source)
      .filter((span) => span.end > span.start),
  );
}

/** The stretch `[start, end)` of a passage as a passage of its own. A run that is not verbatim is kept whole in its source. */
export function slicePassage(passage: Passage, start: number, end: number): Passage {
  const runs: Run[] = [];
  for (let index = firstRunEndingAfter(passage.runs, start); index < passage.runs.length; index += 1) {
    const run = passage.runs[index];
    if (run === undefined || run.at >= end) break;
    const from = Math.max(start, run.at);
    const to = Math.min(end, run.at + run.length);
    if (to < from || (to === from && run.length > 0)) continue;
    const verbatim = run.source.end - run.source.start === run.length;
    const source = verbatim
      ? { start: run.source.start + (from - run.at), end: run.source.start + (to - run.at) }
      : run.source;
    runs.push({ at: from - start, length: to - from, source });
  }
  return { text: passage.text.slice(start, end), runs };
}

/** The passages one after another, with `glue` (that comes from nowhere in the source) between them. */
export function joinPassages(passages: readonly Passage[], glue = ""): Passage {
  let text = "";
  const runs: Run[] = [];
  for (const [index, passage] of passages.entries()) {
    if (index > 0) text += glue;
    for (const run of passage.runs) runs.push({ ...run, at: run.at + text.length });
    text += passage.text;
  }
  return { text, runs };
}

function firstRunEndingAfter(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run !== undefined && run.at + run.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
