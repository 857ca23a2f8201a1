import { sql } from "../../engine/sql.ts";
import { found } from "./found.ts";
import { NEVER } from "./measures.ts";
import { tableStep, type Step } from "./step.ts";

/**
 * A pause stops the clock. Where no clause is cited that allows one (the Administrative Procedural Code knows none), what
 * the term comes to without it is told beside: its due time, and whether it was kept.
 */
export const SUSPENSION_FINDING: Step = tableStep("suspension_finding", {
  says: "Terms that a suspension put off though no clause is cited that allows it, with when they were due without it.",
  reads: {
    hard_verdict: [
      "case_no",
      "rule_no",
      "suspension_count",
      "disorder",
      "begins_at",
      "start_row",
      "due_told",
      "due_unpaused",
      "unpaused_latest",
      "done_earliest",
      "done_known",
      "now_at",
    ],
    judged_case: ["case_no", "book_no"],
    book_holds: ["book_no", "needs_basis"],
  },
  gives: found({
    case_no: sql`v.case_no`,
    rule_no: sql`v.rule_no`,
    outcome: sql`'suspension-without-basis'`,
    reason: sql`
      case when v.done_known <= v.due_unpaused then 'met-without-it'
        when v.done_earliest > v.unpaused_latest then 'late-without-it'
        when v.done_earliest is not null then null
        when v.now_at > v.unpaused_latest then 'overdue-without-it'
        when v.now_at > v.due_unpaused then null
        else 'running-without-it' end
    `,
    seen_at: sql`v.done_earliest`,
    start_at: sql`v.begins_at`,
    due_at: sql`nullif(v.due_unpaused, ${NEVER})`,
    row_no: sql`v.start_row`,
  }),
  from: sql`
    from hard_verdict v
    join judged_case j on j.case_no = v.case_no
    join book_holds h on h.book_no = j.book_no and h.needs_basis = 1
    where v.suspension_count > 0 and v.disorder is null and v.due_unpaused <> v.due_told
  `,
});
