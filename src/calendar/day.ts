import type { Weekday } from "../model/rule.ts";
import { DAY_MS } from "../model/time-units.ts";

declare const brand: unique symbol;

/** A calendar day, as whole days since 1970-01-01; it knows no zone. */
export type Day = number & { readonly [brand]: "day" };

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
  const sinceMarch0000 = of + MARCH_0000;
  const era = Math.floor(sinceMarch0000 / ERA_DAYS);
  const dayOfEra = sinceMarch0000 - era * ERA_DAYS;
  const leaps =
    Math.floor(dayOfEra / FOUR_YEARS) -
    Math.floor(dayOfEra / CENTURY) +
    Math.floor(dayOfEra / (ERA_DAYS - 1));
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = yearOfEra + era * 400 + (month < 10 ? 0 : 1);
  return `${String(year).padStart(4, "0")}-${two(month < 10 ? month + 3 : month - 9)}-${two(dayOfMonth)}`;
}

/** Days from 1 March of the year 0 to 1970-01-01. */
export const MARCH_0000 = 719_468;
/** Days of 400 years; of 100 and of four, without the leap day that ends them. */
const ERA_DAYS = 146_097;
const CENTURY = 36_524;
const FOUR_YEARS = 1460;

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
