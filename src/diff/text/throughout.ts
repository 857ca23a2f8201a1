import { beginning } from "../words.ts";
import type { Leftover } from "./leftover.ts";
import type { PartPair } from "./text-pairs.ts";
import type { Token } from "./token.ts";

/** One and the same change of words at several places of an act. */
export interface Throughout {
  /** Beginnings of the words that went and that came. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** Where it is told: the first title that has it, or else the first part, in the order of the text. */
  readonly pair: PartPair;
  /** How many parts have it. */
  readonly places: number;
}

/** So many provisions change in the same way before that is one change, and words of it at least that are no numbers. */
const LEAST_PLACES = 3;
const LEAST_WORDS = 2;

/** The changes that are made in the same words at several places, those of more words first. */
export function throughoutOf(pairs: readonly PartPair[]): readonly Throughout[] {
  const found = new Map<
    string,
    { removed: readonly string[]; added: readonly string[]; pairs: Set<PartPair> }
  >();
  for (const pair of pairs.filter(({ old }) => old.part.role !== "note"))
    for (const { removed, added } of pair.leftover) {
      const [gone, come] = [stems(removed), stems(added)];
      const worded = [...removed, ...added].filter(({ key }) => !key.startsWith("#"));
      if (worded.length < LEAST_WORDS) continue;
      const key = `${gone.join(" ")}|${come.join(" ")}`;
      const known = found.get(key) ?? { removed: gone, added: come, pairs: new Set() };
      known.pairs.add(pair);
      found.set(key, known);
    }
  return [...found.values()]
    .filter((one) => one.pairs.size >= LEAST_PLACES)
    .flatMap(({ removed, added, pairs: having }) => {
      const [first] = having;
      const pair = [...having].find(({ old }) => old.part.role === "title") ?? first;
      return pair === undefined ? [] : [{ removed, added, pair, places: having.size }];
    })
    .sort((one, other) => lengthOf(other) - lengthOf(one));
}

const lengthOf = ({ removed, added }: Throughout): number => removed.length + added.length;

const stems = (tokens: readonly Token[]): readonly string[] => tokens.map(({ key }) => beginning(key));

/** What is left of a part's words without the changes that are made throughout. */
export const withoutThroughout = (
  leftover: readonly Leftover[],
  throughout: readonly Throughout[],
): readonly Leftover[] =>
  throughout
    .reduce<readonly Leftover[]>(
      (left, change) =>
        left.map(({ removed, added }) => {
          const [gone, come] = [without(removed, change.removed), without(added, change.added)];
          return gone === undefined || come === undefined
            ? { removed, added }
            : { removed: gone, added: come };
        }),
      leftover,
    )
    .filter(({ removed, added }) => removed.length + added.length > 0);

/** The words without a run of them; undefined where they do not have it. */
function without(tokens: readonly Token[], run: readonly string[]): readonly Token[] | undefined {
  if (run.length === 0) return tokens;
  const words = stems(tokens);
  const at = words.findIndex((_, from) => run.every((stem, index) => words[from + index] === stem));
  return at < 0 ? undefined : [...tokens.slice(0, at), ...tokens.slice(at + run.length)];
}
