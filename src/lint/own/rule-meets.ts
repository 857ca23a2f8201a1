import type { Condition, FactCondition, FactValue } from "../../model/condition.ts";
import type { Rule } from "../../model/rule.ts";

/** Whether a rule meets a condition over its own fields, `min.amount` within one; a field that is absent is null. */
export function meets(rule: Rule, condition: Condition): boolean {
  if ("all" in condition) return condition.all.every((one) => meets(rule, one));
  if ("any" in condition) return condition.any.some((one) => meets(rule, one));
  if ("not" in condition) return !meets(rule, condition.not);
  return compares(fieldOf(rule, condition.fact), condition);
}

function fieldOf(rule: Rule, name: string): unknown {
  let value: unknown = rule;
  for (const step of name.split("."))
    value =
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Readonly<Record<string, unknown>>)[step]
        : null;
  return value ?? null;
}

function compares(field: unknown, { operator, value }: FactCondition): boolean {
  switch (operator) {
    case "equal":
      return field === value;
    case "notEqual":
      return field !== value;
    case "in":
      return listed(value, field);
    case "notIn":
      return !listed(value, field);
    case "contains":
      return listed(field, value);
    case "doesNotContain":
      return !listed(field, value);
    default:
      return typeof field === "number" && typeof value === "number" && ordered(field, operator, value);
  }
}

/** Whether a list has a value, or words have others in them. */
const listed = (list: unknown, value: unknown): boolean =>
  Array.isArray(list)
    ? (list as readonly FactValue[]).some((one) => one === value)
    : typeof list === "string" && typeof value === "string" && list.includes(value);

function ordered(
  one: number,
  operator: "lessThan" | "lessThanInclusive" | "greaterThan" | "greaterThanInclusive",
  other: number,
): boolean {
  switch (operator) {
    case "lessThan":
      return one < other;
    case "lessThanInclusive":
      return one <= other;
    case "greaterThan":
      return one > other;
    case "greaterThanInclusive":
      return one >= other;
  }
}
