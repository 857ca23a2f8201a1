import type { ChangeSide } from "../../model/change.ts";
import { groupedBy } from "../../model/grouped-by.ts";
import { worded, type WordedPart } from "./pair-parts.ts";
import type { Part, WordReader } from "./part.ts";

/** So much of the one part the parts that it was made of have to say. */
const MOST_OF_IT = 0.6;

/**
 * The parts of one version, with those joined that the other version has on one line: where a cell or a clause is broken into
 * lines says nothing.
 */
export function joined(
  ours: readonly WordedPart[],
  theirs: readonly WordedPart[],
  reader: WordReader,
): readonly WordedPart[] {
  const known = new Set(ours.map(({ words }) => words));
  const candidates = theirs.filter(({ part, words }) => part.role === "law" && !known.has(words));
  const byOpening = groupedBy(candidates, openingOf);
  const parts: WordedPart[] = [];
  for (let at = 0; at < ours.length;) {
    const run = longestRun(ours, at, byOpening);
    const first = ours[at];
    if (first === undefined) break;
    parts.push(run > 1 ? asOne(ours.slice(at, at + run), reader) : first);
    at += run;
  }
  return parts;
}

/** The provisions that a part is made of, by their paths. */
export const pathsOf = ({ path, also = [] }: Part): readonly string[] => [path, ...also];

const openingOf = ({ tokens }: WordedPart): string => tokens[0]?.key ?? "";

/** The clause, item or row that a paragraph stands in. */
const containerOf = ({ part: { path } }: WordedPart): string => path.replace(/\/paragraph-[^/]*$/u, "");

const isWithin = ({ part: { path } }: WordedPart, container: string): boolean =>
  path === container || path.startsWith(`${container}/`);

/** The end of a line may have cut its last word in two. */
const isCut = ({ part: { text } }: WordedPart): boolean => /\p{Ll}-\s*$/u.test(text);

/** Whether some words begin with those of some parts, the last of which is given. */
const begins = (words: string, said: string, last: WordedPart): boolean =>
  isCut(last) ? words.startsWith(said) : `${words} `.startsWith(`${said} `);

/** How many parts from one on stand on one line of the other version; one where none do. */
function longestRun(
  ours: readonly WordedPart[],
  from: number,
  byOpening: ReadonlyMap<string, readonly WordedPart[]>,
): number {
  const first = ours[from];
  if (first === undefined || first.part.role !== "law" || first.tokens.length === 0) return 1;
  let longest = 1;
  const cut = first.tokens.length === 1 && isCut(first);
  const likely = cut ? [...byOpening.values()].flat() : (byOpening.get(openingOf(first)) ?? []);
  for (const { words } of likely) {
    let [run, said] = [1, first.words];
    if (!begins(words, said, first)) continue;
    let last = first;
    for (let next = ours[from + run]; next !== undefined; next = ours[from + run]) {
      const more = `${said}${isCut(last) ? "" : " "}${next.words}`;
      const follows = next.part.label === undefined && isWithin(first, containerOf(next));
      if (!follows || !begins(words, more, next)) break;
      said = more;
      last = next;
      run += 1;
    }
    if (run > longest && said.length >= MOST_OF_IT * words.length) longest = run;
  }
  return longest;
}

/** Some parts in a row as one. */
export function asOne(parts: readonly WordedPart[], reader: WordReader): WordedPart {
  const [first, ...others] = parts.map(({ part }) => part);
  if (first === undefined) throw new RangeError("no parts to join");
  const text = [first, ...others].map((part) => part.text).join("\n");
  const side = others.reduce((joint, part) => joinedSide(joint, part.side), first.side);
  return worded({ ...first, text, side, also: others.map(({ path }) => path) }, reader);
}

const joinedSide = (one: ChangeSide, other: ChangeSide): ChangeSide => ({
  ...one,
  quote: `${one.quote} ${other.quote}`,
  ...(one.spans && other.spans && { spans: [...one.spans, ...other.spans] }),
  ...(one.lines && other.lines && { lines: [one.lines[0], other.lines[1]] }),
});
