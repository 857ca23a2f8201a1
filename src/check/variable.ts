import type { Plan } from "../compile/plan.ts";
import type { Known } from "./known.ts";

/** Class of a decision variable's value: of a fact, or of a document (0 good, 1 not); undefined where it is unknown. */
export function classOf(plan: Plan, known: Known, variable: number): number | undefined {
  const fact = plan.facts[variable];
  if (fact !== undefined) {
    const value = known.values[variable];
    return value === undefined ? undefined : fact.classOf(value);
  }
  const state = known.documents[variable - plan.facts.length]?.state;
  return state === "unknown" ? undefined : state === "present" ? 0 : 1;
}
