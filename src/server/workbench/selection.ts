import type { ActUnderReview, ServiceText } from "../../desk/act.ts";
import type { Passage } from "../../model/passage.ts";
import type { Leaf } from "../../review/reading.ts";

/** The provision and the repaired words that a stretch of the text belongs to. */
export interface SelectedWords {
  readonly service: ServiceText;
  readonly path: string;
  readonly cite: string;
  readonly words: string;
}

/** What was selected: words of one provision, or of several below one. Absent where nothing but layout was selected. */
export function selectedWords(act: ActUnderReview, start: number, end: number): SelectedWords | undefined {
  for (const service of act.services) {
    const parts = service.reading.leaves.flatMap((leaf) => part(leaf, start, end) ?? []);
    const [first] = parts;
    if (first === undefined) continue;
    const path = parts.map((one) => one.path).reduce(commonPath);
    const cite = service.reading.leaves.find((leaf) => leaf.path === path)?.cite ?? first.cite;
    if (path === "") continue;
    return { service, path, cite, words: parts.map((one) => one.words).join(" ") };
  }
  return undefined;
}

function part(
  leaf: Leaf,
  start: number,
  end: number,
): { path: string; cite: string; words: string } | undefined {
  const range = rangeIn(leaf.passage, start, end);
  if (range === undefined) return undefined;
  const words = leaf.passage.text
    .slice(...range)
    .replace(/\s+/gu, " ")
    .trim();
  return words === "" ? undefined : { path: leaf.path, cite: leaf.cite, words };
}

/** The stretch of a passage whose words come from `[start, end)` of the source. */
function rangeIn(passage: Passage, start: number, end: number): [number, number] | undefined {
  let from = Number.POSITIVE_INFINITY;
  let to = -1;
  for (const { at, length, source } of passage.runs) {
    if (source.end <= start || source.start >= end) continue;
    const verbatim = source.end - source.start === length;
    from = Math.min(from, at + (verbatim ? Math.max(0, start - source.start) : 0));
    to = Math.max(to, at + (verbatim ? Math.min(length, end - source.start) : length));
  }
  return to < 0 ? undefined : [from, to];
}

function commonPath(one: string, other: string): string {
  const left = one.split("/");
  const right = other.split("/");
  const differs = left.findIndex((step, index) => step !== right[index]);
  return (differs < 0 ? left : left.slice(0, differs)).join("/");
}
