import { dayAt, weekdayOf } from "../../calendar/day.ts";
import { calendarTables, type CalendarTables, type IntegerTable } from "../../calendar/tables.ts";
import type { Timetable } from "../../calendar/timetable.ts";
import { hoursOn } from "../../calendar/weekly-hours.ts";
import { instantOf } from "../../calendar/zone-table.ts";
import { monthOf, type DayRange } from "./calendar-tables.ts";
import { OPEN_BUCKET } from "./measures.ts";
import { planTable, type PlanTable } from "./plan-table.ts";
import { MINUTE_MS, DAY_MS, DAY_MINUTES } from "../../model/time-units.ts";

type Row = readonly (number | null)[];

interface Rows {
  readonly days: Row[];
  readonly ranks: Row[];
  readonly stretches: Row[];
  readonly open: Row[];
}

const DAY_COLUMNS = [
  "timetable_no",
  "day",
  "is_working",
  "working_upto",
  "takes_requests",
  "opens_at",
  "stops_at",
  "cutoff_at",
  "closes_at",
  "ends_at",
  "next_open_day",
  "next_open_at",
  "next_working_day",
  "last_working_day",
  "month_no",
  "day_of_month",
  "hours_weekday",
] as const;
const STRETCH_COLUMNS = [
  "timetable_no",
  "day",
  "utc_day",
  "from_at",
  "until_at",
  "is_open",
  "open_before",
  "working_upto",
] as const;
/** What nobody knows of a day without a calendar, from `is_working` to `cutoff_at`. */
const NONE: Row = [null, null, null, null, null, null];

/** Days, working days and open time of each timetable in the range, in the shapes that the plan joins with. */
export function timetableTables(timetables: readonly Timetable[], range: DayRange): PlanTable[] {
  const rows: Rows = { days: [], ranks: [], stretches: [], open: [] };
  for (const [number, timetable] of timetables.entries())
    if (timetable.calendar === undefined) daysWithoutCalendar(number, timetable, range, rows);
    else daysOf(number, calendarTables(timetable), timetable, range, rows);
  return [
    planTable(
      "timetable_day",
      "Each day of each timetable: whether it is worked, when it opens and closes, and what comes after it.",
      DAY_COLUMNS,
      rows.days,
    ),
    planTable(
      "working_day",
      "The working days of each timetable, numbered through.",
      ["timetable_no", "working_upto", "day"],
      rows.ranks,
    ),
    planTable(
      "timetable_stretch",
      "Stretches of time, open or closed, of which each lies in one local day and in one day of UTC.",
      STRETCH_COLUMNS,
      rows.stretches,
    ),
    planTable(
      "open_stretch",
      "Open stretches of each timetable, by the buckets of open time in which they have a part.",
      ["timetable_no", "open_bucket", "from_at", "open_before", "open_after"],
      rows.open,
    ),
  ];
}

/** Without a calendar a day has nothing but its end: closing time where hours are known, or 24:00. */
function daysWithoutCalendar(
  number: number,
  { zone, hours }: Timetable,
  range: DayRange,
  { days }: Rows,
): void {
  for (let day = range.first; day <= range.last; day = dayAt(day + 1)) {
    const closes = hours === undefined ? undefined : hoursOn(hours, weekdayOf(day)).at(-1)?.until;
    const closeAt = instantOf(zone, day, (closes ?? DAY_MINUTES) * MINUTE_MS);
    const end = instantOf(zone, dayAt(day + 1), 0);
    const next = [null, null, null, null];
    days.push([number, day, ...NONE, closeAt, end, ...next, ...monthAndDay(day), weekdayOf(day)]);
  }
}

