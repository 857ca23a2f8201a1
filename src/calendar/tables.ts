import { clockInstant, intervalsOf } from "./open-time.ts";
import type { Timetable } from "./timetable.ts";
import { MINUTE_MS, DAY_MINUTES } from "../model/time-units.ts";

/** A table of integers by column; all columns are of one length. Instants (`…_ms`) are epoch ms and need 64 bits. */
export type IntegerTable = Readonly<Record<string, ArrayLike<number>>>;

/** A timetable as tables for SQL, in which counting days or open time is a join and not a loop. */
export interface CalendarTables {
  /**
   * One row a covered day: `day` (since 1970-01-01), `start_ms` of 00:00 and `end_ms` of 24:00, `working` (0, 1),
   * `working_before` (working days before it), `accepts` (0, 1: a working day on which whoever serves the channel is
   * open), `opens`, `closes`, `cutoff` in minutes since midnight (-1 where closed, 1440 where there is no cutoff),
   * `opens_ms`
   * (00:00 where closed or no hours are known), `closes_ms` (24:00 there) and `open_before_ms`, the open ms before it.
   */
  readonly day: IntegerTable;
  /** One row a working day: the `n`-th (from 0, as `working_before` counts) is `day`. */
  readonly working_day: IntegerTable;
  /** One row an open interval: `start_ms`, `end_ms` and `open_before_ms`, the open ms before it. */
  readonly open_interval: IntegerTable;
  /** One row an offset: in force from `from_ms` until before `until_ms`, local time is the instant plus `offset_ms`. */
  readonly zone_offset: IntegerTable;
}

export function calendarTables(table: Timetable): CalendarTables {
  const { first, length, working, workingBefore, workingDays, opens, closes, cutoffs, dayStart } = table;
  const each = (value: (index: number) => number): Float64Array =>
    Float64Array.from({ length }, (_, i) => value(i));
  const noHours = table.hours === undefined;
  return {
    day: {
      day: each((i) => first + i),
      start_ms: dayStart.slice(0, length),
      end_ms: dayStart.slice(1),
      working,
      working_before: workingBefore.slice(0, length),
      accepts: each((i) => (working[i] === 1 && (noHours || table.pattern[i] !== 0) ? 1 : 0)),
      opens: noHours ? each(() => 0) : opens,
      closes: noHours ? each(() => DAY_MINUTES) : closes,
      cutoff: cutoffs,
      opens_ms: each((i) => clockInstant(table, i, Math.max(0, opens[i] ?? 0))),
      closes_ms: each((i) => clockInstant(table, i, (closes[i] ?? -1) < 0 ? DAY_MINUTES : (closes[i] ?? 0))),
      open_before_ms: each((i) => (table.openBefore[i] ?? 0) * MINUTE_MS),
    },
    working_day: { n: Int32Array.from(workingDays.keys()), day: workingDays },
    open_interval: intervalTable(table),
    zone_offset: offsetTable(table),
  };
}

function intervalTable(table: Timetable): IntegerTable {
  const start: number[] = [];
  const end: number[] = [];
  const before: number[] = [];
  for (let index = 0; index < table.length; index += 1) {
    let open = (table.openBefore[index] ?? 0) * MINUTE_MS;
    for (const { from, until } of intervalsOf(table, index)) {
      const begins = clockInstant(table, index, from);
      const ends = clockInstant(table, index, until);
      start.push(begins);
      end.push(ends);
      before.push(open);
      open += ends - begins;
    }
  }
  return { start_ms: start, end_ms: end, open_before_ms: before };
}

/** Bounds that a 64-bit integer holds stand for "always". */
function offsetTable({ zone }: Timetable): IntegerTable {
  const always = Number.MAX_SAFE_INTEGER;
  const from = Array.from(zone.from, (instant) => Math.max(instant, -always));
  return { from_ms: from, until_ms: [...from.slice(1), always], offset_ms: zone.offset };
}
