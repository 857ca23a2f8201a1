import { addMonths, dayAt, type Day } from "../../calendar/day.ts";
import { instantOf, type ZoneTable } from "../../calendar/zone-table.ts";
import { DAY, NEVER } from "./measures.ts";
import { planTable, type PlanTable } from "./plan-table.ts";
import { DAY_MS } from "../../model/time-units.ts";

/** The days that a log and its terms can touch. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

type Row = readonly (number | null)[];

/** Every local day of each zone, by the UTC days it lies in: an instant's day is an equality join and one comparison. */
export function zoneDays(zones: readonly ZoneTable[], range: DayRange): PlanTable {
  const rows: Row[] = [];
  for (const [number, zone] of zones.entries())
    for (let day = range.first; day <= range.last; day = dayAt(day + 1)) {
      const from = instantOf(zone, day, 0);
      const until = instantOf(zone, dayAt(day + 1), 0);
      for (let utc = Math.floor(from / DAY); utc <= Math.floor((until - 1) / DAY); utc += 1)
        rows.push([number, utc, day, from, until]);
    }
  return planTable(
    "zone_day",
    "Every local day of each zone, by the days of UTC in which it lies.",
    ["zone_no", "utc_day", "day", "from_at", "until_at"],
    rows,
  );
}

/**
 * What a time without a zone can mean: for each local day its bounds and the offsets of its clock. Readings below
 * `before_until` are shown with `offset_before`, those from `after_from` on with `offset_after`; where the clock was put back a reading
 * is both, where it was put forward neither, and then it counts as `change_at`.
 */
export function zoneClocks(zones: readonly ZoneTable[], range: DayRange): PlanTable {
  const rows: Row[] = [];
  for (const [number, zone] of zones.entries()) {
    const changes = changesByDay(zone);
    for (let day = range.first; day <= range.last; day = dayAt(day + 1)) {
      const index = changes.get(day);
      const at = index === undefined ? NEVER : (zone.from[index] ?? 0);
      const from = instantOf(zone, day, 0);
      const before =
        index === undefined
          ? day * DAY_MS + DAY_MS / 2 - instantOf(zone, day, DAY_MS / 2)
          : (zone.offset[index - 1] ?? 0);
      const after = index === undefined ? before : (zone.offset[index] ?? 0);
      const [beforeUntil, afterFrom] = index === undefined ? [NEVER, NEVER] : [at + before, at + after];
      const until = instantOf(zone, dayAt(day + 1), 0);
      rows.push([number, day, before, after, beforeUntil, afterFrom, at, from, until]);
    }
  }
  return planTable(
    "zone_clock",
    "For each local day of a zone its bounds, and what its clock shows before and after a change.",
    [
      "zone_no",
      "local_day",
      "offset_before",
      "offset_after",
      "before_until",
      "after_from",
      "change_at",
      "from_at",
      "until_at",
    ],
    rows,
  );
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

/** Months before and after the days of the range: a term in months or years may begin and end so far from them. */
const BEYOND = 24;

/** The months of the range, numbered through: a term in months ends on the same day of a later one, or on its last. */
export function months(range: DayRange): PlanTable {
  const rows: Row[] = [];
  const end = addMonths(range.last, BEYOND);
  for (
    let day = addMonths(firstOfMonth(addMonths(range.first, -BEYOND)), 0);
    day <= end;
    day = addMonths(day, 1)
  )
    rows.push([monthOf(day), day, addMonths(day, 1) - day]);
  return planTable(
    "calendar_month",
    "The months, numbered through, by which terms in months are counted.",
    ["month_no", "first_day", "day_count"],
    rows,
  );
}

/** Months since the year 0. */
export const monthOf = (day: Day): number => {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

const firstOfMonth = (day: Day): Day => dayAt(day - new Date(day * DAY_MS).getUTCDate() + 1);
