import { instantOf, type ZoneTable } from "../../calendar/zone-table.ts";
import type { DataTable } from "../../engine/table.ts";
import type { DayRange } from "../plan/calendar-tables.ts";
import { monthsOf } from "../plan/months.ts";

/** `case_month`: when each month begins on the log's clock. */
export const caseMonths = (zone: ZoneTable, range: DayRange): DataTable => ({
  name: "case_month",
  columns: [
    ["from_at", "bigint"],
    ["month", "text"],
  ],
  rows: monthsOf(range).map(({ day, name }) => [instantOf(zone, day, 0), name]),
});
