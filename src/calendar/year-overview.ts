import type { DayReason } from "../model/due-explanation.ts";
import type { CountryCalendar, Week } from "./country-calendar.ts";
import { dayOffReason, workedReason } from "./day-reason.ts";
import { dayOf, isoOf, weekdayOf, type Day } from "./day.ts";
import { workingDaysByMonth } from "./months.ts";

/** A day that is off or worked because a law or an act says so. */
export interface MarkedDay {
  readonly date: string;
  readonly reason: DayReason;
}

/** A year of a country's calendar at a glance. */
export interface YearOverview {
  readonly year: number;
  readonly week: Week;
  readonly months: readonly { readonly month: number; readonly workingDays: number }[];
  /** Days off but for those that every week has, in order. */
  readonly daysOff: readonly MarkedDay[];
  /** Days off that an act made days of work, in order. */
  readonly workedDaysOff: readonly MarkedDay[];
}

/** A covered year of a calendar for a week. */
export function yearOverview(calendar: CountryCalendar, week: Week, year: number): YearOverview {
  const { off, worked } = calendar.weeks[week];
  return {
    year,
    week,
    months: workingDaysByMonth(calendar, week, year).map((workingDays, index) => ({
      month: index + 1,
      workingDays,
    })),
    daysOff: marked(off, year, (day) => dayOffReason(day, calendar)),
    workedDaysOff: marked(worked, year, (day) => workedReason(day, calendar)),
  };
}

function marked<T>(days: ReadonlyMap<Day, T>, year: number, reason: (of: T) => DayReason): MarkedDay[] {
  return [...days]
    .filter(([day]) => day >= dayOf(year, 1, 1) && day <= dayOf(year, 12, 31))
    .sort(([a], [b]) => a - b)
    .map(([day, of]) => ({ date: isoOf(day), reason: reason(of) }));
}

/** The days of a month in weeks from Monday; undefined before its first day and after its last. */
export function weeksOfMonth(year: number, month: number): (string | undefined)[][] {
  const first = dayOf(year, month, 1);
  const length = dayOf(year, month + 1, 1) - first;
  const before = weekdayOf(first) - 1;
  return Array.from({ length: Math.ceil((before + length) / 7) }, (_, row) =>
    Array.from({ length: 7 }, (__, column) => {
      const index = row * 7 + column - before;
      return index < 0 || index >= length ? undefined : isoOf((first + index) as Day);
    }),
  );
}
