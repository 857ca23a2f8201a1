import type { Weekday } from "../model/rule.ts";

declare const brand: unique symbol;

/** A calendar day, as whole days since 1970-01-01; it knows no zone. */
export type Day = number & { readonly [brand]: "day" };

/** Milliseconds of a day that no change of the clock makes longer or shorter. */
export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

/** The day with this number, 0 being 1970-01-01. */
export const dayAt = (number: number): Day => number as Day;

/** The day of a date `YYYY-MM-DD`. Throws a RangeError where there is no such day. */
export function day(iso: string): Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const found = parts === null ? undefined : dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (found === undefined || isoOf(found) !== iso)
    throw new RangeError(`${iso} is no date: expected YYYY-MM-DD`);
  return found;
}

/** The date of a day, `YYYY-MM-DD`. */
export const isoOf = (of: Day): string => new Date(of * DAY_MS).toISOString().slice(0, 10);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (of: Day): Weekday => (((((of + 3) % 7) + 7) % 7) + 1) as Weekday;

export const yearOf = (of: Day): number => new Date(of * DAY_MS).getUTCFullYear();

/** The day of a year, a month from 1 and a day of the month. */
export const dayOf = (year: number, month: number, dayOfMonth: number): Day =>
  dayAt(Date.UTC(year, month - 1, dayOfMonth) / DAY_MS);

/** The same day of the month so many months on (or back), or that month's last day. */
export function addMonths(to: Day, months: number): Day {
  const date = new Date(to * DAY_MS);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY_MS;
  const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 1) / DAY_MS;
  return dayAt(Math.min(first + date.getUTCDate() - 1, next - 1));
}
