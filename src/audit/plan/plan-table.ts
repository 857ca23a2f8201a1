import type { DataTable } from "../../engine/table.ts";
import { typeOf, type ColumnName } from "./columns.ts";

/** A table of ours that the plan joins with. */
export interface PlanTable extends DataTable {
  /** One sentence that says what its rows are. */
  readonly says: string;
}

/** A table of ours: its name, what its rows are, its columns, and the rows. */
export const planTable = (
  name: string,
  says: string,
  columns: readonly ColumnName[],
  rows: DataTable["rows"],
): PlanTable => ({ name, says, columns: columns.map((column) => [column, typeOf(column)] as const), rows });
