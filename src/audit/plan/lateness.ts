import { sql } from "../../engine/sql.ts";
import { as, type Given } from "./step.ts";

/** How late, three ways. A due instant belongs to the day that it ends. */
export const LATENESS: readonly Given[] = [
  as("late_wall", sql`v.late_until - v.late_from`),
  as(
    "late_open",
    sql`(b.open_before + b.is_open * (v.late_until - b.from_at)) - (a.open_before + a.is_open * (v.late_from - a.from_at))`,
  ),
  as(
    "late_days",
    sql`case when b.working_upto > a.working_upto then b.working_upto - a.working_upto when a.working_upto is not null then b.working_upto - b.working_upto end`,
  ),
];
