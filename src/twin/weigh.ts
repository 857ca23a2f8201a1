import type { SaidOtherwise, SubstanceField, TwinReading } from "../model/twin.ts";

/** Fields that make a rule another one where both texts have a value, and not the same. */
const DECISIVE: ReadonlySet<SubstanceField> = new Set([
  "length",
  "days",
  "time",
  "before",
  "outside",
  "sum",
  "forms",
  "stage",
  "who",
]);

/** How a rule's counterpart reads: the same, the same in part, or otherwise. */
export function readingOf(otherwise: readonly SaidOtherwise[]): "agrees" | "in-part" | "differs" {
  if (otherwise.length === 0) return "agrees";
  const isAnother = otherwise.some(
    ({ field, here, there }) => DECISIVE.has(field) && here !== undefined && there !== undefined,
  );
  return isAnother ? "differs" : "in-part";
}

/**
 * How many times likelier each reading is of a rule that was read right than of one that was read wrong, rounded towards 1.
 * Measured where errors can be counted: on acts with gold whose words were taken out at random, three in a hundred and one
 * in ten (`tests/gold/twins.ts`).
 */
const LIKELIER: Readonly<Record<TwinReading, number>> = {
  agrees: 8,
  // As often right as others; what it says besides is what the two may have otherwise.
  "in-part": 1,
  differs: 0.3,
  silent: 0.3,
  missing: 0.05,
};
/** The same for another value where the words themselves differ in substance. */
const WORDS_DIFFER = 0.05;

/**
 * Confidence, from 0 to 1, once the other language's text has been heard: the odds times what its reading weighs.
 * `wordsDiffer`: the two provisions were found to differ in substance.
 */
export function weighed(alone: number, reading: TwinReading, wordsDiffer: boolean): number {
  if (alone >= SUREST) return alone;
  const times = reading === "differs" && wordsDiffer ? WORDS_DIFFER : LIKELIER[reading];
  const odds = (alone / (1 - alone)) * times;
  return Math.min(SUREST, Math.round((odds / (1 + odds)) * HUNDREDTHS) / HUNDREDTHS);
}

const HUNDREDTHS = 100;
/** Two readers of one law can be wrong together. */
const SUREST = 0.99;
