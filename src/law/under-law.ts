import type { GroundProvision, Provision, TermProvision } from "../model/law.ts";
import type { OfLaw } from "../model/of-law.ts";
import type { DeadlineRule, RefusalRule, Rule } from "../model/rule.ts";
import type { LawCited } from "../model/verdict.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { holdsOn, judgingOn } from "./provision-days.ts";

/** A rulebook and what of the law beneath it judges with it on a day. */
export interface BookUnderLaw {
  /** The book's own rules, then the law's grounds, and its term where the book has none. */
  readonly book: Rulebook;
  /** What puts off the registration of a request on that day. */
  readonly registration: LawCited | undefined;
}

/** A rulebook with the general law that judges on a day, `YYYY-MM-DD`. Its own rules stay in their places. */
export function underLaw(book: Rulebook, provisions: readonly Provision[], isoDay: string): BookUnderLaw {
  const judging = judgingOn(provisions, isoDay);
  const mark = (provision: Provision): OfLaw => ({
    holds: holdsOn(provision, isoDay) === "holds" ? "surely" : "perhaps",
    cites: provision.cites ?? {},
  });
  const grounds = judging
    .filter((each) => each.kind === "refusal")
    .map((each) => groundRule(each, mark(each)));
  const terms = setsOwnTerm(book)
    ? []
    : judging.filter(isGeneralTerm).map((each) => termRule(each, mark(each)));
  return {
    book: { ...book, rules: [...book.rules, ...grounds, ...terms] },
    registration: cited(
      judging.find((each) => each.kind === "rollover"),
      isoDay,
    ),
  };
}

function cited(provision: Provision | undefined, isoDay: string): LawCited | undefined {
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
const setsOwnTerm = ({ rules, notHeld = [] }: Rulebook): boolean =>
  rules.some((rule) => rule.kind === "deadline" && (rule.subject === "service" || startsWithRequest(rule))) ||
  notHeld.some(({ kinds }) => kinds.includes("deadline"));

const startsWithRequest = ({ fromEvent }: DeadlineRule): boolean =>
  fromEvent === "submitted" || fromEvent === "registered";

/** The term of a service for which nothing else is set. */
const isGeneralTerm = (each: Provision): each is TermProvision =>
  each.kind === "deadline" && each.subject === "service" && each.extends !== true && each.scope === undefined;

function groundRule(provision: GroundProvision, ofLaw: OfLaw): RefusalRule {
  const { stage, when, aboutDocuments, by } = provision;
  return {
    ...wordsOf(provision, ofLaw),
    kind: "refusal",
    stage,
    ...(by === undefined ? {} : { channel: by }),
    ...(when === undefined ? {} : { when }),
    ...(aboutDocuments === undefined ? {} : { aboutDocuments }),
  };
}

function termRule(provision: TermProvision, ofLaw: OfLaw): DeadlineRule {
  const { subject, amount, unit, fromEvent, toEvent } = provision;
  return {
    ...wordsOf(provision, ofLaw),
    kind: "deadline",
    subject,
    amount,
    unit,
    fromEvent: "submitted",
    fromRegistration: fromEvent === "registered",
    ...(toEvent === undefined ? {} : { toEvent }),
  };
}

function wordsOf(
  { id, cite, words }: Provision,
  ofLaw: OfLaw,
): Pick<Rule, "id" | "cite" | "quote" | "ofLaw"> {
  const [quote] = Object.values(words);
  return { id, cite, ...(quote === undefined ? {} : { quote }), ofLaw };
}
