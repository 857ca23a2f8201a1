import { DOCUMENTS_FACT, type FactCondition, type FactValue, type Operator } from "../../model/condition.ts";
import { filled } from "../amounts.ts";
import { dotted } from "../dotted.ts";
import type { Names } from "../names.ts";
import WORDS from "./condition-phrases.json" with { type: "json" };

/** One comparison as a clause; `holds` is false where it is the comparison's contrary that is asked for. */
export function comparisonWords(comparison: FactCondition, holds: boolean, names: Names): string {
  const { fact, operator, value } = ofOneValue(comparison);
  const asked = holds ? operator : CONTRARY[operator];
  if (fact === DOCUMENTS_FACT && (asked === "contains" || asked === "doesNotContain") && typeof value === "string")
    return phrase(asked === "contains" ? "handedIn" : "notHandedIn", { paper: quoted(names.document(value), names) }, names);
  const equals = asked === "equal" ? true : asked === "notEqual" ? false : undefined;
  if (equals !== undefined) {
    const told = names.sentence(fact, value, equals);
    if (told !== undefined) return begun(told);
    if (typeof value === "boolean")
      return phrase(value === equals ? "yes" : "no", { fact: quoted(names.fact(fact), names) }, names);
  }
  return phrase(phraseFor(asked, value), { fact: quoted(names.fact(fact), names), value: valueWords(fact, value, names) }, names);
}

/** To be one of a single value is to have it. */
function ofOneValue(comparison: FactCondition): FactCondition {
  const { fact, operator, value } = comparison;
  if (!Array.isArray(value) || value.length !== 1 || (operator !== "in" && operator !== "notIn")) return comparison;
  return { fact, operator: operator === "in" ? "equal" : "notEqual", value: (value as readonly FactValue[])[0] ?? null };
}

const CONTRARY: Readonly<Record<Operator, Operator>> = {
  equal: "notEqual",
  notEqual: "equal",
  in: "notIn",
  notIn: "in",
  contains: "doesNotContain",
  doesNotContain: "contains",
  lessThan: "greaterThanInclusive",
  lessThanInclusive: "greaterThan",
  greaterThan: "lessThanInclusive",
  greaterThanInclusive: "lessThan",
};

const OF_DAYS: Partial<Record<Operator, keyof typeof WORDS>> = {
  lessThan: "before",
  lessThanInclusive: "notAfter",
  greaterThan: "after",
  greaterThanInclusive: "notBefore",
};

const phraseFor = (operator: Operator, value: FactValue): keyof typeof WORDS =>
  (isDay(value) ? OF_DAYS[operator] : undefined) ?? operator;

const isDay = (value: FactValue): value is string =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(value);

const valueWords = (fact: string, value: FactValue, names: Names): string =>
  isDay(value) ? dotted(value) : names.value(fact, value);

const phrase = (which: keyof typeof WORDS, told: Readonly<Record<string, string>>, names: Names): string =>
  filled(WORDS[which][names.language], told, names.language);

/** What people call a fact is no part of a sentence: it is put in quotation marks, in whatever language it begins with. */
const quoted = (words: string, names: Names): string => phrase("quoted", { words }, names);

/** A sentence within a sentence begins small, but for an abbreviation. */
const begun = (sentence: string): string =>
  /^\p{Lu}(?:\p{Ll}|\s)/u.test(sentence)
    ? `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
    : sentence;
