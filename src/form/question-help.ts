import type { Plan } from "../compile/plan.ts";
import { conditionsOf } from "../compile/rule-condition.ts";
import { comparisonsOf } from "../model/condition.ts";
import type { Language } from "../model/language.ts";
import { twinWords } from "../model/cited.ts";
import type { Labels } from "../model/verdict.ts";
import type { FormWords } from "./form-words.ts";

/** More clauses than that help nobody. */
const MOST_CITED = 3;

/** What helps to answer the question for a fact: who knows it, when it matters, and the clauses that look at it. */
export function questionHelps(
  { book }: Plan,
  { askedOfOffice, office, sometimes, rests, cited: inWords }: FormWords,
): (id: string, about: { readonly isAlways: boolean }) => Labels | undefined {
  const cited = new Map<string, Plan["book"]["rules"][number][]>();
  for (const rule of book.rules)
    for (const id of factsOf(rule)) {
      const rules = cited.get(id);
      if (rules === undefined) cited.set(id, [rule]);
      else rules.push(rule);
    }
  return (id, { isAlways }) => {
    const into = (language: Language): string => {
      const cites = new Set((cited.get(id) ?? []).map((rule) => citeIn(rule, language, inWords)));
      return [
        askedOfOffice.includes(id) ? office[language] : "",
        isAlways ? "" : sometimes[language],
        cites.size === 0 ? "" : `${rests[language]}: ${[...cites].slice(0, MOST_CITED).join("; ")}.`,
      ]
        .filter((sentence) => sentence !== "")
        .join(" ");
    };
    const help = { kk: into("kk"), ru: into("ru"), en: into("en") };
    return help.en === "" ? undefined : help;
  };
}

/** As the act's text in that language is cited, where it was at hand; otherwise in the act's own, in the reader's words. */
function citeIn(
  rule: Plan["book"]["rules"][number],
  language: Language,
  inWords: FormWords["cited"],
): string {
  const twin = twinWords(rule.source);
  return twin?.language === language ? twin.cite : inWords(rule.cite, language);
}

/** Ids of the facts that a rule looks at, each once. */
const factsOf = (rule: Plan["book"]["rules"][number]): ReadonlySet<string> =>
  new Set(
    conditionsOf(rule)
      .flatMap(comparisonsOf)
      .map(({ fact }) => fact),
  );
