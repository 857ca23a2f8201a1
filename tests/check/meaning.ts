import type { Condition, FactValue } from "../../src/model/condition.ts";
import type { Channel, Rule } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";

/** Facts as far as they are told. */
export type Told = Readonly<Record<string, FactValue | undefined>>;

/** What a condition comes to by Kleene's logic, written down apart from the compiler; undefined is unknown. */
export function truth(condition: Condition, told: Told): boolean | undefined {
  if ("not" in condition) {
    const inner = truth(condition.not, told);
    return inner === undefined ? undefined : !inner;
  }
  if ("all" in condition || "any" in condition) {
    const isAll = "all" in condition;
    const parts = (isAll ? condition.all : condition.any).map((part) => truth(part, told));
    if (parts.includes(!isAll)) return !isAll;
    return parts.includes(undefined) ? undefined : isAll;
  }
  const value = told[condition.fact];
  const expected = condition.value;
  if (value === undefined) return undefined;
  const isIn = (list: FactValue): boolean => Array.isArray(list) && list.some((item) => item === value);
  const compared = typeof value === typeof expected;
  switch (condition.operator) {
    case "equal":
      return value === expected;
    case "notEqual":
      return value !== expected;
    case "in":
      return isIn(expected);
    case "notIn":
      return !isIn(expected);
    case "lessThan":
      return compared && (value as number) < (expected as number);
    case "lessThanInclusive":
      return compared && (value as number) <= (expected as number);
    case "greaterThan":
      return compared && (value as number) > (expected as number);
    case "greaterThanInclusive":
      return compared && (value as number) >= (expected as number);
    case "contains":
      return Array.isArray(value) && value.some((item) => item === expected);
    case "doesNotContain":
      return Array.isArray(value) && !value.some((item) => item === expected);
  }
}

/** The rules of a book that judge requests through a channel and have a condition, as the book has them. */
export const judgingConditions = (book: Rulebook, channel: Channel): Condition[] =>
  book.rules.filter((rule) => rule.judges !== false && covers(rule, channel)).flatMap(whenOf);

/** Whether a rule covers a channel: one that names none covers all. */
export function covers(rule: Rule, channel: Channel): boolean {
  if ("channels" in rule) return rule.channels.includes(channel);
  return !("channel" in rule) || rule.channel === channel;
}

const whenOf = (rule: Rule): Condition[] =>
  (rule.kind === "eligibility" || rule.kind === "refusal" || rule.kind === "document") &&
  rule.when !== undefined
    ? [rule.when]
    : [];

/** Every comparison of a condition. */
export const comparisonsIn = (condition: Condition): Extract<Condition, { fact: string }>[] =>
  "fact" in condition
    ? [condition]
    : "not" in condition
      ? comparisonsIn(condition.not)
      : ("all" in condition ? condition.all : condition.any).flatMap(comparisonsIn);
