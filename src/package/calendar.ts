import { yearOf } from "../calendar/day.ts";
import { yearOverview, type YearOverview } from "../calendar/year-overview.ts";
import { openCalendar } from "../library/calendars.ts";
import { namedDay } from "../library/named-day.ts";
import { Trouble } from "../model/trouble.ts";
import { oneOf } from "./options.ts";
import { attempt, type Result } from "./result.ts";

export { due, type DueAnswer, type DueOptions, type Late } from "./due.ts";
export type { Fault, Result } from "./result.ts";
export type { DueLine } from "../model/due-line.ts";
export type { DayReason, DueExplanation, ExplainedDay } from "../model/due-explanation.ts";
export type { MarkedDay, YearOverview } from "../calendar/year-overview.ts";

/** Which year is asked for, and how. */
export interface YearOptions {
  /** Days of the working week; 5 where nothing is said. */
  readonly week?: 5 | 6;
  /** The year as it was known on this day, `2024-06-01`. */
  readonly asKnown?: string;
}

/**
 * A year of a country's calendar: working days by month, the days off that not every week has, and the days off that
 * were worked, each with the act behind it. `country` is a folder under `rules/calendars`, or the path of one.
 */
export function calendarYear(country: string, year: number, options: YearOptions = {}): Result<YearOverview> {
  const { week = 5, asKnown } = options;
  return attempt("the calendar", () => {
    const known = asKnown === undefined ? undefined : namedDay(asKnown, "--as-known");
    const { calendar, id } = openCalendar(country, { asKnown: known });
    const [first, last] = [yearOf(calendar.first), yearOf(calendar.last)];
    if (year < first || year > last)
      throw new Trouble(`no calendar of ${id} covers the year ${year}: it has ${first} to ${last}`, {
        wayOut: `Add rules/calendars/${id}/${year}.json.`,
      });
    return yearOverview(calendar, oneOf(week, [5, 6], "--week"), year);
  });
}
