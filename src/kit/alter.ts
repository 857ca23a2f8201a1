import type { Fact } from "../compile/fact.ts";
import type { FactValue } from "../model/condition.ts";
import type { Told } from "./told.ts";

/** The request with another value of a fact; a finding is asserted, or not. */
export function withFact(told: Told, { id, finding }: Fact, value: FactValue): Told {
  if (!finding) return { ...told, facts: { ...told.facts, [id]: value } };
  const others = told.findings.filter((other) => other !== id);
  return { ...told, findings: value === true ? [...others, id] : others };
}

/** The request without these papers. */
export const withoutPapers = (told: Told, types: readonly string[]): Told => ({
  ...told,
  papers: Object.fromEntries(Object.entries(told.papers).filter(([type]) => !types.includes(type))),
});

/** In how many facts and findings two requests differ. */
export function distance(one: Told, other: Told): number {
  const ids = new Set([...Object.keys(one.facts), ...Object.keys(other.facts)]);
  const facts = [...ids].filter((id) => one.facts[id] !== other.facts[id]).length;
  const found = new Set([...one.findings, ...other.findings]);
  return facts + [...found].filter((id) => one.findings.includes(id) !== other.findings.includes(id)).length;
}
