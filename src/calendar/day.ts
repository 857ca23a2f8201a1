import type { Weekday } from "../model/rule.ts";

declare const brand: unique symbol;

/** A calendar day, as whole days since 1970-01-01; it knows no zone. */
export type Day = number & { readonly [brand]: "day" };

/** Milliseconds of a day that no change of the clock makes longer or shorter. */
export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

/** The day with this number, 0 being 1970-01-01. */
export const dayAt = (number: number): Day => number as Day;

/** The day of an instant (epoch ms) by UTC. */
export const dayOfInstant = (instant: number): Day => dayAt(Math.floor(instant / DAY_MS));

/** The day of a date `YYYY-MM-DD`. Throws a RangeError where there is no such day. */
export function day(iso: string): Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const found = parts === null ? undefined : dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (found === undefined || isoOf(found) !== iso)
    throw new RangeError(`${iso} is no date: expected YYYY-MM-DD`);
  return found;
}

/** The date of a day, `YYYY-MM-DD`: whole numbers, as a Date would cost more than all the counting (Hinnant, 2014). */
export function isoOf(of: Day): string {
  // Years run from March here, so that a leap day is a year's last; eras of 400 years are alike.
  const sinceMarch0000 = of + 719_468;
  const era = Math.floor(sinceMarch0000 / 146_097);
  const dayOfEra = sinceMarch0000 - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = yearOfEra + era * 400 + (month < 10 ? 0 : 1);
  return `${String(year).padStart(4, "0")}-${two(month < 10 ? month + 3 : month - 9)}-${two(dayOfMonth)}`;
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));

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
