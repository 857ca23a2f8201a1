import { decidedHour } from "../calendar/last-hour.ts";
import { twinWords } from "../model/cited.ts";
import type { Channel, DeadlineRule } from "../model/rule.ts";
import type { ToldTerm, WaitingTerm } from "../model/verdict.ts";
import { isOnChannel } from "./bears.ts";
import type { PlannedTerm } from "./plan.ts";
import type { PlannedRule } from "./planned-rule.ts";
import { startOf } from "./starting.ts";

/** The terms of a channel: those that a request starts, or one for which a fact holds; and those that wait for something else. */
export interface PlannedTerms {
  readonly terms: readonly PlannedTerm[];
  readonly waiting: readonly WaitingTerm[];
}

export function plannedTerms(planned: readonly PlannedRule[], channel: Channel): PlannedTerms {
  const terms: PlannedTerm[] = [];
  const waiting: WaitingTerm[] = [];
  for (const { rule, starting } of planned) {
    if (rule.kind !== "deadline" || !isOnChannel(rule, channel)) continue;
    if (starting === "request") terms.push(plannedTerm(rule, channel, undefined));
    else if (typeof starting === "number") terms.push(plannedTerm(rule, channel, starting));
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

function wordsOf(rule: DeadlineRule): ToldTerm {
  const { id, subject, amount, unit, toEvent, cite, judges, source, ofLaw } = rule;
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
