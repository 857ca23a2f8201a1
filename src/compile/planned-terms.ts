import { decidedHour } from "../calendar/last-hour.ts";
import { twinWords } from "../model/cited.ts";
import type { Channel, DeadlineRule } from "../model/rule.ts";
import type { WaitingTerm } from "../model/verdict.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { isOnChannel } from "./bears.ts";
import type { Plan, PlannedTerm } from "./plan.ts";

/** What starts a term: every request, a request for which the fact in a slot holds, or something that is no request. */
export type Starting = "request" | number | "other";

/** What starts a rule's term. */
export function startingOf({ fromEvent, direction }: DeadlineRule, { facts }: Pick<Plan, "facts">): Starting {
  if (direction === "before" || fromEvent === undefined) return "other";
  if (fromEvent === "submitted" || fromEvent === "registered") return "request";
  const slot = facts.findIndex(({ event }) => event === fromEvent);
  return slot < 0 ? "other" : slot;
}

/** The terms of a channel: those that a request starts, or one for which a fact holds; and those that wait for something else. */
export interface PlannedTerms {
  readonly terms: readonly PlannedTerm[];
  readonly waiting: readonly WaitingTerm[];
}

export function plannedTerms(book: Rulebook, channel: Channel, names: Pick<Plan, "facts">): PlannedTerms {
  const terms: PlannedTerm[] = [];
  const waiting: WaitingTerm[] = [];
  for (const rule of book.rules) {
    if (rule.kind !== "deadline" || !isOnChannel(rule, channel)) continue;
    const starting = startingOf(rule, names);
    if (starting === "request") terms.push(plannedTerm(rule, channel, undefined));
    else if (starting !== "other") terms.push(plannedTerm(rule, channel, starting));
    else if (AWAITED.has(rule.subject) && rule.direction !== "before") waiting.push(waitingTerm(rule));
  }
  return { terms, waiting };
}

/** Subjects that an applicant waits for: the result, or an answer. */
const AWAITED = new Set(["service", "response"]);

/** Subjects whose last day stays where it falls unless the rule says otherwise. */
const NEVER_MOVES = new Set(["validity", "entry-into-force"]);

function plannedTerm(rule: DeadlineRule, channel: Channel, slot: number | undefined): PlannedTerm {
  const { subject, amount, unit, countsStartDay, clock, lastHour } = rule;
  const movesToWorkingDay = rule.movesToWorkingDay ?? !NEVER_MOVES.has(subject);
  const term = { amount, unit, channel, countsStartDay, movesToWorkingDay, clock, lastHour };
  const isRegistered = rule.fromRegistration === true || rule.fromEvent === "registered";
  return {
    slot,
    term,
    registered: isRegistered ? { ...term, startMoves: false } : undefined,
    lastHourOpen: decidedHour(rule, channel) === undefined,
    words: wordsOf(rule),
    waiting: slot === undefined || !AWAITED.has(subject) ? undefined : waitingTerm(rule),
  };
}

function wordsOf({ id, subject, amount, unit, toEvent, cite, judges, source, ofLaw }: DeadlineRule) {
  const twin = twinWords(source);
  return {
    rule: id,
    subject,
    amount,
    unit,
    judges: judges !== false,
    cite,
    ...(toEvent === undefined ? {} : { toEvent }),
    ...(twin === undefined ? {} : { twin }),
    ...(ofLaw === undefined ? {} : { cites: ofLaw.cites }),
  };
}

const waitingTerm = (rule: DeadlineRule): WaitingTerm => ({ ...wordsOf(rule), ...startOf(rule) });

/** What starts a term, by the event's name and in the act's words, as far as the book has either. */
export const startOf = ({ fromEvent, from }: DeadlineRule): Pick<WaitingTerm, "startsAt" | "startsWith"> => ({
  ...(fromEvent === undefined ? {} : { startsAt: fromEvent }),
  ...(from === undefined ? {} : { startsWith: from }),
});
