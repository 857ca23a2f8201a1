import { DAYS, MONTHS } from "../model/duration.ts";
import { addMonths, type Day } from "./day.ts";
import { isSuspended, suspendedBetween, type SuspendedDays } from "./suspension.ts";
import type { Term } from "./term.ts";
import type { Timetable } from "./timetable.ts";

/**
 * The last day of a term in days, weeks, months or years that starts on a day; NaN where the calendar does not tell.
 * A suspended day does not count, and no term ends on one.
 */
export function lastDay(
  start: Day,
  term: Term,
  table: Timetable,
  suspended: readonly SuspendedDays[],
): number {
  if (term.direction === "before") return firstDayBack(start, term, table);
  const after = term.countsStartDay === true ? start - 1 : start;
  if (term.unit === "working-day" && term.amount > 0)
    return nthWorkingDay(after, term.amount, table, suspended);
  const nominal = calendarDays(start, term, 1);
  const last = nominal === 0 ? start : nthDay(after, nominal, suspended);
  return moves(term, table) ? nextWorkingDay(last, table, suspended) : last;
}

/** The n-th working day after a day (n from 1) that is not suspended. */
function nthWorkingDay(
  after: number,
  n: number,
  table: Timetable,
  suspended: readonly SuspendedDays[],
): number {
  const before = workingUpTo(table, after);
  let day = table.workingDays[before + n - 1] ?? NaN;
  if (suspended.length === 0) return day;
  const count = (from: number, to: number): number => workingUpTo(table, to) - workingUpTo(table, from - 1);
  for (;;) {
    const next = table.workingDays[before + n - 1 + suspendedBetween(suspended, after, day, count)] ?? NaN;
    if (next === day || Number.isNaN(next)) return next;
    day = next;
  }
}

function nthDay(after: number, n: number, suspended: readonly SuspendedDays[]): number {
  let day = after + n;
  for (;;) {
    const next = after + n + suspendedBetween(suspended, after, day, (from, to) => to - from + 1);
    if (next === day) return day;
    day = next;
  }
}

/** Counted back, a last day that is no working day moves to the one before it: moving on would shorten the term. */
function firstDayBack(start: Day, term: Term, table: Timetable): number {
  const before = term.countsStartDay === true ? start + 1 : start;
  if (term.unit === "working-day" && term.amount > 0)
    return table.workingDays[workingUpTo(table, before - 1) - term.amount] ?? NaN;
  const nominal = calendarDays(start, term, -1);
  const day = nominal === 0 ? start : before + nominal;
  return moves(term, table) ? (table.workingDays[workingUpTo(table, day) - 1] ?? NaN) : day;
}

/** Days from the start to the term's nominal end: 31 for a month from 31 July, negative when counted back. */
export function calendarDays(start: Day, { unit, amount }: Term, sign: 1 | -1): number {
  const months = MONTHS[unit];
  if (months !== undefined) return addMonths(start, months * amount * sign) - start;
  return (DAYS[unit] ?? 1) * amount * sign;
}

/** Without a calendar no day moves. */
const moves = (term: Term, table: Timetable): boolean =>
  term.unit === "working-day" || (term.movesToWorkingDay !== false && table.calendar !== undefined);

function nextWorkingDay(from: number, table: Timetable, suspended: readonly SuspendedDays[]): number {
  for (let n = workingUpTo(table, from - 1); ; n += 1) {
    const day = table.workingDays[n] ?? NaN;
    if (Number.isNaN(day) || !isSuspended(suspended, day)) return day;
  }
}

/** Working days from the first covered day up to and including this one; NaN outside the covered days. */
export function workingUpTo(table: Timetable, day: number): number {
  return table.workingBefore[day + 1 - table.first] ?? NaN;
}
