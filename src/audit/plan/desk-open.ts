import type { DataTable } from "../../engine/table.ts";
import { DESK_BUCKET } from "./measures.ts";
import { planTable, type PlanTable } from "./plan-table.ts";

/** Numbers of the timetables of those who sit at a desk, out of the table `desk`. */
export function deskTimetables(desk: DataTable): number[] {
  const index = (wanted: string): number => desk.columns.findIndex(([column]) => column === wanted);
  const [timetable, hasHours, atADesk] = [index("timetable_no"), index("has_hours"), index("at_a_desk")];
  return [
    ...new Set(
      desk.rows.flatMap((row) => (row[hasHours] === 1 && row[atADesk] === 1 ? [Number(row[timetable])] : [])),
    ),
  ];
}

/** The stretches of half an hour in which every one of these timetables is open, out of `timetable_stretch`. */
export function deskOpen({ rows }: DataTable, timetables: readonly number[]): PlanTable {
  let open: Set<number> | undefined;
  for (const wanted of timetables) {
    const own = new Set<number>();
    for (const [timetable, , , from, until, isOpen] of rows)
      if (timetable === wanted && isOpen === 1)
        for (let at = Math.ceil(Number(from) / DESK_BUCKET); (at + 1) * DESK_BUCKET <= Number(until); at += 1)
          own.add(at);
    const before = open;
    open = before === undefined ? own : new Set([...own].filter((bucket) => before.has(bucket)));
  }
  return planTable(
    "desk_open",
    "Half hours in which every desk is open: work in them has not to be looked at.",
    ["desk_bucket"],
    [...(open ?? [])].map((bucket) => [bucket]),
  );
}
