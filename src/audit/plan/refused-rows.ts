import { sql } from "../../engine/sql.ts";
import type { LogShape } from "./log-shape.ts";
import { sideColumns, sideOf } from "./sides.ts";
import { as, of, tableStep, type Step } from "./step.ts";

/** Refusals of cases whose book has grounds, with the ground that each names. */
export function refusedRowStep(refused: number, submitted: number, log: LogShape): Step {
  const request = sideOf("j", [submitted], log);
  return tableStep("refused_row", {
    says: "Each refusal that a book with grounds judges, with the ground that it names.",
    reads: {
      kept_event: ["case_id", "event_no", "earliest_at", "latest_at", "row_no", "reason"],
      judged_case: [
        "case_id",
        "case_no",
        "book_no",
        "channel_no",
        "channel_tie",
        ...sideColumns({ side: [submitted], repeats: false }, log).filter(
          (column) => !/latest$/.test(column),
        ),
      ],
      book_holds: ["book_no", "holds_grounds"],
      ground_name: ["book_no", "reason", "ground_no"],
      ground: [
        "ground_no",
        "channel_no",
        "judges_from",
        "judges_until",
        "rule_no",
        "about_missing",
        "untold_because",
      ],
    },
    gives: [
      ...of("e", "case_id"),
      ...of("j", "case_no"),
      ...of("e", "earliest_at", "latest_at", "row_no", "reason"),
      as("submitted_at", request.earliest),
      ...of("j", "book_no", "channel_no", "channel_tie"),
      ...of("h", "holds_grounds"),
      ...of("g", "rule_no", "about_missing"),
      as(
        "untold_because",
        sql`case when g.untold_because = 'no-channel' and j.channel_tie = 1 then 'tie' else g.untold_because end`,
      ),
      as("is_mapped", sql`case when g.ground_no is null then 0 else 1 end`),
    ],
    from: sql`
      from kept_event e
      join judged_case j on j.case_id = e.case_id
      join book_holds h on h.book_no = j.book_no and h.holds_grounds is not null
      left join ground_name n on n.book_no = j.book_no and n.reason = e.reason
      left join ground g on g.ground_no = n.ground_no and g.channel_no = j.channel_no and g.judges_from <= e.earliest_at and e.earliest_at < g.judges_until
      where e.event_no = ${refused}
    `,
  });
}
