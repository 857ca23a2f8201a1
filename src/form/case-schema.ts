import { comparisonsOf, type FactCondition } from "../model/condition.ts";
import type { Asked } from "./asked-facts.ts";
import { classSchema, type Schema } from "./class-schema.ts";
import type { Fact } from "../compile/fact.ts";
import type { Plan } from "../compile/plan.ts";
import { conditionsOf } from "../compile/rule-condition.ts";
import type { Case } from "./told-facts.ts";

/** Every comparison of a fact in a book, by the fact's id. */
export function comparisonsIn({ book, facts }: Plan): ReadonlyMap<string, readonly FactCondition[]> {
  const found = new Map<string, FactCondition[]>(facts.map(({ id }) => [id, []]));
  for (const comparison of book.rules.flatMap(conditionsOf).flatMap(comparisonsOf))
    found.get(comparison.fact)?.push(comparison);
  return found;
}

/** Whether a schema can tell each class of a fact's values from the others. */
export const isTellable = (fact: Fact, comparisons: readonly FactCondition[]): boolean =>
  fact.classes.every((_, index) => classSchema(fact, comparisons, new Set([index])) !== undefined);

/** A schema that the facts of a request pass in one of these cases, and in no other. */
export function caseSchema(
  cases: readonly Case[],
  { facts }: Asked,
  comparisons: ReadonlyMap<string, readonly FactCondition[]>,
): Schema {
  const schemas = cases.map((one) => {
    const properties: [string, Schema | boolean][] = [];
    const required: string[] = [];
    for (const [place, classes] of one) {
      const fact = facts[place]?.fact;
      if (fact === undefined) throw new RangeError(`a case names fact ${place}, which is not asked for`);
      const told = new Set(classes.filter((index) => index < fact.classes.length));
      const isToldOnly = told.size === classes.length;
      properties.push([
        fact.id,
        told.size === 0 ? false : (classSchema(fact, comparisons.get(fact.id) ?? [], told) ?? true),
      ]);
      if (isToldOnly) required.push(fact.id);
    }
    return {
      type: "object",
      properties: Object.fromEntries(properties),
      ...(required.length === 0 ? {} : { required }),
    };
  });
  const [only] = schemas;
  return schemas.length === 1 && only !== undefined ? only : { type: "object", anyOf: schemas };
}
