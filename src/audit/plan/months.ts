import { addMonths, day as dayFrom, isoOf, type Day } from "../../calendar/day.ts";
import type { DayRange } from "./calendar-tables.ts";

/** A month by its first day and as it is named: `2025-03`. */
export interface Month {
  readonly day: Day;
  readonly name: string;
}

/** Letters of `2025-03`. */
const NAME = 7;

/** The months that some days are of, in order. */
export function monthsOf({ first, last }: DayRange): readonly Month[] {
  const months: Month[] = [];
  for (let day = dayFrom(`${isoOf(first).slice(0, NAME)}-01`); day <= last; day = addMonths(day, 1))
    months.push({ day, name: isoOf(day).slice(0, NAME) });
  return months;
}
