import { dayAt, isoOf, weekdayOf, type Day } from "../calendar/day.ts";
import { clockMs, type Term } from "../calendar/term.ts";
import type { Timetable } from "../calendar/timetable.ts";
import { hoursOn, type OpenInterval } from "../calendar/weekly-hours.ts";
import { instantOf, localDay } from "../calendar/zone-table.ts";
import { DAY_MINUTES, HOUR_MS, MINUTE_MS } from "../model/time-units.ts";

/** Days of a kit's moments, half-open. */
export interface Days {
  readonly first: Day;
  readonly end: Day;
}

/** How many moments of a term are asked about: around every hour and day that could decide, on a few days, or on two. */
export type Much = "every-bound" | "few" | "least";

/**
 * Instants around which a term could end otherwise: beside every opening, closing, break and cutoff of the week, before and
 * behind every stretch of days off, on days that were moved, at the ends of months, and about changes of the clock.
 */
export function momentsIn(table: Timetable, days: Days, much: Much, term: Pick<Term, "unit">): number[] {
  const { plain, strange } = kindsOfDays(table, days);
  const at = (day: Day, minute: number): number => instantOf(table.zone, day, minute * MINUTE_MS);
  const beside = plain.flatMap((day) => boundsOn(table, day).map((minute) => at(day, minute)));
  const asked = {
    "every-bound": [...plain, ...strange],
    few: [...plain, ...strange.slice(0, FEW)],
    least: [...plain.slice(0, 1), ...strange.slice(0, 1)],
  }[much];
  const ends = much === "least" ? [] : monthEnds(days, term);
  const some = [...asked, ...ends].flatMap((day) =>
    minutesOf(table, day, term).map((minute) => at(day, minute)),
  );
  const clocks = much === "least" ? [] : clockChanges(table, days);
  return [...new Set([...(much === "every-bound" ? beside : []), ...some, ...clocks])].sort((a, b) => a - b);
}

/** Days near days off that a term is asked about where another of its sort was about all of them. */
const FEW = 6;

/** The first plain day of each weekday, and the first of each sort of day that is off, moved, or near one that is. */
function kindsOfDays(
  table: Timetable,
  days: Days,
): { readonly plain: readonly Day[]; readonly strange: readonly Day[] } {
  const plain = new Map<number, Day>();
  const strange = new Map<string, Day>();
  for (let day = days.first; day < days.end; day = dayAt(day + 1)) {
    const weekday = weekdayOf(day);
    if (isPlain(table, day)) plain.set(weekday, plain.get(weekday) ?? day);
    else {
      const around = surroundings(table, day);
      strange.set(around, strange.get(around) ?? day);
    }
  }
  return { plain: [...plain.values()], strange: [...strange.values()] };
}

const NOON = 11 * 60;

/** Minutes before an opening or a closing from which a term of minutes runs into it. */
const BESIDE = 5;

/** Minutes of a day that is asked about in little: in its middle, behind its end, and where a short term runs into hours or out of them. */
function minutesOf(table: Timetable, day: Day, { unit }: Pick<Term, "unit">): number[] {
  const open = clockMs(unit) === undefined ? [] : openOn(table, day);
  const beside = open.flatMap(({ from, until }) => [from - BESIDE, until - BESIDE]);
  const minutes = [NOON, ...beside, closingOn(table, day) + 1];
  return minutes.filter((minute) => minute >= 0 && minute < DAY_MINUTES);
}

/** Whether the days about a day are those of any week: nothing but its weekday tells it from others. */
function isPlain(table: Timetable, day: Day): boolean {
  for (let near = day - NEAR; near <= day + NEAR; near += 1)
    if (isWorking(table, near) !== isWorking(table, weekLike(table, near))) return false;
  return true;
}

/** Days before and behind a day within which a day off may move a term's end. */
const NEAR = 9;

/** A day of the same weekday in the calendar's plainest week: one that has no day off but the weekly ones. */
function weekLike(table: Timetable, day: number): number {
  const weekday = weekdayOf(dayAt(day));
  return plainWeek(table) + weekday - 1;
}

const plainWeeks = new WeakMap<Timetable, number>();

/** Monday of the week with the most working days. */
function plainWeek(table: Timetable): number {
  const there = plainWeeks.get(table);
  if (there !== undefined) return there;
  let best = { monday: table.first as number, working: -1 };
  for (let day = table.first as number; day + 7 <= table.first + table.length; day += 1) {
    if (weekdayOf(dayAt(day)) !== 1) continue;
    const working = [0, 1, 2, 3, 4, 5, 6].filter((since) => isWorking(table, day + since)).length;
    // A week with a worked day off has more than a plain one: the commonest comes first, and most weeks are plain.
    if (working > best.working && working <= usualDays(table)) best = { monday: day, working };
  }
  plainWeeks.set(table, best.monday);
  return best.monday;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const usualDays = ({ week, provider }: Timetable): number =>
  provider === undefined ? week : WEEKDAYS.filter((day) => hoursOn(provider, day).length > 0).length;

const isWorking = (table: Timetable, day: number): boolean => table.working[day - table.first] === 1;

/** What tells a day off, or a day near one, from others: its weekday, and what the days about it are. */
function surroundings(table: Timetable, day: Day): string {
  const near = Array.from({ length: 7 }, (_, index) => (isWorking(table, day - 1 + index) ? "w" : "-"));
  return `${weekdayOf(day)}${near.join("")}${table.pattern[day - table.first] ?? ""}`;
}

/** Open hours of a day. */
function openOn(table: Timetable, day: Day): readonly OpenInterval[] {
  const pattern = WEEKDAYS.find((weekday) => weekday === table.pattern[day - table.first]);
  return table.hours === undefined || pattern === undefined ? [] : hoursOn(table.hours, pattern);
}

/** Minutes of a day around which something begins or ends. */
function boundsOn(table: Timetable, day: Day): number[] {
  const cutoff = table.cutoffs[day - table.first] ?? DAY_MINUTES;
  const bounds = [...openOn(table, day).flatMap(({ from, until }) => [from, until]), cutoff].filter(
    (minute) => minute < DAY_MINUTES,
  );
  const beside = bounds.flatMap((minute) => [minute - 1, minute, minute + 1]);
  return [...new Set([0, ...beside, NOON, DAY_MINUTES - 1])].filter(
    (minute) => minute >= 0 && minute < DAY_MINUTES,
  );
}

const closingOn = (table: Timetable, day: Day): number => {
  const closes = table.closes[day - table.first] ?? -1;
  return closes < 0 ? 19 * 60 : closes;
};

/** Last days of months, from which the same day of the next is another or none. */
function monthEnds({ first, end }: Days, { unit }: Pick<Term, "unit">): Day[] {
  if (unit !== "month" && unit !== "year") return [];
  const ends: Day[] = [];
  for (let day = first; day < end; day = dayAt(day + 1))
    if (/-(?:0[138]-31|02-2[89])$/.test(isoOf(day))) ends.push(day);
  return ends;
}

/** A day before and an hour behind each change of the clock. */
function clockChanges({ zone }: Timetable, { first, end }: Days): number[] {
  return [...zone.from].slice(1).flatMap((change) => {
    const day = localDay(zone, change);
    return day >= first && day < end
      ? [change - 20 * HOUR_MS, change - HOUR_MS / 2, change + HOUR_MS / 2]
      : [];
  });
}
