import { comparisonsOf, type Condition, type FactCondition, type FactValue } from "../model/condition.ts";
import { holds } from "./operator.ts";

/** Kleene's three values: 1 holds, 0 does not, -1 cannot be told. */
export type Truth = 1 | 0 | -1;

/** Values of the facts by slot; `undefined` is a fact that nobody has told. */
export type Values = readonly (FactValue | undefined)[];

export type Test = (values: Values) => Truth;

/** One comparison of a condition, ready to run and to be shown. */
export interface Leaf {
  readonly slot: number;
  readonly condition: FactCondition;
  readonly holds: (value: FactValue) => boolean;
}

/** The condition as a closure over fact slots. A missing fact decides nothing, whatever the operator. */
export function testOf(condition: Condition, slotOf: (fact: string) => number): Test {
  if ("fact" in condition) {
    const slot = slotOf(condition.fact);
    const isTrue = holds(condition.operator, condition.value);
    return (values) => {
      const value = values[slot];
      return value === undefined ? -1 : isTrue(value) ? 1 : 0;
    };
  }
  if ("not" in condition) {
    const inner = testOf(condition.not, slotOf);
    return (values) => {
      const truth = inner(values);
      return truth === -1 ? -1 : truth === 1 ? 0 : 1;
    };
  }
  const [parts, deciding] =
    "all" in condition ? ([condition.all, 0] as const) : ([condition.any, 1] as const);
  return combined(
    parts.map((part) => testOf(part, slotOf)),
    deciding,
  );
}

/** One part that is `deciding` decides the whole; without one, an unknown part leaves it unknown. */
function combined(parts: readonly Test[], deciding: 0 | 1): Test {
  return (values) => {
    let whole: Truth = deciding === 0 ? 1 : 0;
    for (const part of parts) {
      const truth = part(values);
      if (truth === deciding) return deciding;
      if (truth === -1) whole = -1;
    }
    return whole;
  };
}

/** Every comparison of a condition as a leaf, in the order of the text. */
export const leavesOf = (condition: Condition, slotOf: (fact: string) => number): Leaf[] =>
  comparisonsOf(condition).map((comparison) => ({
    slot: slotOf(comparison.fact),
    condition: comparison,
    holds: holds(comparison.operator, comparison.value),
  }));

/** Slots of the facts that leave a condition open, each once: those of its parts that are open themselves, and no others. */
export function openSlots(
  condition: Condition,
  slotOf: (fact: string) => number,
): (values: Values) => number[] {
  const test = testOf(condition, slotOf);
  if ("fact" in condition) {
    const slot = slotOf(condition.fact);
    return (values) => (test(values) === -1 ? [slot] : []);
  }
  const parts = "not" in condition ? [condition.not] : "all" in condition ? condition.all : condition.any;
  const openIn = parts.map((part) => openSlots(part, slotOf));
  return (values) => (test(values) === -1 ? [...new Set(openIn.flatMap((open) => open(values)))] : []);
}
