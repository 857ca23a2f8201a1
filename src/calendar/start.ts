import type { DueExplanation } from "../model/due-explanation.ts";
import { dayAt } from "./day.ts";
import { clockMs, type Term } from "./term.ts";
import { HOURS, type Timetable } from "./timetable.ts";
import { instantOf, offsetAt } from "./zone-table.ts";
import { MINUTE_MS, DAY_MS, DAY_MINUTES } from "../model/time-units.ts";

/**
 * The instant from which a term begun by an event at `start` runs: where a rollover or cutoff covers the channel, an
 * event on a day off, at or after closing, or after the cutoff counts as of the next working day's opening, one before
 * opening as of that opening. Where the law beneath moves it, what comes before opening is registered on its day. NaN
 * where the calendar does not tell.
 */
export function effectiveStart(start: number, table: Timetable): number {
  if (!table.moves && !table.movesByLaw) return start;
  const local = start + offsetAt(table.zone, start);
  const day = Math.floor(local / DAY_MS);
  const index = day - table.first;
  if (index < 0 || index >= table.length) return NaN;
  const outside = table.outside[index] ?? 0;
  if (outside === 0) return start;
  if (!accepts(table, index)) return nextOpening(table, index);
  if (outside < HOURS) return start;
  const sinceMidnight = local - day * DAY_MS;
  const opens = openingMinute(table, index) * MINUTE_MS;
  if (sinceMidnight < opens) return table.movesByLaw ? start : instantOf(table.zone, dayAt(day), opens);
  const taken =
    sinceMidnight < closingMinute(table, index) * MINUTE_MS &&
    sinceMidnight <= (table.cutoffs[index] ?? 0) * MINUTE_MS;
  return taken ? start : nextOpening(table, index);
}

/** The instant from which a term runs: its event's, or where a rollover or cutoff moves that. NaN: the calendar does not tell. */
export const startOf = (
  start: number,
  { direction, startMoves, unit }: Pick<Term, "direction" | "startMoves" | "unit">,
  table: Timetable,
): number =>
  direction === "before" || startMoves === false || (table.movesByLaw && clockMs(unit) !== undefined)
    ? start
    : effectiveStart(start, table);

/**
 * Where the law beneath puts off what comes after hours and nobody knows these: from when a term would run if the event
 * on a working day had come after them. Undefined where that is no question, or the calendar does not tell.
 */
export function nextWorkingStart(event: number, { unit }: Term, table: Timetable): number | undefined {
  if (!table.movesByLaw || table.hours !== undefined || clockMs(unit) !== undefined) return undefined;
  const index = Math.floor((event + offsetAt(table.zone, event)) / DAY_MS) - table.first;
  if (table.outside[index] !== HOURS || !accepts(table, index)) return undefined;
  const next = nextOpening(table, index);
  return Number.isNaN(next) ? undefined : next;
}

/** Why a term does not start with the event at `start`; undefined where it does. */
export function startMoved(start: number, table: Timetable): DueExplanation["startMoved"] {
  const begins = effectiveStart(start, table);
  if (begins === start || Number.isNaN(begins)) return undefined;
  const local = start + offsetAt(table.zone, start);
  const day = Math.floor(local / DAY_MS);
  const index = day - table.first;
  const sinceMidnight = local - day * DAY_MS;
  if (!accepts(table, index)) return "day-off";
  if (sinceMidnight < openingMinute(table, index) * MINUTE_MS) return "before-opening";
  return sinceMidnight < closingMinute(table, index) * MINUTE_MS ? "after-cutoff" : "after-closing";
}

/** A working day on which whoever serves the channel is open, or may be. */
const accepts = (table: Timetable, index: number): boolean =>
  table.working[index] === 1 && (table.hours === undefined || table.pattern[index] !== 0);

const openingMinute = (table: Timetable, index: number): number =>
  table.hours === undefined ? 0 : (table.opens[index] ?? 0);

const closingMinute = (table: Timetable, index: number): number =>
  table.hours === undefined ? DAY_MINUTES : (table.closes[index] ?? 0);

function nextOpening(table: Timetable, after: number): number {
  for (let index = after + 1; index < table.length; index += 1)
    if (accepts(table, index))
      return instantOf(table.zone, dayAt(table.first + index), openingMinute(table, index) * MINUTE_MS);
  return NaN;
}
