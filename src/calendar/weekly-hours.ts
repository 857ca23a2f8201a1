import type { Weekday } from "../model/rule.ts";
import { DAY_MINUTES } from "../model/time-units.ts";

/** A stretch of a day in minutes since midnight, `until` not included; 24:00 is 1440. */
export interface OpenInterval {
  readonly from: number;
  readonly until: number;
}

/** The open intervals of each weekday in order, apart from one another; index 0 is Monday. */
export type WeeklyHours = readonly [
  readonly OpenInterval[],
  readonly OpenInterval[],
  readonly OpenInterval[],
  readonly OpenInterval[],
  readonly OpenInterval[],
  readonly OpenInterval[],
  readonly OpenInterval[],
];

/** Weekly hours out of intervals in any order; touching and overlapping ones become one. */
export function weeklyHours(
  intervals: readonly (OpenInterval & { readonly weekday: Weekday })[],
): WeeklyHours {
  const of = (weekday: Weekday): readonly OpenInterval[] =>
    merged(intervals.filter((interval) => interval.weekday === weekday));
  return [of(1), of(2), of(3), of(4), of(5), of(6), of(7)];
}

function merged(intervals: readonly OpenInterval[]): readonly OpenInterval[] {
  const out: { from: number; until: number }[] = [];
  for (const { from, until } of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last !== undefined && from <= last.until) last.until = Math.max(last.until, until);
    else out.push({ from, until });
  }
  return out;
}

/** The intervals of a weekday. */
export const hoursOn = (hours: WeeklyHours, weekday: Weekday): readonly OpenInterval[] =>
  hours[weekday - 1] ?? [];

/** Minutes since midnight of `HH:MM`, up to 24:00. Throws a RangeError for anything else. */
export function minutesOf(clock: string): number {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(clock);
  const minutes = parts === null ? NaN : Number(parts[1]) * 60 + Number(parts[2]);
  if (parts === null || Number(parts[2]) > 59 || minutes > DAY_MINUTES)
    throw new RangeError(`${clock} is no time of day: expected HH:MM from 00:00 to 24:00`);
  return minutes;
}
