import type { Citation } from "../model/citation.ts";
import type { Parity } from "../model/parity.ts";
import type { Candidate } from "../model/rule.ts";
import type { ReadOtherwise } from "../model/held-texts.ts";
import type { SaidOtherwise } from "../model/twin.ts";
import type { BlockPair } from "../parity/pair-blocks.ts";
import { pairRules } from "./pair-rules.ts";

/**
 * Whether two values tell that one of them is misread. A side that says nothing of it does not: such rules are as often right
 * as others (`weigh.ts`), since either language may leave it to the words around. At which stage a refusal comes is
 * concluded from words that translations are free in ("returns", "refuses").
 */
const tells = ({ field, here, there }: SaidOtherwise): boolean =>
  field !== "stage" && here !== undefined && there !== undefined;

/**
 * Places where two texts of one law gave rules of one kind that say otherwise, though their words were found to differ in
 * nothing: one of the two is likely misread. None where the texts are hardly of one day, and none at a place that `parity`
 * tells anyway. The same is told once a place.
 */
export function readOtherwise(
  first: readonly Candidate[],
  second: readonly Candidate[],
  pairs: readonly BlockPair[],
  parity: Parity,
): readonly ReadOtherwise[] {
  if (!parity.isOneVersion) return [];
  const told = toldPlaces(parity);
  const found = new Map<string, ReadOtherwise>();
  for (const { rule, twin, otherwise } of pairRules(pairs, first, second).pairs) {
    const differs = otherwise.filter(tells);
    if (twin === undefined || differs.length === 0) continue;
    if (told.first.has(rule.path) || told.second.has(twin.path)) continue;
    const key = JSON.stringify([rule.kind, rule.path, twin.path, differs]);
    if (found.has(key)) continue;
    found.set(key, { kind: rule.kind, otherwise: differs, first: [cited(rule)], second: [cited(twin)] });
  }
  return [...found.values()];
}

/** The paths in each text at which `parity` has a difference, or held nothing against anything. */
function toldPlaces({
  differences,
  notCompared,
}: Parity): Readonly<Record<"first" | "second", ReadonlySet<string>>> {
  const all = [...differences, ...notCompared.filter(({ why }) => why === "unlike")];
  const paths = (side: "first" | "second"): ReadonlySet<string> =>
    new Set(all.flatMap((one) => one[side].map(({ path }) => path)));
  return { first: paths("first"), second: paths("second") };
}

const cited = ({ path, cite, source: { file, quote, spans } }: Candidate): Citation => ({
  document: file,
  path,
  cite,
  quote,
  spans,
});
