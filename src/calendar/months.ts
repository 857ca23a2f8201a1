import { isWorkingDay, type CountryCalendar, type Week } from "./country-calendar.ts";
import { dayAt, dayOf } from "./day.ts";

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** Working days of each month of a covered year, January first. */
export function workingDaysByMonth(calendar: CountryCalendar, week: Week, year: number): number[] {
  return MONTHS.map((month) => {
    let count = 0;
    for (let day = dayOf(year, month, 1); day < dayOf(year, month + 1, 1); day = dayAt(day + 1))
      if (isWorkingDay(calendar.weeks[week], day)) count += 1;
    return count;
  });
}
