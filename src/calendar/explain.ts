import type { Assumption, CountedPiece, DueExplanation, ExplainedDay } from "../model/due-explanation.ts";
import { dayAt, isoOf, weekdayOf, type Day } from "./day.ts";
import { reasonOf } from "./day-reason.ts";
import { due, runsByWallClock, suspensionsMet, type Due } from "./due.ts";
import { isoInstant } from "./iso-instant.ts";
import { calendarDays } from "./last-day.ts";
import { clockInstant, intervalsOf } from "./open-time.ts";
import { startMoved } from "./start.ts";
import { isSuspended, suspendedDays, type SuspendedDays, type Suspension } from "./suspension.ts";
import { clockMs, type Term } from "./term.ts";
import type { Timetable } from "./timetable.ts";
import type { Unknown } from "./unknown.ts";
import { instantOf, localDay, offsetAt } from "./zone-table.ts";
import { DAY_MS } from "../model/time-units.ts";

/** How the due time of a term was reached, day by day, in values that go into JSON as they are. */
export function explain(
  event: number,
  term: Term,
  table: Timetable,
  suspensions: readonly Suspension[] = [],
): DueExplanation | Unknown {
  const limit = due(event, term, table, suspensions);
  if (limit.is === "unknown") return limit;
  const met = suspensions.length === 0 ? suspensions : suspensionsMet(event, term, table, suspensions);
  const moved = limit.start === event ? undefined : startMoved(event, table);
  const unitMs = clockMs(term.unit);
  const wall = unitMs !== undefined && runsByWallClock(term, unitMs * term.amount, table);
  const suspended = suspendedDays(met, table);
  const days =
    unitMs === undefined
      ? countedDays(limit, term, table, suspended)
      : clockDays(limit, wall, table, met, suspended);
  return {
    event: isoInstant(table.zone, event),
    start: isoInstant(table.zone, limit.start),
    ...(moved === undefined ? {} : { startMoved: moved }),
    amount: term.amount,
    unit: term.unit,
    counting: countingOf(term, wall),
    days: [...beforeStart(event, limit.start, table), ...days],
    due: isoInstant(table.zone, limit.due),
    ...(unitMs === undefined ? { ends: endsAtMidnight(limit, table) ? "midnight" : "closing" } : {}),
    ...assumedIn(term, unitMs, wall, table),
  };
}

function countingOf(term: Term, wall: boolean): DueExplanation["counting"] {
  if (clockMs(term.unit) !== undefined) return wall ? "wall-clock" : "open-time";
  if (term.unit === "same-day") return "same-day";
  return term.unit === "working-day" ? "working-days" : "calendar-days";
}

/** What of the counting no law says, and the rule itself does not either. */
function assumedIn(
  term: Term,
  unitMs: number | undefined,
  wall: boolean,
  table: Timetable,
): { readonly assumed?: readonly Assumption[] } {
  const assumed: Assumption[] = [];
  if (unitMs !== undefined && term.clock === undefined) {
    const isLong = unitMs * term.amount >= DAY_MS && table.hours !== undefined && term.channel !== "portal";
    assumed.push(isLong ? "day-limit" : wall ? "wall-clock" : "open-time");
  }
  if (table.moves && table.hours === undefined && term.direction !== "before" && term.startMoves !== false)
    assumed.push("rollover-without-hours");
  const mayMove = term.movesToWorkingDay !== false && term.unit !== "working-day";
  if (term.direction === "before" && unitMs === undefined && mayMove && table.calendar !== undefined)
    assumed.push("moves-back");
  return assumed.length === 0 ? {} : { assumed };
}

const endsAtMidnight = (limit: Due, table: Timetable): boolean =>
  limit.due === instantOf(table.zone, limit.lastDay, DAY_MS);

const dayOf = (day: Day, as: ExplainedDay["as"], table: Timetable, n?: number): ExplainedDay => ({
  date: isoOf(day),
  weekday: weekdayOf(day),
  as,
  ...(n === undefined ? {} : { n }),
  reason: reasonOf(day, table),
});

/** The days from the event to the day from which the term runs. */
function beforeStart(event: number, start: number, table: Timetable): ExplainedDay[] {
  const days: ExplainedDay[] = [];
  const until = localDay(table.zone, start);
  for (let day = localDay(table.zone, event); day < until; day = dayAt(day + 1))
    days.push(dayOf(day, "before-start", table));
  return days;
}

