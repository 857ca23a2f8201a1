import { dayAt } from "./day.ts";
import type { Timetable } from "./timetable.ts";
import { hoursOn, type OpenInterval } from "./weekly-hours.ts";
import { instantOf, offsetAt } from "./zone-table.ts";
import { MINUTE_MS, DAY_MS } from "../model/time-units.ts";

const NONE: readonly OpenInterval[] = [];

/** Open ms from the first covered day to an instant; NaN outside the covered days. */
export function openAt(table: Timetable, instant: number): number {
  const index = Math.floor((instant + offsetAt(table.zone, instant)) / DAY_MS) - table.first;
  if (index < 0 || index >= table.length) return NaN;
  let sum = (table.openBefore[index] ?? 0) * MINUTE_MS;
  for (const { from, until } of intervalsOf(table, index)) {
    const begin = clockInstant(table, index, from);
    if (instant <= begin) break;
    sum += Math.min(instant, clockInstant(table, index, until)) - begin;
  }
  return sum;
}

/** The earliest instant by which so much open time has passed since the first covered day; NaN past the last. */
export function instantOfOpen(table: Timetable, total: number): number {
  const { openBefore } = table;
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((openBefore[middle + 1] ?? 0) * MINUTE_MS < total) low = middle + 1;
    else high = middle;
  }
  let left = total - (openBefore[low] ?? 0) * MINUTE_MS;
  for (const { from, until } of intervalsOf(table, low)) {
    const begin = clockInstant(table, low, from);
    const length = clockInstant(table, low, until) - begin;
    if (left <= length) return begin + left;
    left -= length;
  }
  return NaN;
}

/** The latest instant up to which no more than so much open time has passed since the first covered day; NaN before it. */
export function lastInstantOfOpen(table: Timetable, total: number): number {
  if (!(total >= 0)) return NaN;
  const { openBefore } = table;
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((openBefore[middle + 1] ?? 0) * MINUTE_MS <= total) low = middle + 1;
    else high = middle;
  }
  let left = total - (openBefore[low] ?? 0) * MINUTE_MS;
  for (const { from, until } of intervalsOf(table, low)) {
    const begin = clockInstant(table, low, from);
    const length = clockInstant(table, low, until) - begin;
    if (left < length) return begin + left;
    left -= length;
  }
  return NaN;
}

/** The open intervals of a covered day. */
export function intervalsOf(table: Timetable, index: number): readonly OpenInterval[] {
  const pattern = table.pattern[index];
  return table.hours === undefined || pattern === undefined || pattern === 0
    ? NONE
    : hoursOn(table.hours, pattern as 1);
}

/** The instant at which the clock shows a minute of a covered day. */
export function clockInstant(table: Timetable, index: number, minute: number): number {
  const start = table.dayStart[index] ?? NaN;
  return (table.dayStart[index + 1] ?? NaN) - start === DAY_MS
    ? start + minute * MINUTE_MS
    : instantOf(table.zone, dayAt(table.first + index), minute * MINUTE_MS);
}
