import { sql, type Sql } from "../../engine/sql.ts";
import { found, NO_NUMBER, NO_WORD } from "./found.ts";
import type { LogShape } from "./log-shape.ts";
import { sideColumns, sideOf } from "./sides.ts";
import { tableStep, type Step } from "./step.ts";
import { dayOf, ZONE_DAY } from "./zone-days.ts";

/** The local day at a desk in which an instant lies. */
const dayAtDesk = (at: Sql): Sql => sql`
  join ${dayOf("z", sql`k.zone_no`, at)}
  join timetable_day d on d.timetable_no = k.timetable_no and d.day = z.day
`;

/**
 * Outside every open stretch that the time can lie in or at the end of. Hours are held against what is done at a desk or by
 * telephone alone, since a portal answers by itself at night. Most work is done while every desk is open, and has not
 * been kept for this.
 */
export const OUTSIDE_HOURS: Step = tableStep("outside_hours", {
  says: "Work at a desk or by telephone while nobody was there.",
  reads: {
    kept_event: ["case_id", "row_no", "earliest_at", "latest_at", "off_hours"],
    judged_case: ["case_id", "case_no", "book_no", "channel_no"],
    desk: ["book_no", "channel_no", "timetable_no", "zone_no", "hours_rule_no", "has_hours", "at_a_desk"],
    zone_day: ZONE_DAY,
    timetable_day: ["timetable_no", "day"],
    timetable_stretch: ["timetable_no", "day", "is_open", "from_at", "until_at"],
  },
  gives: found({
    case_no: sql`j.case_no`,
    rule_no: sql`k.hours_rule_no`,
    outcome: sql`'outside-hours'`,
    reason: NO_WORD,
    seen_at: sql`e.earliest_at`,
    start_at: sql`e.earliest_at`,
    due_at: NO_NUMBER,
    row_no: sql`e.row_no`,
  }),
  from: sql`
    from kept_event e
    join judged_case j on j.case_id = e.case_id
    join desk k on k.book_no = j.book_no and k.channel_no = j.channel_no and k.has_hours = 1 and k.at_a_desk = 1
    ${dayAtDesk(sql`e.earliest_at`)}
    left join timetable_stretch o on o.timetable_no = k.timetable_no and o.day = z.day and o.is_open = 1 and o.from_at <= e.latest_at and e.earliest_at <= o.until_at
    where e.off_hours = 1 and o.timetable_no is null
  `,
});

/** When a request came in and was registered, and where its term would begin. */
function intake(submittedNo: number, registeredNo: number, log: LogShape): Sql {
  const [submitted, registered] = [sideOf("j", [submittedNo], log), sideOf("j", [registeredNo], log)];
  // Only what is known to the instant is held against the cutoff.
  const isSure = log.doubt
    ? sql`c.submitted_latest = c.submitted_at and (c.registered_at is null or c.registered_latest = c.registered_at)`
    : sql`1 = 1`;
  return sql`
    select c.*, k.cutoff_rule_no, k.rollover_rule_no, d.cutoff_at,
      case when d.takes_requests = 1 and c.submitted_at < d.opens_at then d.opens_at
        when d.takes_requests = 1 and c.submitted_at < d.stops_at then c.submitted_at
        else d.next_open_at end as begins_at,
      case when d.takes_requests = 1 and c.submitted_at > d.cutoff_at and k.at_a_desk = 1 and k.cutoff_rule_no is not null then 1 else 0 end as after_cutoff
    from (
      select j.case_no, j.book_no, j.channel_no, ${submitted.earliest} as submitted_at, ${submitted.latest} as submitted_latest, ${submitted.row} as submitted_row,
        ${registered.earliest} as registered_at, ${registered.latest} as registered_latest, ${registered.row} as registered_row
      from judged_case j
      where ${submitted.isThere}
    ) c
    join desk k on k.book_no = c.book_no and k.channel_no = c.channel_no and k.moves_start = 1
    ${dayAtDesk(sql`c.submitted_at`)}
    where ${isSure}
  `;
}

/** Requests taken at a desk after the cutoff; and, where an event has to roll over, requests registered before it may. */
export function intakeStep(submittedNo: number, registeredNo: number, log: LogShape): Step {
  const late = (then: Sql, otherwise: Sql): Sql =>
    sql`case when c.after_cutoff = 1 then ${then} else ${otherwise} end`;
  const sides = [submittedNo, registeredNo].flatMap((event) =>
    sideColumns({ side: [event], repeats: false }, log),
  );
  return tableStep("intake_finding", {
    says: "Requests that were taken after the cutoff, or registered before the opening to which they have to move.",
    reads: {
      judged_case: ["case_no", "book_no", "channel_no", ...sides],
      desk: [
        "book_no",
        "channel_no",
        "timetable_no",
        "zone_no",
        "cutoff_rule_no",
        "rollover_rule_no",
        "moves_start",
        "at_a_desk",
      ],
      zone_day: ZONE_DAY,
      timetable_day: [
        "timetable_no",
        "day",
        "takes_requests",
        "opens_at",
        "stops_at",
        "cutoff_at",
        "next_open_at",
      ],
    },
    gives: found({
      case_no: sql`c.case_no`,
      rule_no: late(sql`c.cutoff_rule_no`, sql`coalesce(c.rollover_rule_no, c.cutoff_rule_no)`),
      outcome: late(sql`'after-cutoff'`, sql`'not-rolled-over'`),
      reason: NO_WORD,
      seen_at: sql`c.submitted_at`,
      start_at: sql`c.begins_at`,
      due_at: sql`case when c.after_cutoff = 1 then c.cutoff_at end`,
      row_no: late(sql`c.submitted_row`, sql`c.registered_row`),
    }),
    from: sql`
      from (
        ${intake(submittedNo, registeredNo, log)}
      ) c
      where c.after_cutoff = 1 or (c.registered_at >= c.submitted_at and c.registered_at < c.begins_at)
    `,
  });
}
