import type { Concept } from "../language/concepts.ts";
import type { ComparedPair } from "./compared-pair.ts";
import type { Excess } from "./compare-signs.ts";
import { listOf } from "./list-of.ts";
import type { ConceptSign, Sign } from "./sign.ts";

const MEASURES = ["amounts", "clocks", "numbers", "concepts", "denials"] as const;
type Measure = (typeof MEASURES)[number];

/** Values that stand in one place each: where two places have them changed for each other, neither was moved. */
const PLACED: ReadonlySet<Measure> = new Set(["amounts", "clocks", "denials"]);

/**
 * Takes out what the other language says at another place of the same list. Where verbs stand last, the last item says what
 * the opening words say in the other language: "… are grounds of refusal" behind all of them.
 */
export function withoutMoved(pairs: readonly ComparedPair[]): readonly ComparedPair[] {
  const ours = new Set<string>();
  const theirs = new Set<string>();
  const lists = new Map(
    pairs.map((one) => [one, listOf((one.pair.ours[0] ?? one.pair.theirs[0])?.path ?? "")]),
  );
  const key = (pair: ComparedPair, measure: Measure, { value }: Sign): string =>
    [lists.get(pair), measure, value].join("\n");
  for (const pair of pairs) {
    for (const measure of MEASURES) {
      for (const sign of pair[measure].ours) ours.add(key(pair, measure, sign));
      for (const sign of pair[measure].theirs) theirs.add(key(pair, measure, sign));
    }
  }
  return pairs.map((pair, index) => {
    const beside = [pairs[index - 1], pairs[index + 1]].flatMap((one) =>
      one !== undefined && lists.get(one) === lists.get(pair) ? [one] : [],
    );
    const kept = <Kind extends Sign>(measure: Measure, excess: Excess<Kind>): Excess<Kind> =>
      PLACED.has(measure) && excess.ours.length > 0 && excess.theirs.length > 0
        ? excess
        : {
            ours: excess.ours.filter((sign) => !theirs.has(key(pair, measure, sign))),
            theirs: excess.theirs.filter((sign) => !ours.has(key(pair, measure, sign))),
          };
    const concepts = kept("concepts", pair.concepts);
    return {
      ...pair,
      amounts: kept("amounts", pair.amounts),
      clocks: kept("clocks", pair.clocks),
      numbers: kept("numbers", pair.numbers),
      concepts: {
        ours: concepts.ours.filter(
          ({ concept }) =>
            !beside.some((one) => isPlainlyOnly(concept, one.second.concepts, one.first.concepts)),
        ),
        theirs: concepts.theirs.filter(
          ({ concept }) =>
            !beside.some((one) => isPlainlyOnly(concept, one.first.concepts, one.second.concepts)),
        ),
      },
      denials: kept("denials", pair.denials),
    };
  });
}

/** Whether one side says a meaning plainly that the other at most answers: next door it may be the other way round. */
const isPlainlyOnly = (
  concept: Concept,
  ours: readonly ConceptSign[],
  theirs: readonly ConceptSign[],
): boolean => {
  const isPlain = (sign: ConceptSign): boolean => sign.concept === concept && !sign.loose;
  return ours.some(isPlain) && !theirs.some(isPlain);
};
