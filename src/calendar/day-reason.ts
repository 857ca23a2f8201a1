import type { DayReason, Words } from "../model/due-explanation.ts";
import type { CountryCalendar, DayOff, WorkedDayOff } from "./country-calendar.ts";
import { isoOf, type Day } from "./day.ts";
import type { Timetable } from "./timetable.ts";

/** Why a day is or is not one of work for a provider, and which act says so. */
export function reasonOf(day: Day, table: Timetable): DayReason {
  const { calendar, days } = table;
  if (calendar === undefined || days === undefined || day < calendar.first || day > calendar.last)
    return { why: "no-calendar" };
  const off = days.off.get(day);
  if (off !== undefined) return dayOffReason(off, calendar);
  if (table.working[day - table.first] !== 1) return { why: "weekly-day-off" };
  const worked = days.worked.get(day);
  if (worked === undefined) return { why: "working" };
  return workedReason(worked, calendar);
}

/** A worked day off in plain values. */
export const workedReason = (worked: WorkedDayOff, calendar: CountryCalendar): DayReason => ({
  why: "worked-day-off",
  instead: isoOf(worked.instead),
  act: worked.act,
  title: titleOf(calendar, worked.act),
});

/** A calendar's day off in plain values. */
export function dayOffReason(off: DayOff, calendar: CountryCalendar): DayReason {
  const { act } = off;
  const title = titleOf(calendar, act);
  switch (off.why) {
    case "holiday":
      return {
        why: "holiday",
        name: off.holiday.name,
        estimated: off.holiday.estimated === true,
        act,
        title,
      };
    case "moved-holiday":
      return { why: "moved-holiday", from: isoOf(off.from), name: off.holiday.name, act, title };
    case "moved-by-act":
      return { why: "moved-by-act", from: isoOf(off.from), act, title };
  }
}

/** An act's title by language; its number where the calendar has no title. */
const titleOf = (calendar: CountryCalendar, act: string): Words => calendar.acts[act] ?? { en: act };
