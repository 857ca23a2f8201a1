import { day as dayFrom, dayAt, isoOf, type Day } from "../calendar/day.ts";
import type { CountryCalendar } from "../calendar/country-calendar.ts";
import { standingDays, type InForce } from "../model/in-force.ts";
import type { Days } from "./moments.ts";

const YEAR = 366;
/** Days for a term to run over after the last moment: within what the calendar covers. */
const RUN_OUT = 120;

/**
 * The days of a kit: the year that begins with the first day on which the version surely is in force, as far as it and the
 * calendar go; where that day is not known, with the first on which it can be. Undefined where no day is left.
 */
export function kitDays(
  inForce: InForce | undefined,
  calendar: CountryCalendar | undefined,
  from: Day | undefined,
): Days | undefined {
  const { first, surely, end, over } = standingDays(inForce);
  const last = calendar === undefined ? Infinity : calendar.last - RUN_OUT;
  const latest = Math.min(last, dayOf(over) ?? Infinity);
  const surelyAt = dayOf(surely);
  const earliest = Math.max(dayOf(first) ?? -Infinity, calendar?.first ?? -Infinity, DAY_ZERO);
  const begins = Math.max(
    from ?? (surelyAt !== undefined && surelyAt < latest ? surelyAt : earliest),
    earliest,
  );
  const doubted = dayOf(end) ?? Infinity;
  const ends = Math.min(begins + YEAR, doubted > begins ? doubted : Infinity, latest);
  return begins < ends ? { first: dayAt(begins), end: dayAt(ends) } : undefined;
}

/** The number of a day; undefined where none is known, or it is before all days. */
const dayOf = (iso: string | undefined): number | undefined =>
  iso === undefined || iso === "" ? undefined : dayFrom(iso);

const DAY_ZERO = dayFrom("2010-01-01");

/** An ordinary day among them, on which requests are handed in that are about no time: one in the middle of a week. */
export function ordinaryDay({ first, end }: Days, isWorking: (day: Day) => boolean): string {
  for (let day = first; day < end; day = dayAt(day + 1))
    if ((day + 3) % 7 === 2 && [-1, 0, 1].every((since) => isWorking(dayAt(day + since)))) return isoOf(day);
  return isoOf(first);
}
