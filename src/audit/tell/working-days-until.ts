import type { Timetable } from "../../calendar/timetable.ts";
import { localDay } from "../../calendar/zone-table.ts";

/** Working days after the day of `now`, up to and including the day on which `due` ends; without a calendar, days. */
export function workingDaysUntil(timetable: Timetable, now: number, due: number): number {
  const [today, last] = [localDay(timetable.zone, now), localDay(timetable.zone, due - 1)];
  if (timetable.calendar === undefined) return Math.max(0, last - today);
  const upTo = (day: number): number => timetable.workingBefore[day + 1 - timetable.first] ?? 0;
  return Math.max(0, upTo(last) - upTo(today));
}
