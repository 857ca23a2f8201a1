import { comparisonsOf, DOCUMENTS_FACT, type FactValue } from "../model/condition.ts";
import type { Fact } from "../compile/fact.ts";
import type { Plan } from "../compile/plan.ts";
import { conditionsOf } from "../compile/rule-condition.ts";
import type { Rule } from "../model/rule.ts";

/** Values of a fact that are tried: of all that its rules tell apart the ones on both sides of each bound. */
const MOST_VALUES = 24;

/** Facts that a request tells: neither its channel nor its papers, nor what an officer finds. */
export const isTold = ({ id, finding }: Fact): boolean =>
  !finding && id !== "channel" && id !== DOCUMENTS_FACT;

/** Values of a fact, every class of them with all its samples; words that stand for any other word are left out. */
export function valuesOf({ classes, finding }: Fact): readonly FactValue[] {
  if (finding) return [true, false];
  const all = classes.flat().filter((value) => !(typeof value === "string" && NO_WORD.test(value)));
  return (all.length > 0 ? all : classes.flat()).slice(0, MOST_VALUES);
}

/** Words of `compile/fact.ts` that no person would write: before and behind another, or none of those named. */
const NO_WORD = /^$|\0|∗/;

/** Facts, told and found, that a rule's condition looks at. */
export function factsOf(rule: Rule, { facts, slots }: Plan): Fact[] {
  const ids = new Set(
    conditionsOf(rule)
      .flatMap(comparisonsOf)
      .map(({ fact }) => fact),
  );
  return [...ids].flatMap((id) => {
    const slot = slots.get(id);
    const fact = slot === undefined ? undefined : facts[slot];
    return fact === undefined || (!fact.finding && !isTold(fact)) ? [] : [fact];
  });
}
