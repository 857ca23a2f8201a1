import { numbers, sql, value, word, type Sql } from "../../engine/sql.ts";
import { found, NO_WORD } from "./found.ts";
import { DAY } from "./measures.ts";
import { as, of, select, tableStep, union, type Step } from "./step.ts";
import { dayOf, ZONE_DAY } from "./zone-days.ts";

/** What a verdict has to say of a term before another can be called longer. */
const READ_OF_OTHER = [
  "case_no",
  "rule_no",
  "class",
  "zone_no",
  "start_earliest",
  "start_row",
  "last_day",
  "due_told",
  "due_at",
  "due_earliest",
  "due_latest",
  "disorder",
  "untold_because",
  "unknown_count",
  "is_unconfirmed",
  "suspension_count",
] as const;

const COUNTED_TERMS = union(
  ["plain_verdict", "hard_verdict"].map((verdicts) =>
    select(of("v", ...READ_OF_OTHER), sql`from ${word(verdicts)} v`),
  ),
);
const ENDS_BY_DUE = select(
  of("w", "case_no", "rule_no").concat(of("o", "own_low", "own_latest")),
  sql`
    from own_verdict w
    join own_term o on o.case_no = w.case_no and o.occurrence = w.occurrence
    where w.disorder is null and w.class = 'own' and o.own_earliest = o.own_latest
  `,
);
const ENDS_BY_DAYS = select(
  [...of("d", "case_no", "rule_no"), as("own_low", sql`d.due_earliest`), as("own_latest", sql`d.due_at`)],
  sql`
    from (
      ${COUNTED_TERMS}
    ) d
    where d.due_told is not null and d.disorder is null and d.rule_no in (select own_rule_no from own_beside)
  `,
);
/** The log's own deadlines that can be told, each with the earliest instant that it can mean. */
const ownEnds = (days: boolean): Sql => union([ENDS_BY_DUE, ...(days ? [ENDS_BY_DAYS] : [])]);
/** The last instant of the day that an own due time is of belongs to it, and not to the day that it begins. */
const BEFORE_OWN = sql`(w.own_low - 1)`;

/** Deadlines of the log's own by which an office gives itself longer than the law or its regulation does; \`days\`: some are told in days. */
export const ownLongerStep = (extended: readonly number[], days: boolean): Step =>
  tableStep("own_longer_finding", {
    says: "Deadlines of the log's own that end later than the term of the law or of the regulation between the same events, in cases that nothing extended.",
    reads: {
      own_verdict: ["case_no", "rule_no", "occurrence", "disorder", "class"],
      own_term: ["case_no", "occurrence", "own_low", "own_earliest", "own_latest"],
      own_beside: ["own_rule_no", "rule_no"],
      plain_verdict: READ_OF_OTHER.filter((column) => days || column !== "due_earliest"),
      hard_verdict: READ_OF_OTHER.filter((column) => days || column !== "due_earliest"),
      zone_day: ZONE_DAY,
      judged_case: ["case_no", "case_id"],
      event: ["case_id", "event_no"],
    },
    gives: found({
      case_no: sql`v.case_no`,
      rule_no: sql`v.rule_no`,
      outcome: value("longer-than-law"),
      reason: NO_WORD,
      seen_at: sql`w.own_latest`,
      start_at: sql`v.start_earliest`,
      due_at: sql`v.due_at`,
      row_no: sql`v.start_row`,
    }),
    from: sql`
      from (
        ${ownEnds(days)}
      ) w
      join own_beside b on b.own_rule_no = w.rule_no
      join (
        ${COUNTED_TERMS}
      ) v on v.case_no = w.case_no and v.rule_no = b.rule_no
      join judged_case j on j.case_no = w.case_no
      left join ${dayOf("z", sql`v.zone_no`, BEFORE_OWN)}
      where v.disorder is null and v.untold_because is null and v.due_told is not null and v.unknown_count = 0 and v.is_unconfirmed = 0
        and v.suspension_count = 0 and w.own_low > v.due_latest
        and (v.class in ('wall', 'open') or z.day > v.last_day or (z.day is null and w.own_low - v.due_latest > ${DAY}))
        and not exists (select 1 from event x where x.case_id = j.case_id and x.event_no in (${numbers([-1, ...extended])}))
    `,
  });
