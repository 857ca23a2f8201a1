import type { Weekday } from "../model/rule.ts";
import type { Day } from "./day.ts";
import { dayAt, day as dayFrom, dayOf, weekdayOf } from "./day.ts";

/** From when until when an entry was what people knew. `from` may be `unknown`; `until` is the first day it no longer was. */
interface Known {
  readonly from: string;
  readonly until: string | null;
  /** Where a date here comes from, or why it is taken as it stands. */
  readonly note?: string;
}

/** A public holiday, or a day off that does not move (`moves: false`). */
export interface HolidayEntry {
  readonly date: string;
  readonly name: Readonly<Record<string, string>>;
  readonly act: string;
  /** On a day off, the day off moves to the next working day. */
  readonly moves: boolean;
  readonly known: Known;
  /** The date is expected and not yet confirmed. */
  readonly estimated?: boolean;
}

/** A day off moved by a government or ministry: `off` was off instead of `worked`. */
interface DecreeMove {
  readonly off: string;
  readonly worked: string;
  readonly act: string;
  readonly known: Known;
}

/** One file `rules/calendars/<country>/<year>.json`. A moved day off stands in the file of the year of its `off`. */
export interface CalendarYear {
  readonly country: string;
  readonly year: number;
  readonly holidays: readonly HolidayEntry[];
  readonly movedDays: readonly DecreeMove[];
}

/** `rules/calendars/<country>/acts.json`: the acts' titles by language, under the numbers that entries name. */
export interface CalendarActs {
  readonly country: string;
  readonly acts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Why a day that could have been worked is not. */
export type DayOff =
  | { readonly why: "holiday"; readonly day: Day; readonly holiday: HolidayEntry; readonly act: string }
  | {
      readonly why: "moved-holiday";
      readonly day: Day;
      readonly from: Day;
      readonly holiday: HolidayEntry;
      readonly act: string;
    }
  | { readonly why: "moved-by-act"; readonly day: Day; readonly from: Day; readonly act: string };

/** A day off that was worked instead of `instead`, whose hours it has. */
export interface WorkedDayOff {
  readonly day: Day;
  readonly instead: Day;
  readonly act: string;
}

export type Week = 5 | 6;

/** A week's days off and worked days off, by day. Weekly days off are not among them. */
export interface WeekCalendar {
  /** Weekly days off, and whether a weekday is one. */
  readonly rests: (weekday: Weekday) => boolean;
  readonly off: ReadonlyMap<Day, DayOff>;
  readonly worked: ReadonlyMap<Day, WorkedDayOff>;
}

/** What the years of a country say together. Every day from `first` to `last` is covered. */
export interface CountryCalendar {
  readonly country: string;
  readonly first: Day;
  readonly last: Day;
  readonly weeks: Readonly<Record<Week, WeekCalendar>>;
  /** What the weeks are made of, as it was known. */
  readonly entries: { readonly holidays: readonly HolidayEntry[]; readonly moves: readonly DecreeMove[] };
  readonly acts: CalendarActs["acts"];
}

/**
 * One calendar out of the years of a country. `asKnown` counts with what was known on that day. The years must follow
 * one another without a gap; a RangeError names the year that is missing.
 */
export function countryCalendar(
  years: readonly CalendarYear[],
  acts: CalendarActs["acts"] = {},
  asKnown?: Day,
): CountryCalendar {
  const sorted = [...years].sort((a, b) => a.year - b.year);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) throw new RangeError("a calendar needs at least one year");
  for (const [index, { year, country }] of sorted.entries())
    if (year !== first.year + index)
      throw new RangeError(`${country}: the year ${first.year + index} is missing`);
  const holidays = sorted.flatMap((year) => year.holidays).filter((entry) => isKnown(entry.known, asKnown));
  const moves = sorted.flatMap((year) => year.movedDays).filter((entry) => isKnown(entry.known, asKnown));
  return {
    country: first.country,
    first: dayOf(first.year, 1, 1),
    last: dayOf(last.year, 12, 31),
    weeks: {
      5: weekCalendar(holidays, moves, (weekday) => weekday > 5),
      6: weekCalendar(holidays, moves, (weekday) => weekday > 6),
    },
    entries: { holidays, moves },
    acts,
  };
}

/**
 * The calendar of a week that rests on other days than Saturday and Sunday. The law moves a day off on which a holiday
 * falls, whichever weekday that is: to whoever rests on Sunday and Monday a Monday's holiday gives Tuesday off (a reading
 * of art. 5 of the Law on holidays, docs/decisions/calendar-counting.md).
 */
export function weekResting({ entries }: CountryCalendar, rest: readonly Weekday[]): WeekCalendar {
  if (rest.length > 6) throw new RangeError("a week that rests on every day has no day of work");
  return weekCalendar(entries.holidays, entries.moves, (weekday) => rest.includes(weekday));
}

function isKnown(known: Known, on: Day | undefined): boolean {
  if (on === undefined) return known.until === null;
  return (
    (known.from === "unknown" || dayFrom(known.from) <= on) &&
    (known.until === null || on < dayFrom(known.until))
  );
}

function weekCalendar(
  holidays: readonly HolidayEntry[],
  decrees: readonly DecreeMove[],
  rests: WeekCalendar["rests"],
): WeekCalendar {
  const withoutDecrees = holidaysOff(holidays, [], rests);
  const binding = decrees.filter(({ worked }) => {
    const given = dayFrom(worked);
    return rests(weekdayOf(given)) || withoutDecrees.has(given);
  });
  const off = new Map<Day, DayOff>();
  const worked = new Map<Day, WorkedDayOff>();
  for (const move of binding) {
    const day = dayFrom(move.off);
    const from = dayFrom(move.worked);
    off.set(day, { why: "moved-by-act", day, from, act: move.act });
    worked.set(from, { day: from, instead: day, act: move.act });
  }
  for (const [day, why] of holidaysOff(holidays, [...off.keys()], rests))
    if (!worked.has(day)) off.set(day, why);
  return { rests, off, worked };
}

/** Holidays, and the days off that they move: each to the next working day, one after another. */
function holidaysOff(
  holidays: readonly HolidayEntry[],
  alsoOff: readonly Day[],
  rests: WeekCalendar["rests"],
): Map<Day, DayOff> {
  const off = new Map<Day, DayOff>();
  const sorted = [...holidays].sort((a, b) => (a.date < b.date ? -1 : 1));
  for (const holiday of sorted) {
    const day = dayFrom(holiday.date);
    const there = off.get(day);
    if (there?.why === "holiday" && there.holiday.moves) continue;
    off.set(day, { why: "holiday", day, holiday, act: holiday.act });
  }
  const closed = new Set<Day>([...off.keys(), ...alsoOff]);
  for (const { day: from, holiday, act } of [...off.values()].filter((entry) => entry.why === "holiday")) {
    if (!holiday.moves || !rests(weekdayOf(from))) continue;
    let day = dayAt(from + 1);
    while (closed.has(day) || rests(weekdayOf(day))) day = dayAt(day + 1);
    closed.add(day);
    off.set(day, { why: "moved-holiday", day, from, holiday, act });
  }
  return off;
}

/** Whether the week and the calendar make a covered day one of work, for whoever has no hours of their own. */
export const isWorkingDay = ({ rests, off, worked }: WeekCalendar, day: Day): boolean =>
  worked.has(day) || (!rests(weekdayOf(day)) && !off.has(day));
