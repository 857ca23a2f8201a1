import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Day, dayOf, weekdayOf } from "./clock.ts";

interface Known {
  readonly known: { readonly until: string | null };
}
interface Year {
  readonly holidays: readonly ({ readonly date: string; readonly moves: boolean } & Known)[];
  readonly movedDays: readonly ({ readonly off: string; readonly worked: string } & Known)[];
}

/** The days off of a week of five or six days, and the worked days off with the day whose hours they have. */
export interface DaysOff {
  readonly off: ReadonlySet<Day>;
  readonly workedInstead: ReadonlyMap<Day, Day>;
  /** First and last day that the calendars cover. */
  readonly from: Day;
  readonly to: Day;
}

const stillKnown = ({ known }: Known): boolean => known.until === null;

function yearsIn(folder: string): readonly Year[] {
  const files = readdirSync(folder).filter((name) => /^\d{4}\.json$/.test(name));
  return files.sort().map((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Year);
}

/**
 * Labour Code, art. 84 and 85; Law on holidays, art. 5: holidays are off; one that falls on a weekly day off gives the
 * next working day off, one after another; what an act has moved binds where the day given up would have been off.
 */
export function daysOff(folder: string, week: 5 | 6): DaysOff {
  const years = yearsIn(folder);
  const weekly = (day: Day): boolean => weekdayOf(day) === 7 || (week === 5 && weekdayOf(day) === 6);
  const holidays = years
    .flatMap((year) => year.holidays.filter(stillKnown))
    .map(({ date, moves }) => ({ day: dayOf(date), moves }))
    .sort((one, other) => one.day - other.day);
  const off = new Set(holidays.map(({ day }) => day));
  for (const { day, moves } of holidays) {
    if (!moves || !weekly(day)) continue;
    let instead = day + 1;
    while (weekly(instead) || off.has(instead)) instead += 1;
    off.add(instead);
  }
  const workedInstead = new Map<Day, Day>();
  for (const moved of years.flatMap((year) => year.movedDays.filter(stillKnown))) {
    const worked = dayOf(moved.worked);
    if (!weekly(worked) && !off.has(worked)) continue;
    workedInstead.set(worked, dayOf(moved.off));
    off.add(dayOf(moved.off));
    off.delete(worked);
  }
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .map((name) => Number(name.slice(0, 4)));
  return {
    off,
    workedInstead,
    from: dayOf(`${Math.min(...names)}-01-01`),
    to: dayOf(`${Math.max(...names)}-12-31`),
  };
}
