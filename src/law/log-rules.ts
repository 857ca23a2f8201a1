import type { GroundProvision, Provision, TermProvision } from "../model/law.ts";
import type { OfLaw } from "../model/of-law.ts";
import type { DeadlineRule, RefusalRule, Rule } from "../model/rule.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { dutyRules } from "./duty-rules.ts";
import { groundOf, ofProvision, onItsDays } from "./of-provision.ts";
import { setsOwnTerm } from "./under-law.ts";

/**
 * What the law beneath a book says that a log can be held against, as rules that judge from day to day: the grounds of
 * every service, the terms that the book does not set itself, and the duties that two events show. The book's own rules
 * stand beside them. `wordsOf` gives the words of a fact in which a ground consists.
 */
export function logRules(
  book: Pick<Rulebook, "rules" | "notHeld">,
  provisions: readonly Provision[],
  wordsOf: (fact: string) => readonly string[] = () => [],
): readonly Rule[] {
  const own = judgingOf(book);
  return provisions.flatMap((provision): readonly Rule[] => {
    switch (provision.kind) {
      case "refusal":
        return [groundOfLaw(provision, wordsOf)];
      case "deadline":
        return termOfLaw(provision, book, own);
      case "duty":
        return dutyRules(provision, own);
      default:
        return [];
    }
  });
}

/** The rules of a book that judge. */
const judgingOf = ({ rules }: Pick<Rulebook, "rules">): readonly Rule[] =>
  rules.filter(({ judges }) => judges !== false);

/** The duties among them: what they take from the book follows its terms. */
export const dutyRulesOf = (
  book: Pick<Rulebook, "rules">,
  provisions: readonly Provision[],
): readonly Rule[] =>
  provisions.flatMap((each) => (each.kind === "duty" ? dutyRules(each, judgingOf(book)) : []));

/** A ground is also called by its words in other languages, and by the fact that it consists in. */
function groundOfLaw(provision: GroundProvision, wordsOf: (fact: string) => readonly string[]): RefusalRule {
  const { when, words } = provision;
  const facts = when !== undefined && "fact" in when ? [when.fact, ...wordsOf(when.fact)] : [];
  return groundOf(provision, onItsDays(provision, { names: [...Object.values(words), ...facts] }));
}

const ANSWERED = "complaint-answered";
const FORWARDED = "complaint-forwarded";

/** A term of the law where the book does not set it: its own clause goes before the law's. */
function termOfLaw(
  provision: TermProvision,
  book: Pick<Rulebook, "rules" | "notHeld">,
  own: readonly Rule[],
): readonly DeadlineRule[] {
  const { subject, toEvent, addressee, extends: isExtension } = provision;
  const complaints = own
    .filter((rule) => rule.kind === "deadline")
    .filter((rule) => rule.subject === "complaint");
  if (subject === "service") {
    if (provision.scope !== undefined) return [];
    if (isExtension === true) return [extension(provision)];
    return setsOwnTerm(book) ? [] : [deadline(provision, {})];
  }
  if (toEvent === "forwarded") return [deadline(provision, { owed: "where-done" })];
  if (subject !== "complaint") return [];
  if (isExtension === true) return [deadline(provision, {})];
  const answers = complaints.filter((rule) => rule.toEvent === toEvent);
  const isSet =
    toEvent === FORWARDED
      ? answers.length > 0
      : answers.some((rule) => rule.addressee === undefined || rule.addressee === addressee);
  return isSet || (toEvent !== FORWARDED && toEvent !== ANSWERED) ? [] : [deadline(provision, {})];
}

/** By which events what the law says of registration begins: each is registered by another one. */
const REGISTERED: Readonly<Record<string, string>> = {
  registered: "submitted",
  "complaint-registered": "complaint-filed",
};

function deadline(provision: TermProvision, more: Partial<OfLaw>): DeadlineRule {
  const { subject, amount, unit, fromEvent, toEvent, addressee } = provision;
  const from = fromEvent === undefined ? undefined : (REGISTERED[fromEvent] ?? fromEvent);
  return {
    ...ofProvision(provision, onItsDays(provision, more)),
    kind: "deadline",
    subject,
    amount,
    unit,
    ...(from === undefined ? {} : { fromEvent: from }),
    ...(from === fromEvent ? {} : { fromRegistration: true }),
    ...(toEvent === undefined ? {} : { toEvent }),
    ...(addressee === undefined ? {} : { addressee }),
  };
}

/**
 * The new term of a request whose term was extended. From when it ran was not said before the Law of 17.12.2025: counted
 * from the decision it accuses nobody whom the other reading would not.
 */
const extension = (provision: TermProvision): DeadlineRule => ({
  ...deadline(provision, {}),
  subject: "response",
  fromEvent: "extended",
});
