import { bears } from "../compile/bears.ts";
import type { Fact } from "../compile/fact.ts";
import type { Plan } from "../compile/plan.ts";
import { conditionOf } from "../compile/rule-condition.ts";
import type { Rule } from "../model/rule.ts";
import { aloneAgainst } from "./alone.ts";
import { withFact } from "./alter.ts";
import { verdictCase, type Draft } from "./drafts.ts";
import { factsOf, isTold, valuesOf } from "./samples.ts";
import type { Asked, Told } from "./told.ts";

/** Whether a rule stands against requests by a condition: a ground, or a requirement of the applicant. */
export const isCondition = (rule: Rule): boolean =>
  (rule.kind === "eligibility" || (rule.kind === "refusal" && rule.effect !== "hold")) &&
  conditionOf(rule).length > 0;

/**
 * Requests that a ground is just met by, and just not: the nearest to one with which all is in order, and beside it every
 * value of each fact that the ground looks at. `whole`: all of them; otherwise those two alone, where the ground has been
 * tested through another channel.
 */
export function conditionCases(rule: Rule, base: Told, plan: Plan, asked: Asked, whole: boolean): Draft[] {
  if (!bears(rule, base.channel)) return [];
  const own = factsOf(rule, plan);
  const others = factsBeside(own, base, plan);
  const met = aloneAgainst(rule.id, base, own, others, asked);
  if (met === undefined) return [];
  const tried = [met, ...own.flatMap((fact) => valuesOf(fact).map((value) => withFact(met, fact, value)))];
  const besideBase = own.flatMap((fact) => valuesOf(fact).map((value) => withFact(base, fact, value)));
  const cases = [...tried, base, ...besideBase].map((told) =>
    verdictCase(
      asked.of(told).against.includes(rule.id) ? "ground-just-met" : "ground-just-not-met",
      rule,
      told,
      asked,
    ),
  );
  if (whole) return cases;
  const not = cases.find(({ matter }) => matter === "ground-just-not-met");
  return [...cases.slice(0, 1), ...(not === undefined ? [] : [not])];
}

/** The other facts that a request through the channel tells, and what may be found. */
export function factsBeside(own: readonly Fact[], { channel }: Told, plan: Plan): Fact[] {
  const seen = new Set(plan.channels[channel].facts);
  return plan.facts.filter((fact, slot) => seen.has(slot) && isTold(fact) && !own.includes(fact));
}
