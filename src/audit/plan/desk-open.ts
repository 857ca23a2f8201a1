import type { DataTable } from "../../engine/table.ts";
import { DESK_BUCKET } from "./sql.ts";

const TT = 2;
const HAS_HOURS = 7;
const AT_A_DESK = 9;

/** Numbers of the timetables of those who sit at a desk, out of the table `desk`. */
export const deskTimetables = ({ rows }: DataTable): number[] => [
  ...new Set(rows.flatMap((row) => (row[HAS_HOURS] === 1 && row[AT_A_DESK] === 1 ? [Number(row[TT])] : []))),
];

/** The stretches of half an hour in which every one of these timetables is open, out of the table `tt_slot`. */
export function deskOpen({ rows }: DataTable, timetables: readonly number[]): DataTable {
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
  return {
    name: "desk_open",
    columns: [["bucket", "bigint"]],
    rows: [...(open ?? [])].map((bucket) => [bucket]),
  };
}
