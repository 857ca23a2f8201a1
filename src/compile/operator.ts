import type { FactValue, Operator } from "../model/condition.ts";

type Holds = (value: FactValue) => boolean;

/**
 * What an operator of json-rules-engine 7 says of a fact's value, as a closure. Comparisons hold of numbers and of
 * dates (`YYYY-MM-DD` sorts as text); of anything else none holds, as there.
 */
export function holds(operator: Operator, expected: FactValue): Holds {
  switch (operator) {
    case "equal":
      return (value) => value === expected;
    case "notEqual":
      return (value) => value !== expected;
    case "in":
      return isOneOf(expected);
    case "notIn": {
      const isIn = isOneOf(expected);
      return (value) => !isIn(value);
    }
    case "contains":
      return (value) => Array.isArray(value) && value.includes(expected);
    case "doesNotContain":
      return (value) => Array.isArray(value) && !value.includes(expected);
    default:
      return comparison(operator, expected);
  }
}

function isOneOf(expected: FactValue): Holds {
  const values = new Set<unknown>(Array.isArray(expected) ? expected : [expected]);
  return (value) => values.has(value);
}

type Comparison = "lessThan" | "lessThanInclusive" | "greaterThan" | "greaterThanInclusive";

function comparison(operator: Comparison, expected: FactValue): Holds {
  const compare = COMPARE[operator];
  if (typeof expected !== "number" && typeof expected !== "string") return () => false;
  return (value) => typeof value === typeof expected && compare(value as number | string, expected);
}

const COMPARE: Record<Comparison, (a: number | string, b: number | string) => boolean> = {
  lessThan: (a, b) => a < b,
  lessThanInclusive: (a, b) => a <= b,
  greaterThan: (a, b) => a > b,
  greaterThanInclusive: (a, b) => a >= b,
};
