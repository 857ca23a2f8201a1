import { checkSync, type Diagnostics, type Parameters } from "recheck";
import { analyse } from "scslre";
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

/** For lists of words, whose letters are counted here, and for many repetitions the automaton grows beyond measure. */
const LETTERS = 16;
const REPEATED = 60;

/** Where recheck leaves theory for a search. */
const THEORY: Parameters = { maxNFASize: 5_000, maxRepeatCount: REPEATED };

/** What the search for an attack on a large pattern takes every day; at full size it is what recheck takes by itself. */
const SHORT_SEARCH: Parameters = {
  seeder: "dynamic",
  maxIteration: 2,
  maxInitialGenerationSize: 60,
  maxGenerationSize: 30,
  crossoverSize: 5,
  mutationSize: 15,
};

/**
 * Whether a pattern takes linear time on every text: true, or the text that shows otherwise. A small pattern is settled
 * by theory, once its look-arounds are written out. A large one is asked whether one letter repeated does it; then, as a
 * small one that theory leaves open, for an attack, searched from the same seed each time.
 */
export function patternIsLinear({ source, flags }: Pattern): true | string {
  const large = lettersOf(source) > LETTERS || repetitions(source) > REPEATED;
  const plain = large ? undefined : withoutAssertions(source, flags);
  if (plain !== undefined) {
    const proof = checkSync(plain.source, flags, { ...WITHOUT_A_CLOCK, ...SHORT_SEARCH, ...THEORY });
    if (proof.checker === "automaton" && (proof.status === "safe" || plain.exact)) return verdict(proof);
  }
  const [repeated] = large ? analyse({ source, flags }).reports : [];
  if (repeated !== undefined) return `${repeated.character.pick} repeated`;
  const search = large ? size(SHORT_SEARCH, {}) : {};
  return verdict(checkSync(source, flags, { ...WITHOUT_A_CLOCK, checker: "fuzz", ...search }));
}

/** How many letters stand in a pattern as themselves. */
const lettersOf = (source: string): number =>
  source.replaceAll(/\\[pP]\{[^}]*\}|\\\p{L}/gu, "").match(/\p{L}/gu)?.length ?? 0;

/** How often counted things are repeated, all in all. */
function repetitions(source: string): number {
  const counts = [...source.matchAll(/\{(\d+)(?:,(\d*))?\}/gu)];
  return counts.reduce((sum, [, least, most]) => sum + Math.max(Number(least), Number(most ?? 0)), 0);
}

function verdict(result: Diagnostics): true | string {
  if (result.status === "safe") return true;
  return result.status === "vulnerable" ? result.attack.pattern : JSON.stringify(result.error);
}
