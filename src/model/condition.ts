/** A value that a fact can have or be compared with. */
export type FactValue = string | number | boolean | null | readonly FactValue[];

/** The papers handed in, by their types, as a fact of every request: `contains` asks whether one is among them. */
export const DOCUMENTS_FACT = "documents";

/** One comparison of a fact, in the JSON form of json-rules-engine. */
export interface FactCondition {
  readonly fact: string;
  readonly operator: Operator;
  readonly value: FactValue;
}

/** A condition in the JSON form of json-rules-engine. */
export type Condition =
  | FactCondition
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** The operators of json-rules-engine that Tarmaq knows. */
export const OPERATORS = [
  "equal",
  "notEqual",
  "in",
  "notIn",
  "contains",
  "doesNotContain",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
] as const;
export type Operator = (typeof OPERATORS)[number];

/** Whether a value of unknown kind is a condition: a comparison of a fact, or conditions joined. */
export const isCondition = (value: object): value is Condition =>
  "all" in value || "any" in value || "not" in value || ("fact" in value && "operator" in value);

/** Every comparison of a condition, in the order of the text. */
export function comparisonsOf(condition: Condition): readonly FactCondition[] {
  if ("fact" in condition) return [condition];
  if ("not" in condition) return comparisonsOf(condition.not);
  return ("all" in condition ? condition.all : condition.any).flatMap(comparisonsOf);
}
