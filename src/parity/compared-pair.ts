import type { BlockPair } from "./pair-blocks.ts";
import { conceptExcess, excessOf, type Excess } from "./compare-signs.ts";
import { denialExcess } from "./denials.ts";
import type { ConceptSign, DenialSign, NumberSign, Sign, Signs } from "./sign.ts";
import { signsOf, type SignReader } from "./signs-in.ts";

/** A pair of provisions with what each says and the other does not, before anything of that is excused. */
export interface ComparedPair {
  readonly pair: BlockPair;
  readonly first: Signs;
  readonly second: Signs;
  readonly amounts: Excess;
  readonly clocks: Excess;
  readonly numbers: Excess<NumberSign>;
  readonly concepts: Excess<ConceptSign>;
  readonly denials: Excess<DenialSign>;
}

/** Reads both sides of a pair and sets off what both say. */
export function comparedPair(pair: BlockPair, first: SignReader, second: SignReader): ComparedPair {
  const [one, other] = [signsOf(pair.ours, first), signsOf(pair.theirs, second)];
  return {
    pair,
    first: one,
    second: other,
    amounts: excessOf(one.amounts, other.amounts),
    clocks: excessOf(one.clocks, other.clocks),
    numbers: excessOf(one.numbers, other.numbers),
    concepts: conceptExcess(one, other),
    denials: denialExcess(one, other),
  };
}

/** Signs that must be at odds before two provisions are taken for no pair at all, and how many more they are than shared ones. */
const MANY = 6;
const TIMES = 2;

/** Whether two provisions say such different things that they are no translation of each other. */
export function isUnlike({ first, second, amounts, clocks, numbers, concepts }: ComparedPair): boolean {
  const atOdds = [amounts, clocks, numbers, concepts].reduce(
    (sum, { ours, theirs }) => sum + ours.length + theirs.length,
    0,
  );
  const all = (signs: Signs): readonly Sign[] => [
    ...signs.amounts,
    ...signs.clocks,
    ...signs.numbers,
    ...signs.concepts,
  ];
  const values = new Set(all(second).map(({ value }) => value));
  const shared = new Set(all(first).flatMap(({ value }) => (values.has(value) ? [value] : []))).size;
  return atOdds >= MANY && atOdds > TIMES * shared;
}
