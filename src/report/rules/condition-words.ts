import type { Condition, FactCondition } from "../../model/condition.ts";
import { filled } from "../amounts.ts";
import type { Names } from "../names.ts";
import { comparisonWords } from "./comparison-words.ts";
import WORDS from "./condition-phrases.json" with { type: "json" };

/** A condition as one sentence: `only if the applicant is elderly and the fee is paid, and not if …`. */
export function conditionWords(condition: Condition, names: Names): string {
  const { parts, others } = sorted(condition);
  const told = {
    parts: joined(parts, "and", names),
    others: joined(others.map(without), "or", names),
  };
  const phrase = others.length === 0 ? "onlyIf" : parts.length === 0 ? "notIf" : "onlyIfNot";
  return filled(WORDS[phrase][names.language], told, names.language);
}

/** What a condition asks for, and what it rules out: the parts of an `all` that are a `not` of several things. */
function sorted(condition: Condition): { readonly parts: Condition[]; readonly others: Negation[] } {
  const all = "all" in condition ? condition.all : [condition];
  return {
    parts: all.filter((part) => !isRuledOut(part)),
    others: all.filter(isRuledOut),
  };
}

interface Negation {
  readonly not: Condition;
}

/** A `not` of one comparison is told by the comparison itself: `is not elderly`. */
const isRuledOut = (part: Condition): part is Negation => "not" in part && !("fact" in part.not);
const without = ({ not }: Negation): Condition => not;

function joined(parts: readonly Condition[], by: "and" | "or", names: Names): string {
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only !== undefined && "all" in only) return joined(only.all, "and", names);
  if (only !== undefined && "any" in only) return joined(only.any, "or", names);
  return list(
    parts.map((part) => clause(part, names)),
    WORDS[by][names.language],
  );
}

/** `A, B and C`. */
function list(told: readonly string[], last: string): string {
  if (told.length < 2) return told.join("");
  return `${told.slice(0, -1).join(", ")}${last}${told.at(-1) ?? ""}`;
}

/** A part within a list: in brackets where it is a list itself, so that nobody can read it otherwise. */
function clause(part: Condition, names: Names): string {
  const { language } = names;
  if ("fact" in part) return comparisonWords(part, true, names);
  if ("not" in part)
    return isComparison(part.not)
      ? comparisonWords(part.not, false, names)
      : filled(WORDS.notSo[language], { parts: joined([part.not], "and", names) }, language);
  const inner = "all" in part ? part.all : part.any;
  const [only] = inner;
  if (inner.length === 1 && only !== undefined) return clause(only, names);
  if ("all" in part) return filled(WORDS.together[language], { parts: joined(inner, "and", names) }, language);
  const told = inner.map((one) => clause(one, names)).join(WORDS.oneOfOr[language]);
  return filled(WORDS.oneOf[language], { parts: told }, language);
}

const isComparison = (part: Condition): part is FactCondition => "fact" in part;
