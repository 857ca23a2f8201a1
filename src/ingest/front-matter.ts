import type { Line } from "./lines.ts";

const FENCE = "---";
const FIELD = /^[\p{L}\d_-]+:(?:\s|$)/u;

/**
 * How many lines at the start of a Markdown file say what the file is (`---`, fields, `---`) and are no words of the text; 0
 * where it has none.
 */
export function frontMatterOf(lines: readonly Line[], wordsOf: (line: Line) => string): number {
  const first = lines.findIndex((line) => wordsOf(line) !== "");
  const opening = lines[first];
  const field = lines[first + 1];
  if (opening === undefined || wordsOf(opening) !== FENCE) return 0;
  if (field === undefined || !FIELD.test(wordsOf(field))) return 0;
  const end = lines.findIndex((line, at) => at > first && wordsOf(line) === FENCE);
  return end < 0 ? 0 : end + 1;
}
