import { dayAt, yearOf, type Day } from "./day.ts";
import type { Timetable } from "./timetable.ts";

/** A time that cannot be told, and what is missing for it. */
export type Unknown =
  | { readonly is: "unknown"; readonly because: "no-calendar" }
  | {
      readonly is: "unknown";
      readonly because: "uncovered-year";
      readonly country: string;
      readonly year: number;
      /** The file to add, `rules/calendars/kz/2028.json`. */
      readonly file: string;
    };

/** What is missing where counting from `from` left the covered days; `back` where it counted back. */
export function unknownFrom(table: Timetable, from: Day, back: boolean): Unknown {
  const { calendar } = table;
  if (calendar === undefined) return { is: "unknown", because: "no-calendar" };
  const covered = from >= calendar.first && from <= calendar.last;
  const missing = covered ? dayAt(back ? calendar.first - 1 : calendar.last + 1) : from;
  const year = yearOf(missing);
  const { country } = calendar;
  return {
    is: "unknown",
    because: "uncovered-year",
    country,
    year,
    file: `rules/calendars/${country}/${year}.json`,
  };
}
