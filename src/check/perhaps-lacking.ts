import type { Plan } from "../compile/plan.ts";
import type { DocumentGroup } from "../compile/planned.ts";
import type { Condition } from "../model/condition.ts";
import type { LackingDocument, MissingDocument } from "../model/verdict.ts";
import { lackOf, namesOf } from "./documents.ts";
import type { Known } from "./known.ts";

/**
 * What perhaps is lacking, each document with the condition on which it is asked for; documents that several rules ask for on
 * conditions are, where any of these holds.
 */
export function perhapsLacking(
  groups: readonly DocumentGroup[],
  plan: Plan,
  known: Known,
): readonly MissingDocument[] {
  const perhaps = new Map<string, MissingDocument>();
  for (const { members } of groups) {
    const lack = lackOf(members, plan, known);
    const name = namesOf(lack.oneOf);
    const there = perhaps.get(name);
    perhaps.set(name, there === undefined ? lack : onEither(there, lack));
  }
  return [...perhaps.values()];
}

const onEither = (one: MissingDocument, other: MissingDocument): MissingDocument => ({
  oneOf: one.oneOf.map((lacking) =>
    alsoWhen(lacking, other.oneOf.find(({ document }) => document === lacking.document)?.when),
  ),
  rules: [...one.rules, ...other.rules],
});

function alsoWhen(one: LackingDocument, when: Condition | undefined): LackingDocument {
  if (one.when === undefined || when === undefined) {
    const { document, state, validUntil } = one;
    return { document, state, ...(validUntil === undefined ? {} : { validUntil }) };
  }
  const before = "any" in one.when ? one.when.any : [one.when];
  return { ...one, when: { any: [...before, when] } };
}