function daysOf(
  number: number,
  { day, open_interval: intervals }: CalendarTables,
  timetable: Timetable,
  range: DayRange,
  rows: Rows,
): void {
  const at = (column: string, index: number): number => day[column]?.[index] ?? 0;
  const from = Math.max(range.first, timetable.first) - timetable.first;
  const to = Math.min(range.last, timetable.first + timetable.length - 1) - timetable.first;
  const next = nextDays(day, timetable.length, timetable.first);
  let interval = firstFrom(intervals, at("start_ms", from));
  for (let index = from; index <= to; index += 1) {
    const number_ = timetable.first + index;
    const upTo = at("working_before", index) + at("working", index);
    const cutoff = at("cutoff", index);
    const cutAt = cutoff < DAY_MINUTES ? instantOf(timetable.zone, dayAt(number_), cutoff * MINUTE_MS) : null;
    // An event at the cutoff is still taken, one at closing is not.
    const stop = Math.min(at("closes_ms", index), cutAt === null ? Infinity : cutAt + 1);
    rows.days.push([
      number,
      number_,
      at("working", index),
      upTo,
      at("accepts", index),
      at("opens_ms", index),
      stop,
      cutAt,
      at("closes_ms", index),
      at("end_ms", index),
      ...(next[index] ?? [null, null, null]),
      timetable.workingDays[upTo - 1] ?? null,
      ...monthAndDay(number_),
      timetable.weekdays[index] ?? null,
    ]);
    if (at("working", index) === 1) rows.ranks.push([number, upTo, number_]);
    const stretch = stretchWriter(number, number_, upTo, rows);
    if (timetable.hours === undefined) stretch(at("start_ms", index), at("end_ms", index), null, null);
    else interval = stretchesOf(number, index, day, intervals, interval, stretch, rows);
  }
}

/** For each day the next one after it that takes requests, with its opening, and itself or the next working day. */
function nextDays(day: IntegerTable, length: number, first: number): Row[] {
  const out: Row[] = [];
  let open: number | null = null;
  let openAt: number | null = null;
  let work: number | null = null;
  for (let index = length - 1; index >= 0; index -= 1) {
    if (day["working"]?.[index] === 1) work = first + index;
    out[index] = [open, openAt, work];
    if (day["accepts"]?.[index] !== 1) continue;
    open = first + index;
    openAt = day["opens_ms"]?.[index] ?? null;
  }
  return out;
}

function firstFrom(intervals: IntegerTable, instant: number): number {
  const starts = intervals["start_ms"] ?? [];
  let index = 0;
  while (index < starts.length && (starts[index] ?? 0) < instant) index += 1;
  return index;
}

type WriteStretch = (from: number, until: number, isOpen: number | null, openBefore: number | null) => void;

/** Writes stretches of a local day, cut where a UTC day ends. */
function stretchWriter(number: number, day: number, workUpTo: number, { stretches }: Rows): WriteStretch {
  return (from, until, isOpen, openBefore) => {
    for (let at = from; at < until;) {
      const utcDay = Math.floor(at / DAY_MS);
      const end = Math.min(until, (utcDay + 1) * DAY_MS);
      const before = openBefore === null ? null : openBefore + (isOpen === 1 ? at - from : 0);
      stretches.push([number, day, utcDay, at, end, isOpen, before, workUpTo]);
      at = end;
    }
  };
}

/** Cuts a day into open and closed stretches, with the open time before each; gives the first interval after it. */
function stretchesOf(
  number: number,
  index: number,
  day: IntegerTable,
  intervals: IntegerTable,
  firstInterval: number,
  stretch: WriteStretch,
  { open }: Rows,
): number {
  const end = day["end_ms"]?.[index] ?? 0;
  let at = day["start_ms"]?.[index] ?? 0;
  let before = day["open_before_ms"]?.[index] ?? 0;
  let interval = firstInterval;
  for (; (intervals["start_ms"]?.[interval] ?? Infinity) < end; interval += 1) {
    const opens = intervals["start_ms"]?.[interval] ?? 0;
    const closes = intervals["end_ms"]?.[interval] ?? 0;
    stretch(at, opens, 0, before);
    stretch(opens, closes, 1, before);
    const after = before + closes - opens;
    for (
      let bucket = Math.floor(before / OPEN_BUCKET);
      bucket <= Math.floor((after - 1) / OPEN_BUCKET);
      bucket += 1
    )
      open.push([number, bucket, opens, before, after]);
    before = after;
    at = closes;
  }
  stretch(at, end, 0, before);
  return interval;
}

const monthAndDay = (day: number): readonly [number, number] => [
  monthOf(dayAt(day)),
  new Date(day * DAY_MS).getUTCDate(),
];
