import { decidedHour } from "../calendar/last-hour.ts";
import { twinWords } from "../model/cited.ts";
import type { Channel, DeadlineRule } from "../model/rule.ts";
import type { ToldTerm, WaitingTerm } from "../model/verdict.ts";
import { isOnChannel } from "./bears.ts";
import type { PlannedTerm, WaitingInCase } from "./plan.ts";
import type { PlannedCondition } from "./planned.ts";
import type { PlannedRule } from "./planned-rule.ts";
import { isAwaited, startOf } from "./starting.ts";

/** The terms of a channel: those that a request starts, or one for which a fact holds; and those that wait for something else. */
export interface PlannedTerms {
  readonly terms: readonly PlannedTerm[];
  readonly waiting: readonly WaitingTerm[];
  /** Of those that wait, the ones that are of some requests alone. */
  readonly waitingInCase: readonly WaitingInCase[];
}

export function plannedTerms(planned: readonly PlannedRule[], channel: Channel): PlannedTerms {
  const terms: PlannedTerm[] = [];
  const waiting: WaitingTerm[] = [];
  const waitingInCase: WaitingInCase[] = [];
  for (const { rule, starting, condition } of planned) {
    if (rule.kind !== "deadline" || !isOnChannel(rule, channel)) continue;
    const when = condition?.when;
    if (starting === "request") terms.push(plannedTerm(rule, channel, undefined, when));
    else if (typeof starting === "number") terms.push(plannedTerm(rule, channel, starting, when));
    else if (isAwaited(rule))
      if (when === undefined) waiting.push(waitingTerm(rule));
      else waitingInCase.push({ told: waitingTerm(rule), when });
  }
  return { terms, waiting, waitingInCase };
}

/** Subjects whose last day stays where it falls unless the rule says otherwise. */
const NEVER_MOVES = new Set(["validity", "entry-into-force"]);

function plannedTerm(
  rule: DeadlineRule,
  channel: Channel,
  slot: number | undefined,
  when: PlannedCondition | undefined,
): PlannedTerm {
  const { subject, amount, unit, countsStartDay, clock, lastHour } = rule;
  const movesToWorkingDay = rule.movesToWorkingDay ?? !NEVER_MOVES.has(subject);
  const term = { amount, unit, channel, countsStartDay, movesToWorkingDay, clock, lastHour };
  const isRegistered = rule.fromRegistration === true || rule.fromEvent === "registered";
  return {
    slot,
    when,
    term,
    registered: isRegistered ? { ...term, startMoves: false } : undefined,
    lastHourOpen: decidedHour(rule, channel) === undefined,
    words: wordsOf(rule),
    waiting: slot === undefined || !isAwaited(rule) ? undefined : waitingTerm(rule),
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
