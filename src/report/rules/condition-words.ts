import type { Condition, Operator } from "../../model/condition.ts";
import type { Language } from "../../model/language.ts";
import type { Names } from "../names.ts";
import WORDS from "./rulebook-words.json" with { type: "json" };

const SIGNS: Readonly<Record<Operator, string>> = {
  equal: "=",
  notEqual: "≠",
  in: "∈",
  notIn: "∉",
  contains: "∋",
  doesNotContain: "∌",
  lessThan: "<",
  lessThanInclusive: "≤",
  greaterThan: ">",
  greaterThanInclusive: "≥",
};

/** A condition as a lawyer can read it: facts by their names, joined by and, or, not. */
export function conditionWords(condition: Condition, names: Names, lang: Language): string {
  if ("all" in condition) return joined(condition.all, "and", names, lang);
  if ("any" in condition) return joined(condition.any, "or", names, lang);
  if ("not" in condition) return WORDS.not[lang].replace("{part}", conditionWords(condition.not, names, lang));
  const { fact, operator, value } = condition;
  if (typeof value === "boolean" && (operator === "equal" || operator === "notEqual"))
    return names.told(fact, operator === "equal" ? value : !value);
  const sign = SIGNS[operator];
  return `${names.fact(fact)} ${sign} ${names.value(fact, value)}`;
}

const joined = (parts: readonly Condition[], by: "and" | "or", names: Names, lang: Language): string =>
  parts
    .map((part) =>
      "all" in part || "any" in part
        ? `(${conditionWords(part, names, lang)})`
        : conditionWords(part, names, lang),
    )
    .join(` ${WORDS[by][lang]} `);
