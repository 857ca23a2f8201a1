import type { DeadlineRule, Rule } from "../model/rule.ts";
import { inTable } from "./draft.ts";

/** Units below a day, in minutes. */
const MINUTES: Readonly<Record<string, number>> = { second: 1 / 60, minute: 1, hour: 60 };
const DAYS = new Set(["day", "calendar-day", "working-day"]);

/** Whether a rule is a term of the whole service: none that is counted back, or that a clause lays on one of many hands. */
export const isWholeTerm = (rule: Rule): rule is DeadlineRule =>
  rule.kind === "deadline" &&
  rule.subject === "service" &&
  rule.direction !== "before" &&
  (rule.actor === undefined || inTable(rule) || /\/clause-[^/]+$/u.test(rule.path ?? ""));

/** Channels that a rule is told for; none means all. */
export const channelsOf = ({ channel, channels }: DeadlineRule): readonly string[] =>
  channels ?? (channel === undefined ? [] : [channel]);

/** Told for a channel in common; no channel means all. */
export function overlap(one: DeadlineRule, other: DeadlineRule): boolean {
  const [ours, theirs] = [channelsOf(one), channelsOf(other)];
  return ours.length === 0 || theirs.length === 0 || ours.some((channel) => theirs.includes(channel));
}

/**
 * The shortest term of the whole service that can be held against a length without a calendar: in the same unit of days, or
 * on the day of application.
 */
export function shortestTerm(rules: readonly Rule[], { unit }: DeadlineRule): DeadlineRule | undefined {
  const terms = rules.filter(isWholeTerm).filter((term) => term.unit === unit || term.unit === "same-day");
  const length = (term: DeadlineRule): number => (term.unit === "same-day" ? 0 : term.amount);
  return terms.reduce<DeadlineRule | undefined>(
    (least, term) => (least === undefined || length(term) < length(least) ? term : least),
    undefined,
  );
}

/**
 * The least that a step can take, in the unit of a term: what is shorter than a day takes no day, and a working day is at
 * least a calendar day and longer than any term in minutes or hours. NaN where only a calendar could tell.
 */
export function leastIn(step: DeadlineRule, { unit }: DeadlineRule): number {
  const [ours, theirs] = [MINUTES[step.unit], MINUTES[unit]];
  if (ours !== undefined && theirs !== undefined) return step.amount * ours;
  if (ours !== undefined) return DAYS.has(unit) ? 0 : NaN;
  if (step.unit === unit) return step.amount;
  if (theirs !== undefined) return DAYS.has(step.unit) ? step.amount * MINUTES_OF_A_DAY : NaN;
  return step.unit === "working-day" && (unit === "calendar-day" || unit === "day") ? step.amount : NaN;
}

/** A term in its own unit, and in minutes where that is below a day. */
export const lengthOf = ({ amount, unit }: DeadlineRule): number => amount * (MINUTES[unit] ?? 1);

/** The unit that lengths are told in. */
export const toldIn = ({ unit }: DeadlineRule): string => (unit in MINUTES ? "minute" : unit);

/** "Within one working day" allows a whole one. */
const MINUTES_OF_A_DAY = 24 * 60;
