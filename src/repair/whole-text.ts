import type { SourceText } from "../ingest/source-text.ts";
import type { RepairedText } from "./repaired-text.ts";

/** The repaired text of all parts, in the order of the file. */
export function wholeText(
  source: SourceText,
  main: RepairedText,
  others: readonly RepairedText[],
): RepairedText {
  if (others.length === 0) return main;
  const all = [main, ...others];
  const startOf = (one: RepairedText["paragraphs"][number]): number =>
    one.passage.runs[0]?.source.start ?? one.rows?.flat(2)[0]?.runs[0]?.source.start ?? 0;
  return {
    source,
    edits: all.flatMap(({ edits }) => edits).sort((a, b) => a.at.start - b.at.start),
    paragraphs: all.flatMap(({ paragraphs }) => paragraphs).sort((a, b) => startOf(a) - startOf(b)),
  };
}
