import type { Outside, Weekday } from "../model/rule.ts";
import { dayAt, weekdayOf, type Day } from "./day.ts";
import {
  isWorkingDay,
  weekResting,
  type CountryCalendar,
  type Week,
  type WeekCalendar,
} from "./country-calendar.ts";
import type { Cutoff } from "./opening-hours.ts";
import { hoursOn, type OpenInterval, type WeeklyHours } from "./weekly-hours.ts";
import { instantOf, offsetAt, type ZoneTable } from "./zone-table.ts";
import { MINUTE_MS, DAY_MS, DAY_MINUTES } from "../model/time-units.ts";

/** What counting in one channel of one provider needs. */
export interface TimetableInput {
  readonly zone: ZoneTable;
  /** Without one no day moves, and what depends on working days is unknown. */
  readonly calendar?: CountryCalendar | undefined;
  /** Absent: six days where the hours open Saturday, otherwise five. */
  readonly week?: Week | undefined;
  /** Weekly days off where they are not those of `week`: holidays on them move on. */
  readonly rest?: readonly Weekday[] | undefined;
  /** Hours of whoever serves the channel; absent where none are known. */
  readonly hours?: WeeklyHours | undefined;
  /** Hours of the provider, which make the working days. Not given: `hours`; given as undefined: not known. */
  readonly provider?: WeeklyHours | undefined;
  /** A rollover covers the channel; `days-off`: only a day off moves an event, not the evening. */
  readonly rollover?: boolean | Outside | undefined;
  /** The cutoff that covers the channel. */
  readonly cutoff?: Cutoff | undefined;
  /** What the law beneath moves where neither a rollover nor a cutoff covers the channel. */
  readonly registration?: readonly DatedRegistration[] | undefined;
}

/** From a day until before another, what puts off the registration of an event to the next working day. */
export interface DatedRegistration {
  readonly first: Day | undefined;
  readonly end: Day | undefined;
  readonly outside: Outside;
}

/**
 * A provider's days as integers, counted once and shared by `due`, `audit` and SQL. Index `i` of an array is the day
 * `first + i`; all are empty without a calendar. Minutes are minutes since midnight on the zone's clock.
 */
export interface Timetable {
  readonly zone: ZoneTable;
  readonly calendar: CountryCalendar | undefined;
  readonly week: Week;
  /** Days off and worked days off of the provider's week; absent without a calendar. */
  readonly days: WeekCalendar | undefined;
  readonly rest: readonly Weekday[] | undefined;
  readonly hours: WeeklyHours | undefined;
  readonly provider: WeeklyHours | undefined;
  readonly cutoff: Cutoff | undefined;
  /** Events outside working time move to the next one: a rollover or cutoff covers the channel. */
  readonly moves: boolean;
  /** The same by the law beneath, which speaks of terms in days alone. */
  readonly movesByLaw: boolean;
  /** What moves an event of that day: 0 nothing, 1 a day off, 2 the evening too. */
  readonly outside: Uint8Array;
  readonly first: Day;
  readonly length: number;
  /** 1 on a working day. */
  readonly working: Uint8Array;
  /** Working days before day `i`; one entry more than days. */
  readonly workingBefore: Int32Array;
  /** The working days in order. */
  readonly workingDays: Int32Array;
  /** ISO weekday whose hours the day has (a worked day off has another's); 0 where it is closed or no hours are known. */
  readonly pattern: Uint8Array;
  /** ISO weekday whose rules the day has, its own but for a worked day off. */
  readonly weekdays: Uint8Array;
  /** First opening and last closing; -1 where closed or no hours are known. */
  readonly opens: Int16Array;
  readonly closes: Int16Array;
  /** Minute after which an event counts as of the next working day; 1440 where there is none. */
  readonly cutoffs: Int16Array;
  /** Open minutes before day `i`, as they really passed (a clock put back makes a night longer); one entry more than days. */
  readonly openBefore: Int32Array;
  /** Instant of 00:00, epoch ms; one entry more than days. */
  readonly dayStart: Float64Array;
}

