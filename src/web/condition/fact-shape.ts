import { DOCUMENTS_FACT, type FactValue, type Operator } from "../../model/condition.ts";
import { CHANNELS } from "../../model/rule.ts";
import type { FactType, Vocabulary } from "../../model/vocabulary.ts";

/** What a fact can be compared with. */
export interface FactShape {
  readonly is: FactType | "paper" | "any";
  /** All values that it can have, where they are few. */
  readonly values?: readonly string[];
}

/** The shape of a fact: from the vocabulary; of one that is not there, what its value looks like. */
export function shapeOf(fact: string, { facts }: Vocabulary, value?: FactValue): FactShape {
  if (fact === DOCUMENTS_FACT) return { is: "paper" };
  if (fact === "channel") return { is: "string", values: CHANNELS };
  const entry = facts.find(({ id }) => id === fact);
  if (entry === undefined) return { is: looksLike(value) };
  const values = entry.values?.map((one) => one.value);
  return { is: entry.type, ...(values !== undefined && { values }) };
}

function looksLike(value: FactValue | undefined): FactShape["is"] {
  const one = Array.isArray(value) ? (value as readonly FactValue[])[0] : value;
  return typeof one === "boolean" ? "boolean" : typeof one === "number" ? "number" : "any";
}

const EQUAL = ["equal", "notEqual"] as const;
const SETS = ["in", "notIn"] as const;
const ORDER = ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"] as const;

const FITTING: Readonly<Record<FactShape["is"], readonly Operator[]>> = {
  boolean: EQUAL,
  string: [...EQUAL, ...SETS],
  integer: [...EQUAL, ...ORDER, ...SETS],
  number: [...EQUAL, ...ORDER, ...SETS],
  date: [...EQUAL, ...ORDER],
  list: ["contains", "doesNotContain"],
  paper: ["contains", "doesNotContain"],
  any: [...EQUAL, ...SETS, ...ORDER, "contains", "doesNotContain"],
};

/** The operators that fit a fact, the usual one first. */
export const operatorsOf = ({ is }: FactShape): readonly Operator[] => FITTING[is];
