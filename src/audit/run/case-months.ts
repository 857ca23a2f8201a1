import { addMonths, day as dayFrom, isoOf } from "../../calendar/day.ts";
import { instantOf, type ZoneTable } from "../../calendar/zone-table.ts";
import type { DataTable } from "../../engine/table.ts";
import type { DayRange } from "../plan/calendar-tables.ts";

/** `case_month`: when each month begins on the log's clock. */
export function caseMonths(zone: ZoneTable, { first, last }: DayRange): DataTable {
  const rows: [number, string][] = [];
  for (let day = dayFrom(`${isoOf(first).slice(0, MONTH)}-01`); day <= last; day = addMonths(day, 1))
    rows.push([instantOf(zone, day, 0), isoOf(day).slice(0, MONTH)]);
  return {
    name: "case_month",
    columns: [
      ["from_at", "bigint"],
      ["month", "text"],
    ],
    rows,
  };
}

/** Letters of `2025-03`. */
const MONTH = 7;
