import { sql, type, type Sql } from "../../engine/sql.ts";
import { as, type Given } from "./step.ts";

/** What every check that is not of a deadline finds. */
export interface Found {
  readonly case_no: Sql;
  readonly rule_no: Sql;
  readonly outcome: Sql;
  readonly reason: Sql;
  readonly seen_at: Sql;
  readonly start_at: Sql;
  readonly due_at: Sql;
  readonly row_no: Sql;
}

/** The columns in which a check tells what it found. */
export const FOUND = [
  "case_no",
  "rule_no",
  "outcome",
  "reason",
  "seen_at",
  "start_at",
  "due_at",
  "row_no",
] as const;

/** A finding of a check as the columns of its step. */
export const found = (of: Found): Given[] => FOUND.map((column) => as(column, of[column]));

/** No number, and no word. */
export const NO_NUMBER = sql`cast(null as bigint)`;
export const NO_WORD = sql`cast(null as ${type("text")})`;
