import type { Condition, FactCondition } from "../../../src/model/condition.ts";
import type { LoggedEvent } from "./log.ts";

/** What of the facts of the made-up logs is written how: everything else tells nothing. */
const READ: Readonly<Record<string, (word: string) => string | number | undefined>> = {
  "applicant.personType": (word) =>
    ({ company: "legal-person", "physical person": "natural-person", "жеке тұлға": "natural-person" })[word],
  "applicant.age": (word) => (/^\d+$/.test(word) ? Number(word) : undefined),
};

/** Whether a term is a round's: yes, no, or nobody can tell, since its rows say too little, or two things. */
export function isTheirs(condition: Condition, events: readonly LoggedEvent[]): boolean | undefined {
  if ("fact" in condition) return compared(condition, events);
  if ("not" in condition) {
    const inner = isTheirs(condition.not, events);
    return inner === undefined ? undefined : !inner;
  }
  const isAll = "all" in condition;
  const parts = (isAll ? condition.all : condition.any).map((part) => isTheirs(part, events));
  if (parts.includes(!isAll)) return !isAll;
  return parts.includes(undefined) ? undefined : isAll;
}

/** Two values that no rule tells apart say the same. */
function compared(
  { fact, operator, value }: FactCondition,
  events: readonly LoggedEvent[],
): boolean | undefined {
  const told = events.flatMap(({ facts }) => READ[fact]?.(facts[fact] ?? "") ?? []);
  const outcomes = new Set(
    told.map((each) => (operator === "lessThan" ? Number(each) < Number(value) : each === value)),
  );
  const [only] = outcomes;
  return outcomes.size === 1 ? only : undefined;
}
