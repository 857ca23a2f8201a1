import { sql, value, type Sql } from "../../engine/sql.ts";
import type { RowDuty } from "../../model/law.ts";
import { found, NO_NUMBER, NO_WORD } from "./found.ts";
import type { LogShape } from "./log-shape.ts";
import { tableStep, type Reads, type Step } from "./step.ts";

/** The duty that binds whoever acts in an event of a case. */
const bound = (duty: RowDuty): Sql => sql`
  from kept_event e
  join judged_case j on j.case_id = e.case_id
  join row_duty d on d.book_no = j.book_no and d.duty = ${value(duty)} and d.judges_from <= e.earliest_at and e.earliest_at < d.judges_until
`;

const READ_OF_DUTY: Reads = {
  judged_case: ["case_id", "case_no", "book_no"],
  row_duty: ["book_no", "duty", "rule_no", "judges_from", "judges_until", "is_unconfirmed"],
};

/** What breaks a duty; where nobody knows whether it held yet, or for another reason, nobody can tell. */
const breaks = (outcome: string, why: Sql, reason: Sql): ReturnType<typeof found> =>
  found({
    case_no: sql`j.case_no`,
    rule_no: sql`d.rule_no`,
    outcome: sql`case when d.is_unconfirmed = 1 or ${why} is not null then 'cannot-be-told' else ${value(outcome)} end`,
    reason: sql`case when d.is_unconfirmed = 1 then 'law-unconfirmed' when ${why} is not null then ${why} else ${reason} end`,
    seen_at: sql`e.earliest_at`,
    start_at: sql`e.earliest_at`,
    due_at: NO_NUMBER,
    row_no: sql`e.row_no`,
  });

/** Refusals of cases in which no row of a refusal has a reason; a log that has none of any refusal does not keep them. */
export const reasonStep = (refused: number, { reasons }: LogShape): Step =>
  tableStep("reason_finding", {
    says: "Refusals without a reason, in a log that has those of others.",
    reads: {
      kept_event: ["case_id", "event_no", "earliest_at", "row_no", "reason"],
      ...READ_OF_DUTY,
    },
    gives: breaks("refused-without-reason", NO_WORD, NO_WORD),
    from: sql`
      ${bound("refused-with-reason")}
      where e.event_no = ${refused} and e.reason is null and ${reasons ? sql`1 = 1` : sql`1 = 0`}
        and not exists (select 1 from kept_event r where r.case_id = e.case_id and r.event_no = ${refused} and r.reason is not null)
    `,
  });

/** A paper that the regulation itself has people bring: whether it may be asked for all the same, nobody can tell. */
const LISTED = sql`case when l.document is not null then 'listed-by-regulation' end`;

/** Papers asked for that the information systems give, as the mapping says. */
export const systemsStep = (requested: number): Step =>
  tableStep("systems_finding", {
    says: "Papers that were asked for though the information systems give them.",
    reads: {
      kept_event: ["case_id", "event_no", "earliest_at", "row_no", "document"],
      ...READ_OF_DUTY,
      judged_case: ["case_id", "case_no", "book_no", "channel_no"],
      paper_of_systems: ["written_as"],
      document_name: ["written_as", "document"],
      listed_document: ["book_no", "channel_no", "document"],
    },
    gives: breaks("asked-for-what-systems-give", LISTED, sql`e.document`),
    from: sql`
      ${bound("asks-not-for-what-systems-give")}
      join paper_of_systems p on p.written_as = e.document
      left join document_name n on n.written_as = e.document
      left join listed_document l on l.book_no = j.book_no and l.channel_no = j.channel_no and l.document = n.document
      where e.event_no = ${requested}
    `,
  });
