import { checkSync, type Diagnostics, type Parameters } from "recheck";
import { size } from "./size.ts";
import { withoutAssertions } from "./without-assertions.ts";

/** What is asked about: a `RegExp`, or one as it stands in the code. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

// In this very thread, so that the verdict does not hang on whether a Java or a binary for this machine is about.
process.env["RECHECK_SYNC_BACKEND"] = "pure";

/**
 * Letters read bound the search, never time: a busy machine gets the same verdict later. Ten thousand letters cost a
 * linear pattern less than ten million, and one that is not more.
 */
const WITHOUT_A_CLOCK: Parameters = {
  attackLimit: 10_000_000,
  maxAttackStringSize: 10_000,
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
};

/** Longer patterns are lists of words, for which the automaton grows beyond measure. */
const LONG = 150;

/** What the search for an attack on a long pattern takes every day; at full size it is what recheck takes by itself. */
const SHORT_SEARCH: Parameters = {
  seeder: "dynamic",
  maxIteration: 2,
  maxInitialGenerationSize: 60,
  maxGenerationSize: 30,
  crossoverSize: 5,
  mutationSize: 15,
};

/**
 * Whether a pattern takes linear time on every text: true, or the text that shows otherwise. A short pattern is settled
 * by theory, once its look-arounds are written out; for others an attack is searched, from the same seed each time.
 */
export function patternIsLinear({ source, flags }: Pattern): true | string {
  const long = source.length > LONG;
  const plain = long ? undefined : withoutAssertions(source, flags);
  if (plain !== undefined) {
    const proof = checkSync(plain.source, flags, { ...WITHOUT_A_CLOCK, maxNFASize: 5_000 });
    if (proof.checker === "automaton" && (proof.status === "safe" || plain.exact)) return verdict(proof);
  }
  const search = long ? size(SHORT_SEARCH, {}) : {};
  return verdict(checkSync(source, flags, { ...WITHOUT_A_CLOCK, checker: "fuzz", ...search }));
}

function verdict(result: Diagnostics): true | string {
  if (result.status === "safe") return true;
  return result.status === "vulnerable" ? result.attack.pattern : JSON.stringify(result.error);
}
