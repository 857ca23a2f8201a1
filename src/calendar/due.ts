import { dayAt, weekdayOf, type Day } from "./day.ts";
import { lastDay } from "./last-day.ts";
import { neverCloses } from "./last-hour.ts";
import { clockInstant, instantOfOpen, lastInstantOfOpen, openAt } from "./open-time.ts";
import { startOf } from "./start.ts";
import { merged, metByTerm, suspendedDays, type Suspension } from "./suspension.ts";
import { clockMs, type Term } from "./term.ts";
import type { Timetable } from "./timetable.ts";
import { unknownFrom, type Unknown } from "./unknown.ts";
import { hoursOn } from "./weekly-hours.ts";
import { instantOf, localDay } from "./zone-table.ts";
import { MINUTE_MS, DAY_MS, DAY_MINUTES } from "../model/time-units.ts";

/** Until when something has to be done. Instants in epoch ms. */
export interface Due {
  readonly is: "due";
  /** From when the term runs: the event, or where a rollover or cutoff moved it to. */
  readonly start: number;
  /** Done exactly then is in time. */
  readonly due: number;
  /** The day that `due` ends or falls on. */
  readonly lastDay: Day;
}

const NOT_SUSPENDED: readonly [] = [];

/**
 * When a term begun by an event at `start` (epoch ms) ends. `suspensions` are stretches in which it does not run; those
 * that begin at or after its due time change nothing. Unknown where it depends on a day that no calendar covers.
 */
export function due(
  start: number,
  term: Term,
  table: Timetable,
  suspensions: readonly Suspension[] = NOT_SUSPENDED,
): Due | Unknown {
  return suspensions.length === 0
    ? dueWith(start, term, table, NOT_SUSPENDED)
    : dueWith(start, term, table, suspensionsMet(start, term, table, suspensions));
}

/** Those of some suspensions that put off the end of a term begun at `start`, merged and in order. */
export function suspensionsMet(
  start: number,
  term: Term,
  table: Timetable,
  suspensions: readonly Suspension[],
): readonly Suspension[] {
  return metByTerm(suspensions, (some) => {
    const limit = dueWith(start, term, table, some);
    return limit.is === "due" ? limit.due : NaN;
  });
}

function dueWith(
  start: number,
  term: Term,
  table: Timetable,
  suspensions: readonly Suspension[],
): Due | Unknown {
  const back = term.direction === "before";
  const begins = startOf(start, term, table);
  if (Number.isNaN(begins)) return unknownFrom(table, localDay(table.zone, start), false);
  const unitMs = clockMs(term.unit);
  if (unitMs !== undefined) {
    const length = unitMs * term.amount;
    const ends = runsByWallClock(term, length, table)
      ? wallEnd(begins, length, back, suspensions)
      : openEnd(begins, length, back, table, suspensions);
    if (Number.isNaN(ends)) return unknownFrom(table, localDay(table.zone, begins), back);
    return {
      is: "due",
      start: begins,
      due: ends,
      lastDay: localDay(table.zone, length > 0 ? ends - 1 : ends),
    };
  }
  if (term.unit === "same-day") return sameDay(begins, term, table, suspensions);
  const startDay = localDay(table.zone, begins);
  const days = suspensions.length === 0 ? NOT_SUSPENDED : suspendedDays(suspensions, table);
  const last = lastDay(startDay, term, table, days);
  const ends = endOf(last, term, table);
  if (Number.isNaN(ends)) return unknownFrom(table, startDay, back);
  return { is: "due", start: begins, due: ends, lastDay: dayAt(last) };
}

/** Whether seconds, minutes and hours run day and night (DESIGN.md, section 4). `length` in ms. */
export function runsByWallClock(term: Term, length: number, table: Timetable): boolean {
  return term.channel === "portal" || term.clock === "wall" || table.hours === undefined || length >= DAY_MS;
}

function wallEnd(begins: number, length: number, back: boolean, suspensions: readonly Suspension[]): number {
  if (back) return begins - length;
  let ends = begins + length;
  for (const { from, until } of suspensions.length === 0 ? suspensions : merged(suspensions)) {
    if (from >= ends) break;
    if (until > begins) ends += until - Math.max(from, begins);
  }
  return ends;
}

function openEnd(
  begins: number,
  length: number,
  back: boolean,
  table: Timetable,
  suspensions: readonly Suspension[],
): number {
  const opened = openAt(table, begins);
  if (length === 0) return begins + (opened - opened);
  if (back) return lastInstantOfOpen(table, opened - length);
  let total = opened + length;
  let ends = instantOfOpen(table, total);
  for (const { from, until } of suspensions.length === 0 ? suspensions : merged(suspensions)) {
    if (from >= ends) break;
    if (until <= begins) continue;
    total += openAt(table, until) - openAt(table, Math.max(from, begins));
    ends = instantOfOpen(table, total);
  }
  return ends;
}

/** The start day itself, which never moves; begun anew at resumption where that day was suspended. */
function sameDay(
  begins: number,
  term: Term,
  table: Timetable,
  suspensions: readonly Suspension[],
): Due | Unknown {
  let from = begins;
  for (const suspension of merged(suspensions))
    if (suspension.until > from && localDay(table.zone, suspension.from) <= localDay(table.zone, from))
      from = suspension.until;
  const day = localDay(table.zone, from);
  const closes = endOf(day, term, table);
  if (Number.isNaN(closes)) return unknownFrom(table, day, false);
  const ends = closes < from ? instantOf(table.zone, day, DAY_MS) : closes;
  return { is: "due", start: begins, due: ends, lastDay: day };
}

const endsAtMidnight = ({ lastHour, channel }: Term): boolean =>
  lastHour === undefined ? neverCloses(channel) : lastHour === "midnight";

/** Closing time on a day, or 24:00 (`portal`, `post`, no hours known, closed that day); NaN where that is not known. */
function endOf(day: number, term: Term, table: Timetable): number {
  if (Number.isNaN(day)) return NaN;
  if (endsAtMidnight(term) || table.hours === undefined) return instantOf(table.zone, dayAt(day), DAY_MS);
  const index = day - table.first;
  if (table.calendar === undefined) {
    const closes = hoursOn(table.hours, weekdayOf(dayAt(day))).at(-1)?.until ?? DAY_MINUTES;
    return instantOf(table.zone, dayAt(day), closes * MINUTE_MS);
  }
  if (index < 0 || index >= table.length) return NaN;
  const closes = table.closes[index] ?? -1;
  return clockInstant(table, index, closes < 0 ? DAY_MINUTES : closes);
}
