import type { Provision, TermProvision } from "../model/law.ts";
import type { OfLaw } from "../model/of-law.ts";
import type { DeadlineRule } from "../model/rule.ts";
import type { LawCited } from "../model/verdict.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { groundOf, ofProvision } from "./of-provision.ts";
import { holdsOn, judgingOn } from "./provision-days.ts";

/** Those provisions that become rules of a book: grounds on the ways it is offered in, and a term where it has none. */
export function rulesFor(book: Rulebook, provisions: readonly Provision[]): readonly Provision[] {
  const ways = book.rules.flatMap((rule) => (rule.kind === "channel" ? [rule.channel] : []));
  const hasOwnTerm = setsOwnTerm(book);
  return provisions.filter((each) =>
    each.kind === "refusal"
      ? each.by === undefined || ways.length === 0 || ways.includes(each.by)
      : !hasOwnTerm && isGeneralTerm(each),
  );
}

/**
 * A rulebook with the general law that judges on a day, `YYYY-MM-DD`: its own rules stay in their places, the law's
 * grounds follow, and its term where the book has none.
 */
export function underLaw(book: Rulebook, provisions: readonly Provision[], isoDay: string): Rulebook {
  const judging = judgingOn(rulesFor(book, provisions), isoDay);
  const mark = (provision: Provision): OfLaw => ({
    holds: holdsOn(provision, isoDay) === "holds" ? "surely" : "perhaps",
    cites: provision.cites ?? {},
  });
  const grounds = judging.filter((each) => each.kind === "refusal").map((each) => groundOf(each, mark(each)));
  const terms = judging.filter(isGeneralTerm).map((each) => termRule(each, mark(each)));
  return { ...book, rules: [...book.rules, ...grounds, ...terms] };
}

/** What of the law puts off the registration of a request made on a day outside working time; undefined where nothing does. */
export function registrationOn(provisions: readonly Provision[], isoDay: string): LawCited | undefined {
  const provision = judgingOn(provisions, isoDay).find((each) => each.kind === "rollover");
  if (provision === undefined) return undefined;
  const { id, cite, cites } = provision;
  return {
    rule: id,
    cite,
    ...(cites === undefined ? {} : { cites }),
    ...(holdsOn(provision, isoDay) === "holds" ? {} : { perhaps: true as const }),
  };
}

/** A term of the service, or one that it leaves to an act that is not at hand. */
export const setsOwnTerm = ({ rules, notHeld = [] }: Pick<Rulebook, "rules" | "notHeld">): boolean =>
  rules.some((rule) => rule.kind === "deadline" && (rule.subject === "service" || startsWithRequest(rule))) ||
  notHeld.some(({ kinds }) => kinds.includes("deadline"));

const startsWithRequest = ({ fromEvent }: DeadlineRule): boolean =>
  fromEvent === "submitted" || fromEvent === "registered";

/** The term of a service for which nothing else is set. */
const isGeneralTerm = (each: Provision): each is TermProvision =>
  each.kind === "deadline" && each.subject === "service" && each.extends !== true && each.scope === undefined;

function termRule(provision: TermProvision, ofLaw: OfLaw): DeadlineRule {
  const { subject, amount, unit, fromEvent, toEvent } = provision;
  return {
    ...ofProvision(provision, ofLaw),
    kind: "deadline",
    subject,
    amount,
    unit,
    fromEvent: "submitted",
    fromRegistration: fromEvent === "registered",
    ...(toEvent === undefined ? {} : { toEvent }),
  };
}
