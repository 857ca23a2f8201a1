import type { Sql } from "./sql.ts";

/** A table of ours as rows. Texts in it may come from outside; they are values, never SQL. */
export interface DataTable {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, type: "bigint" | "text"])[];
  readonly rows: readonly (readonly (number | string | null)[])[];
}

/** What a question makes when it is asked: `create table <name> as <sql>`, or a view where it says so. */
export interface Step {
  readonly name: string;
  readonly as?: "view";
  readonly sql: Sql | string;
  /** A table that no later step reads: it is dropped, so that its room is free. */
  readonly drops?: string;
}
