import { coveredBy } from "../../compile/covered.ts";
import type { Condition } from "../../model/condition.ts";
import { EXTENDED } from "../../model/deadline-scope.ts";
import { DAYS, MONTHS, type Unit } from "../../model/duration.ts";
import type { DeadlineRule } from "../../model/rule.ts";
import { deadlinesOf, eventsOf, EXTENSIONS, type AuditBook, type BookAtWork } from "./book.ts";

/** A deadline as cases are judged by it. */
export interface JudgedDeadline {
  readonly rule: DeadlineRule;
  /** The rule of the book that is told of it. */
  readonly of: DeadlineRule;
  /** Events by which it is put off with a basis, and so ends. */
  readonly putOffBy: readonly string[];
  /** The event without which it is nobody's: by which the term was prolonged. */
  readonly needs?: string;
}

/** A rule by which a term may be prolonged that judges no case, and why. */
export interface NoProlonging {
  readonly of: DeadlineRule;
  readonly because: "units-differ" | "prolongs-nothing";
}

/** The event by which a rule prolongs terms. */
export const prolongingEvent = ({ fromEvent }: DeadlineRule): string => fromEvent ?? EXTENDED;

/** Where a term is prolonged, the clause by which it may be: of the regulation, of the law beneath, or that of the mapping. */
export interface ExtensionBasis {
  /** The mapping cites one for every extension. */
  readonly byMapping: boolean;
}

/**
 * The deadlines of a book as cases are judged by them. One that a rule prolongs ends with the decision to do so; from then on
 * the case is judged by how long it may then be. An extension that nothing allows ends nothing.
 */
export function judgedDeadlines(
  { book }: Pick<BookAtWork, "book">,
  basis: ExtensionBasis,
): readonly (JudgedDeadline | NoProlonging)[] {
  const all = deadlinesOf(book);
  const terms = all.filter(({ prolongs }) => prolongs === undefined);
  const rules = all.filter(({ prolongs }) => prolongs !== undefined);
  const inLaw = EXTENSIONS.filter(
    (event) =>
      basis.byMapping || terms.some(({ ofLaw, fromEvent }) => ofLaw !== undefined && fromEvent === event),
  );
  return [
    ...terms.flatMap((rule) =>
      termOf(
        rule,
        rules.filter((each) => isProlonged(rule, each, book)),
        inLaw,
      ),
    ),
    ...rules.flatMap((rule) => {
      const own = terms.filter((term) => isProlonged(term, rule, book));
      return own.length === 0
        ? [{ of: rule, because: "prolongs-nothing" as const }]
        : own.map((term) => prolonged(term, rule));
    }),
  ];
}

/** A term as it is where some rules may prolong it; where one does so in some cases alone, in these and in the others. */
function termOf(
  rule: DeadlineRule,
  by: readonly DeadlineRule[],
  inLaw: readonly string[],
): readonly JudgedDeadline[] {
  const always = by.filter(({ when }) => when === undefined).map(prolongingEvent);
  const inCases = by.filter(({ when }) => when !== undefined);
  const [first, ...others] = inCases;
  const judged = (own: DeadlineRule, more: readonly string[]): JudgedDeadline => ({
    rule: own,
    of: rule,
    putOffBy: [...new Set([...inLaw, ...always, ...more])],
  });
  if (first?.when === undefined) return [judged(rule, [])];
  const any: Condition =
    others.length === 0 ? first.when : { any: inCases.flatMap(({ when }) => when ?? []) };
  return [
    judged({ ...rule, ...both(rule.when, any) }, inCases.map(prolongingEvent)),
    judged({ ...rule, ...both(rule.when, { not: any }) }, []),
  ];
}

function isProlonged(term: DeadlineRule, by: DeadlineRule, { rules }: AuditBook): boolean {
  if (term.ofLaw !== undefined || term.direction === "before") return false;
  const covered = coveredBy(by, rules);
  return covered === undefined ? term.subject === "service" : covered.has(term.id);
}

const both = (one: Condition | undefined, other: Condition | undefined): Pick<DeadlineRule, "when"> => {
  const [first, second] = [one, other].filter((each) => each !== undefined);
  if (first === undefined) return {};
  return { when: second === undefined ? first : { all: [first, second] } };
};

/** How long a term may be in all once it was prolonged, or anew. */
function prolonged(term: DeadlineRule, by: DeadlineRule): JudgedDeadline | NoProlonging {
  const { id, cite, path, source, quote, review, fromEvent, toEvent } = { ...by, ...eventsOfTerm(term) };
  const told = Object.entries<unknown>({ id, cite, path, source, quote, review });
  const named = Object.fromEntries(told.filter(([, value]) => value !== undefined));
  const own: DeadlineRule = { ...term, ...named, ...both(term.when, by.when) };
  const event = prolongingEvent(by);
  if (by.prolongs === "anew") {
    const { amount, unit } = by;
    return {
      rule: {
        ...own,
        amount,
        unit,
        fromEvent: event,
        fromRegistration: false,
        ...(toEvent === undefined ? {} : { toEvent }),
      },
      of: by,
      putOffBy: [],
    };
  }
  const length = inAll(term, by);
  if (length === undefined) return { of: by, because: "units-differ" };
  const from = fromEvent === undefined ? {} : { fromEvent };
  return { rule: { ...own, ...from, ...length }, of: by, putOffBy: [], needs: event };
}

function eventsOfTerm(term: DeadlineRule): Pick<DeadlineRule, "fromEvent" | "toEvent"> {
  const events = eventsOf(term);
  const [to] = events?.to ?? [];
  return { ...(events && { fromEvent: events.from }), ...(to === undefined ? {} : { toEvent: to }) };
}

/** A term and what it is prolonged by, together; undefined where the one is counted in other days than the other. */
function inAll(
  term: Pick<DeadlineRule, "amount" | "unit">,
  by: Pick<DeadlineRule, "amount" | "unit">,
): { readonly amount: number; readonly unit: Unit } | undefined {
  if (term.unit === by.unit) return { amount: term.amount + by.amount, unit: term.unit };
  for (const [sizes, unit] of [
    [{ day: 1, "calendar-day": 1, "full-day": 1, ...DAYS }, "calendar-day"],
    [MONTHS, "month"],
  ] as const) {
    const of: Readonly<Partial<Record<Unit, number>>> = sizes;
    const [one, other] = [of[term.unit], of[by.unit]];
    if (one !== undefined && other !== undefined)
      return { amount: term.amount * one + by.amount * other, unit };
  }
  return undefined;
}
