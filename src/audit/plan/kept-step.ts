import { numbers, sql } from "../../engine/sql.ts";
import type { EventNumbers } from "./case-steps.ts";
import { DESK_BUCKET, floorDiv } from "./measures.ts";
import { of, tableStep, type Step } from "./step.ts";

/** Events whose every occurrence is looked at by itself. */
const DETAILS = ["suspended", "resumed", "refused", "documents-requested", "documents-provided"];

/**
 * `work` are the events in which a person of the provider acts; of them only what may lie out of the hours of a desk is
 * kept, and nothing of it whose time can hardly be meant (`outliers`: there are such). What answers a complaint of another
 * round was not done by the hours of this one's channel, nor for all that is known by those of the other's.
 */
export function keptStep(events: EventNumbers, work: readonly number[], outliers: boolean): Step {
  const details = DETAILS.map((event) => events[event] ?? 0);
  const isWork = sql`e.event_no in (${numbers(work)}) and e.has_moved = 0`;
  return tableStep("kept_event", {
    says: "The events that are looked at one by one, read once.",
    reads: {
      event: ["row_no", "case_id", "event_no", "earliest_at", "latest_at", "reason", "document", "has_moved"],
      desk_open: ["desk_bucket"],
      ...(outliers ? { outlier_row: ["row_no"] as const } : {}),
    },
    gives: of(
      "e",
      "row_no",
      "case_id",
      "event_no",
      "earliest_at",
      "latest_at",
      "reason",
      "document",
      "off_hours",
    ),
    from: sql`
      from (
        select e.row_no, e.case_id, e.event_no, e.earliest_at, e.latest_at, e.reason, e.document,
          case when ${isWork} and b.desk_bucket is null${outliers ? sql` and o.row_no is null` : sql``} then 1 else 0 end as off_hours
        from event e
        left join desk_open b on b.desk_bucket = case when ${isWork} then ${floorDiv(sql`e.earliest_at`, DESK_BUCKET)} end${outliers ? sql`\nleft join outlier_row o on o.row_no = e.row_no` : sql``}
        where e.event_no in (${numbers([...new Set([...details, ...work])])})
      ) e
      where e.off_hours = 1 or e.event_no in (${numbers(details)})
    `,
  });
}
