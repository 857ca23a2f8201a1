import type { Plan } from "../compile/plan.ts";
import type { PlannedCondition, Sight } from "../compile/planned.ts";
import type { SeenFact } from "../model/verdict.ts";
import type { Known } from "./known.ts";
import type { Looked } from "./memory.ts";

/** What the condition of a rule sees; the same object where the same was seen before and its facts have few values. */
export function look(rule: number, when: PlannedCondition, plan: Plan, known: Known): Looked {
  const { sight } = when;
  if (sight === undefined) return lookAnew(when, -1, plan, known);
  const number = numberOf(sight, known);
  const before = known.memory.lookedBy(rule, sight.size);
  return (before[number] ??= lookAnew(when, number, plan, known));
}

function numberOf({ slots, factors }: Sight, { places }: Known): number {
  let number = 0;
  for (let index = 0; index < slots.length; index += 1)
    number += (factors[index] ?? 0) * (places[slots[index] ?? -1] ?? 0);
  return number;
}

function lookAnew(
  { test, leaves, open }: PlannedCondition,
  sight: number,
  { facts }: Plan,
  { values }: Known,
): Looked {
  const idOf = (slot: number): string => facts[slot]?.id ?? "";
  const truth = test(values);
  return {
    sight,
    truth,
    facts: leaves.map(({ slot, condition: { operator, value: expected }, holds }): SeenFact => {
      const fact = idOf(slot);
      const value = values[slot];
      if (value === undefined) return { fact, operator, expected, outcome: "unknown" };
      return { fact, operator, expected, value, outcome: holds(value) ? "pass" : "fail" };
    }),
    missing: truth === -1 ? open(values).map(idOf) : [],
  };
}
