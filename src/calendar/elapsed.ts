import { DAYS, MONTHS } from "../model/duration.ts";
import { addMonths, dayAt, type Day } from "./day.ts";
import { runsByWallClock, type Due } from "./due.ts";
import { workingUpTo } from "./last-day.ts";
import { openAt } from "./open-time.ts";
import { startOf } from "./start.ts";
import { merged, suspendedBetween, suspendedDays, type Suspension } from "./suspension.ts";
import { clockMs, type Term } from "./term.ts";
import type { Timetable } from "./timetable.ts";
import { unknownFrom, type Unknown } from "./unknown.ts";
import { localDay } from "./zone-table.ts";

/**
 * How much of a term, in its own unit, has run from an event at `start` to `done` (epoch ms): whole days, weeks, months
 * and years, fractions of seconds, minutes and hours; never below 0. `elapsed(start, due(start, n)) = n` for seconds,
 * minutes, hours and working days, for the other units before the last day moves.
 */
export function elapsed(
  start: number,
  done: number,
  term: Term,
  table: Timetable,
  suspensions: readonly Suspension[] = [],
): number | Unknown {
  const begins = startOf(start, { startMoves: term.startMoves, unit: term.unit }, table);
  // What stops later than that has not stopped anything yet, on the same day neither.
  const before = suspensions.filter(({ from }) => from < done);
  const told = Number.isNaN(begins) ? NaN : Math.max(0, count(begins, done, term, table, before));
  if (!Number.isNaN(told)) return told;
  return unknownFrom(table, localDay(table.zone, Number.isNaN(begins) ? start : done), false);
}

function count(
  begins: number,
  done: number,
  term: Term,
  table: Timetable,
  suspensions: readonly Suspension[],
): number {
  const unitMs = clockMs(term.unit);
  if (unitMs !== undefined) {
    const wall = runsByWallClock(term, unitMs * term.amount, table);
    const at = (instant: number): number => (wall ? instant : openAt(table, instant));
    let sum = at(done) - at(begins);
    for (const { from, until } of merged(suspensions))
      if (from < done && until > begins) sum -= at(Math.min(until, done)) - at(Math.max(from, begins));
    return sum / unitMs;
  }
  const startDay = localDay(table.zone, begins);
  // 24:00 of a day is that day: a term that ends then has not reached the next.
  const doneDay = Math.max(startDay, localDay(table.zone, done - 1));
  const after = term.countsStartDay === true ? startDay - 1 : startDay;
  const working = term.unit === "working-day";
  const days = (from: number, to: number): number =>
    working ? workingUpTo(table, to) - workingUpTo(table, from - 1) : to - from + 1;
  const counted =
    days(after + 1, doneDay) - suspendedBetween(suspendedDays(suspensions, table), after, doneDay, days);
  return whole(startDay, counted, term);
}

/** Whole units in so many counted days. */
function whole(start: Day, days: number, term: Term): number {
  const months = MONTHS[term.unit];
  if (months === undefined) return Math.floor(days / (DAYS[term.unit] ?? 1));
  let units = Math.floor(days / (31 * months + 1));
  while (addMonths(start, (units + 1) * months) <= dayAt(start + days)) units += 1;
  return units;
}

/** By how much `done` is after the due time. */
export interface LateBy {
  /** ms by the clock on the wall. */
  readonly wall: number;
  /** ms of open time; absent where no hours are known. */
  readonly open?: number;
  /** Working days after the last day, up to and including the day done; absent where the calendar does not tell. */
  readonly workingDays?: number;
}

/** By how much something done at `done` is late; undefined where it is in time. */
export function lateBy(limit: Due, done: number, table: Timetable): LateBy | undefined {
  if (done <= limit.due) return undefined;
  const open = table.hours === undefined ? NaN : openAt(table, done) - openAt(table, limit.due);
  const workingDays = workingUpTo(table, localDay(table.zone, done)) - workingUpTo(table, limit.lastDay);
  return {
    wall: done - limit.due,
    ...(Number.isNaN(open) ? {} : { open }),
    ...(Number.isNaN(workingDays) ? {} : { workingDays: Math.max(0, workingDays) }),
  };
}