/** Counts the calendar's days once for a provider and a channel. */
export function timetable(input: TimetableInput): Timetable {
  const { zone, calendar, hours } = input;
  const provider = "provider" in input ? input.provider : hours;
  const workWeek = input.week ?? weekOf(provider);
  const openWeek = input.week ?? weekOf(hours);
  const first = calendar?.first ?? dayAt(0);
  const length = calendar === undefined ? 0 : calendar.last - calendar.first + 1;
  const table = {
    zone,
    calendar,
    week: workWeek,
    days: calendar === undefined ? undefined : weekFor(calendar, workWeek, input.rest),
    rest: input.rest,
    hours,
    provider,
    cutoff: input.cutoff,
    moves: movesOf(input),
    movesByLaw: !movesOf(input) && input.registration !== undefined,
    outside: outsideOf(input, first, length),
    first,
    length,
    working: new Uint8Array(length),
    workingBefore: new Int32Array(length + 1),
    workingDays: new Int32Array(0),
    pattern: new Uint8Array(length),
    weekdays: new Uint8Array(length),
    opens: new Int16Array(length).fill(-1),
    closes: new Int16Array(length).fill(-1),
    cutoffs: new Int16Array(length).fill(DAY_MINUTES),
    openBefore: new Int32Array(length + 1),
    dayStart: new Float64Array(length + 1),
  };
  const { days } = table;
  if (calendar === undefined || days === undefined) return table;
  const openDays = weekFor(calendar, openWeek, input.rest);
  const workingDays: number[] = [];
  for (let index = 0; index < length; index += 1) {
    const day = dayAt(first + index);
    const work = hoursWeekday(days, day);
    if (provider === undefined ? isWorkingDay(days, day) : isOpen(provider, work)) {
      table.working[index] = 1;
      workingDays.push(day);
    }
    table.workingBefore[index + 1] = workingDays.length;
    table.dayStart[index] = instantOf(zone, day, 0);
    table.weekdays[index] = work > 0 ? work : weekdayOf(day);
    const cut = work > 0 ? input.cutoff?.[work - 1] : undefined;
    if (cut !== undefined) table.cutoffs[index] = cut;
    const pattern = hours === undefined ? 0 : hoursWeekday(openDays, day);
    const open = hours === undefined || pattern === 0 ? [] : hoursOn(hours, pattern);
    if (pattern > 0 && open.length > 0) {
      table.pattern[index] = pattern;
      table.opens[index] = open[0]?.from ?? -1;
      table.closes[index] = open.at(-1)?.until ?? -1;
    }
    table.openBefore[index + 1] = (table.openBefore[index] ?? 0) + openMinutes(zone, day, open);
  }
  table.dayStart[length] = instantOf(zone, dayAt(first + length), 0);
  return { ...table, workingDays: Int32Array.from(workingDays) };
}

/** The regulation itself moves events outside working time. */
const movesOf = ({ rollover, cutoff }: TimetableInput): boolean =>
  (rollover !== undefined && rollover !== false) || cutoff !== undefined;

const DAYS_OFF = 1;
/** In `Timetable.outside`: the evening moves an event as well. */
export const HOURS = 2;

function outsideOf(input: TimetableInput, first: Day, length: number): Uint8Array {
  const { rollover, cutoff, registration = [] } = input;
  const ownDaysOff = rollover === "days-off" && cutoff === undefined;
  if (movesOf(input)) return new Uint8Array(length).fill(ownDaysOff ? DAYS_OFF : HOURS);
  const outside = new Uint8Array(length);
  for (const { first: from = first, end = dayAt(first + length), outside: what } of registration)
    if (end > first)
      outside.fill(what === "hours" ? HOURS : DAYS_OFF, Math.max(0, from - first), end - first);
  return outside;
}

/** Hours on Saturdays make the six-day week. */
const weekOf = (hours: WeeklyHours | undefined): Week => (hours !== undefined && hours[5].length > 0 ? 6 : 5);

/** The weekday whose hours a day has, 0 where the calendar closes it. */
function hoursWeekday({ off, worked }: WeekCalendar, day: Day): Weekday | 0 {
  const instead = worked.get(day)?.instead;
  if (instead !== undefined) return weekdayOf(instead);
  return off.has(day) ? 0 : weekdayOf(day);
}

const weekFor = (calendar: CountryCalendar, week: Week, rest: TimetableInput["rest"]): WeekCalendar =>
  rest === undefined ? calendar.weeks[week] : weekResting(calendar, rest);

const isOpen = (hours: WeeklyHours, weekday: Weekday | 0): boolean =>
  weekday !== 0 && hoursOn(hours, weekday).length > 0;

function openMinutes(zone: ZoneTable, day: Day, open: readonly OpenInterval[]): number {
  let sum = 0;
  for (const { from, until } of open)
    sum += instantOf(zone, day, until * MINUTE_MS) - instantOf(zone, day, from * MINUTE_MS);
  return Math.round(sum / MINUTE_MS);
}

/** Index of the day on which an instant falls in the zone; outside the covered days, -1. */
export function indexOf(table: Timetable, instant: number): number {
  const index = Math.floor((instant + offsetAt(table.zone, instant)) / DAY_MS) - table.first;
  return index >= 0 && index < table.length ? index : -1;
}
