import type { Condition } from "../model/condition.ts";
import { leavesOf, openSlots, testOf } from "./condition.ts";
import type { Plan } from "./plan.ts";
import type { PlannedCondition, Sight } from "./planned.ts";

/** With more ways to see a rule, its reasons are made anew for each verdict. */
const MOST_SIGHTS = 256;

/** A condition over a book's facts, ready to run. */
export function planned(
  condition: Condition,
  { slots, facts }: Pick<Plan, "slots" | "facts">,
): PlannedCondition {
  const slotOf = (fact: string): number => slots.get(fact) ?? -1;
  const leaves = leavesOf(condition, slotOf);
  const sight = sightOf([...new Set(leaves.map(({ slot }) => slot))], facts);
  return { test: testOf(condition, slotOf), leaves, open: openSlots(condition, slotOf), sight };
}

/** Undefined where a fact can have many values, or all together too many. */
function sightOf(slots: readonly number[], facts: Plan["facts"]): Sight | undefined {
  const factors: number[] = [];
  let size = 1;
  for (const slot of slots) {
    const few = facts[slot]?.few;
    if (few === undefined) return undefined;
    factors.push(size);
    size *= few.classes.length;
  }
  return size > MOST_SIGHTS ? undefined : { slots, factors, size };
}
