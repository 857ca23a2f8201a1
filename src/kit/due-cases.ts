import { due } from "../calendar/due.ts";
import { isoInstant } from "../calendar/iso-instant.ts";
import { clockMs, type Term } from "../calendar/term.ts";
import type { Timetable } from "../calendar/timetable.ts";
import { countedTerm, eventsOf, offeredChannels, type BookAtWork } from "../audit/plan/book.ts";
import { bears, isOnChannel } from "../compile/bears.ts";
import type { Plan } from "../compile/plan.ts";
import type { KitExpected, KitRequest } from "../model/kit.ts";
import { binds, CHANNELS, REQUEST, type Channel, type DeadlineRule, type Rule } from "../model/rule.ts";
import type { Verdict } from "../model/verdict.ts";
import { startsTerm } from "./alone.ts";
import { withFact } from "./alter.ts";
import { citedBy, type Draft } from "./drafts.ts";
import { momentsIn, type Days, type Much } from "./moments.ts";
import { factsOf, valuesOf } from "./samples.ts";
import type { Asked, Told } from "./told.ts";

/** What the due times of a channel's requests are asked with. */
export interface DueSetting {
  readonly plan: Plan;
  readonly asked: Asked;
  readonly judge: (request: KitRequest) => Verdict;
  readonly table: Timetable | undefined;
  readonly days: Days;
}

/** When terms that a request starts end, by when it is handed in: of each sort of term one is asked about around every bound. */
export function requestDueCases(base: Told, { plan, asked, judge, table, days }: DueSetting): Draft[] {
  if (table === undefined) return [];
  const sorts = new Set<string>();
  const byRule = new Map(plan.book.rules.map((rule) => [rule.id, rule]));
  return plan.channels[base.channel].terms.flatMap(({ words, slot }) => {
    const rule = byRule.get(words.rule);
    if (rule?.kind !== "deadline" || rule.judges === false) return [];
    const event = slot === undefined ? undefined : plan.facts[slot];
    const own = [...(event === undefined ? [] : [event]), ...factsOf(rule, plan)];
    const told = startsTerm(rule.id, base, own, asked);
    if (told === undefined) return [];
    const sort = sortOf(rule);
    const much: Much = sorts.has(sort) ? "few" : "every-bound";
    sorts.add(sort);
    const cases = momentsIn(table, days, much, rule).flatMap((instant) =>
      dueOf(rule, asked.request(told, instant), judge),
    );
    const also = besideOf(plan.book.rules, base.channel, REQUEST);
    const others = own.flatMap((fact) => valuesOf(fact).map((value) => withFact(told, fact, value)));
    return [
      ...cases.map((each) => ({ ...each, ...also })),
      ...others.flatMap((other) => noTerm(rule, asked.request(other), judge)),
    ];
  });
}

/** Terms that are counted by the same means: hours decide of some, days of others. */
const sortOf = ({ unit, fromRegistration }: DeadlineRule): string =>
  `${clockMs(unit) === undefined ? "days" : "clock"} ${String(fromRegistration === true)}`;

/** Hours, cutoffs and rollovers that decide with a term of a channel. */
function besideOf(rules: readonly Rule[], channel: Channel, event: string): Pick<Draft, "also"> {
  const who = channel === "corporation" ? "corporation" : "provider";
  const beside = rules.filter((rule) => {
    if (rule.kind === "hours") return rule.judges !== false && (rule.who === who || rule.who === "provider");
    return (rule.kind === "cutoff" || rule.kind === "rollover") && bears(rule, channel) && binds(rule, event);
  });
  return beside.length === 0 ? {} : { also: beside.map(({ id }) => id) };
}

function dueOf(rule: DeadlineRule, request: KitRequest, judge: DueSetting["judge"]): Draft[] {
  const term = judge(request).deadlines.find((each) => each.rule === rule.id);
  if (term?.due === undefined) return [];
  const or = term.otherwise?.due;
  const expected: KitExpected = { due: term.due, ...(or === undefined ? {} : { or }) };
  return [{ matter: "due", ...citedBy(rule), asks: "due", request, expected }];
}

function noTerm(rule: DeadlineRule, request: KitRequest, judge: DueSetting["judge"]): Draft[] {
  if (judge(request).deadlines.some((each) => each.rule === rule.id)) return [];
  return [{ matter: "no-term", ...citedBy(rule), asks: "due", request, expected: { due: null } }];
}

/** How a term is counted that is no request's. Whether what moves requests moves an event that nobody names, no clause says. */
export function eventTerm(
  rule: DeadlineRule,
  book: BookAtWork,
  channel: Channel | undefined,
): { readonly term: Term; readonly table: Timetable } {
  const { term, table } = countedTerm(book, rule, channel);
  const movesToWorkingDay = rule.movesToWorkingDay ?? !STAYS.has(rule.subject);
  const isNamed = (rule.fromEvent ?? eventsOf(rule)?.from) !== undefined;
  return { term: { ...term, movesToWorkingDay, ...(isNamed ? {} : { startMoves: false }) }, table };
}

/** When a term ends that another event starts, by when that happens; in each channel that it covers. */
export function eventDueCases(rule: DeadlineRule, book: BookAtWork, days: Days): Draft[] {
  const offered = offeredChannels(book.book.rules).filter((channel) => isOnChannel(rule, channel));
  // A step may go on where no request is handed in: at the State corporation, for one.
  const channels = offered.length > 0 ? offered : CHANNELS.filter((channel) => isOnChannel(rule, channel));
  const event = rule.fromEvent ?? eventsOf(rule)?.from;
  return channels.flatMap((channel, index) => {
    const { term, table } = eventTerm(rule, book, channel);
    const beside = besideOf(book.book.rules, channel, event ?? "");
    return momentsIn(table, days, index === 0 ? "few" : "least", rule).flatMap((instant) => {
      const ends = due(instant, term, table);
      if (ends.is !== "due") return [];
      const begins = {
        ...(event === undefined ? {} : { event }),
        ...(rule.from === undefined ? {} : { words: rule.from }),
        at: isoInstant(table.zone, instant),
        channel,
      };
      const expected = { due: isoInstant(table.zone, ends.due) };
      return [
        { matter: "due" as const, ...citedBy(rule), ...beside, asks: "due" as const, begins, expected },
      ];
    });
  });
}

/** Subjects whose last day stays where it falls unless the rule says otherwise. */
const STAYS = new Set(["validity", "entry-into-force"]);