/** The days of a term in days, weeks, months or years, from its start to its last day, in the order they are counted. */
function countedDays(
  limit: Due,
  term: Term,
  table: Timetable,
  suspended: readonly SuspendedDays[],
): ExplainedDay[] {
  const start = localDay(table.zone, limit.start);
  const step = term.direction === "before" ? -1 : 1;
  const total = totalOf(start, term, step);
  const days: ExplainedDay[] = [];
  let n = 0;
  for (let day = start; (limit.lastDay - day) * step >= 0; day = dayAt(day + step)) {
    const isStart = day === start && term.countsStartDay !== true && term.unit !== "same-day";
    const stands = step > 0 && isSuspended(suspended, day);
    if (isStart) days.push(dayOf(day, "start", table));
    else if (n >= total) days.push(dayOf(day, "moved", table));
    else if (stands && !(term.unit === "same-day" && day === limit.lastDay))
      days.push(dayOf(day, "suspended", table));
    else if (term.unit === "working-day" && table.working[day - table.first] !== 1)
      days.push(dayOf(day, "not-counted", table));
    else days.push(dayOf(day, "counted", table, (n += 1)));
  }
  return days;
}

function totalOf(start: Day, term: Term, step: 1 | -1): number {
  if (term.unit === "same-day") return 1;
  return term.unit === "working-day" ? term.amount : Math.abs(calendarDays(start, term, step));
}

/** The days of a term in seconds, minutes or hours, with what counted on each. */
function clockDays(
  limit: Due,
  wall: boolean,
  table: Timetable,
  suspensions: readonly Suspension[],
  suspended: readonly SuspendedDays[],
): ExplainedDay[] {
  const from = Math.min(limit.start, limit.due);
  const until = Math.max(limit.start, limit.due);
  const back = limit.due < limit.start;
  const days: ExplainedDay[] = [];
  const last = localDay(table.zone, Math.max(from, until - 1));
  for (let day = localDay(table.zone, from); day <= last; day = dayAt(day + 1)) {
    const pieces = spansOf(day, wall, table)
      .flatMap((span) =>
        without(
          { from: Math.max(from, span.from), until: Math.min(until, span.until) },
          back ? [] : suspensions,
        ),
      )
      .map((piece) => pieceOf(piece, table));
    const as = pieces.length > 0 ? "counted" : isSuspended(suspended, day) ? "suspended" : "not-counted";
    days.push({ ...dayOf(day, as, table), pieces, ...clockChangeOn(day, table) });
  }
  return back ? days.reverse() : days;
}

/** Whether the clock shows some times of a day twice, or leaves some out. */
function clockChangeOn(day: Day, { zone }: Timetable): { readonly clockChanged?: true } {
  const [from, until] = [instantOf(zone, day, 0), instantOf(zone, dayAt(day + 1), 0)];
  return offsetAt(zone, from) === offsetAt(zone, until) && until - from === DAY_MS
    ? {}
    : { clockChanged: true };
}

function spansOf(day: Day, wall: boolean, table: Timetable): readonly Suspension[] {
  if (wall) return [{ from: instantOf(table.zone, day, 0), until: instantOf(table.zone, day, DAY_MS) }];
  const index = day - table.first;
  return intervalsOf(table, index).map(({ from, until }) => ({
    from: clockInstant(table, index, from),
    until: clockInstant(table, index, until),
  }));
}

/** What is left of a stretch without the suspended ones. */
function without(stretch: Suspension, suspensions: readonly Suspension[]): readonly Suspension[] {
  let { from } = stretch;
  const left: Suspension[] = [];
  for (const suspension of suspensions) {
    if (suspension.until <= from || suspension.from >= stretch.until) continue;
    if (suspension.from > from) left.push({ from, until: suspension.from });
    from = suspension.until;
  }
  if (from < stretch.until) left.push({ from, until: stretch.until });
  return left;
}

const pieceOf = ({ from, until }: Suspension, table: Timetable): CountedPiece => ({
  from: isoInstant(table.zone, from),
  until: isoInstant(table.zone, until),
  ms: until - from,
});
