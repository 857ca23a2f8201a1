import { addMonths, dayAt, type Day, DAY_MS } from "../../calendar/day.ts";
import { instantOf, type ZoneTable } from "../../calendar/zone-table.ts";
import type { DataTable } from "../../engine/table.ts";
import { DAY } from "./sql.ts";

/** The days that a log and its terms can touch. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

type Row = readonly (number | null)[];

/** Every local day of each zone, by the UTC days it lies in: an instant's day is an equality join and one comparison. */
export function zoneDays(zones: readonly ZoneTable[], range: DayRange): DataTable {
  const rows: Row[] = [];
  for (const [number, zone] of zones.entries())
    for (let day = range.first; day <= range.last; day = dayAt(day + 1)) {
      const from = instantOf(zone, day, 0);
      const until = instantOf(zone, dayAt(day + 1), 0);
      for (let utc = Math.floor(from / DAY); utc <= Math.floor((until - 1) / DAY); utc += 1)
        rows.push([number, utc, day, from, until]);
    }
  return table("zone_day", ["zone", "utc_day", "day", "from_at", "until_at"], rows);
}

const NEVER = 9_000_000_000_000_000;

/**
 * What a time without a zone can mean: for each local day its bounds and the offsets of its clock. Readings below
 * `a_until` are shown with `offset_a`, those from `b_from` on with `offset_b`; where the clock was put back a reading
 * is both, where it was put forward neither, and then it counts as `change_at`.
 */
export function zoneClocks(zones: readonly ZoneTable[], range: DayRange): DataTable {
  const rows: Row[] = [];
  for (const [number, zone] of zones.entries()) {
    const changes = changesByDay(zone);
    for (let day = range.first; day <= range.last; day = dayAt(day + 1)) {
      const index = changes.get(day);
      const at = index === undefined ? NEVER : (zone.from[index] ?? 0);
      const from = instantOf(zone, day, 0);
      const a =
        index === undefined
          ? day * DAY_MS + DAY_MS / 2 - instantOf(zone, day, DAY_MS / 2)
          : (zone.offset[index - 1] ?? 0);
      const b = index === undefined ? a : (zone.offset[index] ?? 0);
      const [aUntil, bFrom] = index === undefined ? [NEVER, NEVER] : [at + a, at + b];
      rows.push([number, day, a, b, aUntil, bFrom, at, from, instantOf(zone, dayAt(day + 1), 0)]);
    }
  }
  const columns = [
    "zone",
    "local_day",
    "offset_a",
    "offset_b",
    "a_until",
    "b_from",
    "change_at",
    "day_from",
    "day_until",
  ];
  return table("zone_clock", columns, rows);
}

/** The change of the clock that touches a local day, by day. */
function changesByDay(zone: ZoneTable): Map<number, number> {
  const days = new Map<number, number>();
  for (let index = 1; index < zone.from.length; index += 1) {
    const at = zone.from[index] ?? 0;
    const readings = [at + (zone.offset[index - 1] ?? 0), at + (zone.offset[index] ?? 0)];
    for (const reading of readings) days.set(Math.floor(reading / DAY_MS), index);
  }
  return days;
}

/** The months of the range, numbered through: a term in months ends on the same day of a later one, or on its last. */
export function months(range: DayRange): DataTable {
  const rows: Row[] = [];
  const end = addMonths(range.last, 24);
  for (let day = addMonths(firstOfMonth(addMonths(range.first, -24)), 0); day <= end; day = addMonths(day, 1))
    rows.push([monthOf(day), day, addMonths(day, 1) - day]);
  return table("calendar_month", ["month_no", "first_day", "length"], rows);
}

/** Months since the year 0. */
export const monthOf = (day: Day): number => {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

const firstOfMonth = (day: Day): Day => dayAt(day - new Date(day * DAY_MS).getUTCDate() + 1);

const table = (name: string, columns: readonly string[], rows: readonly Row[]): DataTable => ({
  name,
  columns: columns.map((column) => [column, "bigint"] as const),
  rows,
});
