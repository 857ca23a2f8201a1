import type { Provision, TermProvision } from "../model/law.ts";
import type { DeadlineRule, Rule, Subject } from "../model/rule.ts";

/** Subjects whose terms run in a case of a person who asked: not those of acts and of what is issued. */
const IN_A_CASE: ReadonlySet<Subject> = new Set(["service", "response", "handling", "step", "complaint"]);

/**
 * The rules of a book with what the law beneath says of them: whose term to answer a complaint one is (a term of the same
 * length as the law sets an addressee), and whether it runs from registration. What a rule says itself stays.
 * `speaksOfRegistration` reads the words of a start.
 */
export function annotated(
  rules: readonly Rule[],
  provisions: readonly Provision[],
  speaksOfRegistration: (words: string) => boolean,
): readonly Rule[] {
  const complaints = provisions.filter(
    (each): each is TermProvision => each.kind === "deadline" && each.subject === "complaint",
  );
  return rules.map((rule) => {
    if (rule.kind !== "deadline" || !IN_A_CASE.has(rule.subject)) return rule;
    const addressee = rule.addressee ?? addresseeOf(rule, complaints);
    const fromRegistration =
      rule.fromRegistration ?? (rule.from !== undefined && speaksOfRegistration(rule.from));
    return {
      ...rule,
      ...(fromRegistration ? { fromRegistration } : {}),
      ...(addressee === undefined ? {} : { addressee }),
    };
  });
}

function addresseeOf(rule: DeadlineRule, complaints: readonly TermProvision[]): TermProvision["addressee"] {
  if (rule.subject !== "complaint" || rule.toEvent !== "complaint-answered") return undefined;
  return complaints.find(
    ({ amount, unit, addressee, extends: isMore }) =>
      isMore !== true && addressee !== undefined && amount === rule.amount && unit === rule.unit,
  )?.addressee;
}
