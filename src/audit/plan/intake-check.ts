import { sql, type Sql } from "../../engine/sql.ts";
import { found, NO_NUMBER } from "./found.ts";
import { dayAtDesk, DESK_RULE } from "./hours-checks.ts";
import type { LogShape } from "./log-shape.ts";
import { HOUR } from "./measures.ts";
import { rowOf } from "./packing.ts";
import { isBefore, packedEvent, sideColumns, sideOf } from "./sides.ts";
import { tableStep, type Step } from "./step.ts";
import { ZONE_DAY } from "./zone-days.ts";

/** What one reading of a request's times comes to. */
const AFTER_CUTOFF = 3;
const NOT_ROLLED_OVER = 2;
const MAYBE_NOT_ROLLED_OVER = 1;
const NOTHING = 0;

/** What was registered before the request is another: the next registration is this one's. */
function nextRegistered(submittedNo: number, registeredNo: number, log: LogShape): Sql {
  const early = isBefore("o", [registeredNo], [submittedNo], log, true);
  return sql`
    select o.case_no, min(e.earliest_at) as earliest_at, min(e.latest_at) as latest_at, min(${packedEvent("e", log)}) as first_packed
    from judged_case o
    join unclear_event e on e.case_id = o.case_id and e.event_no = ${registeredNo} and e.latest_at >= ${sideOf("o", [submittedNo], log).earliest}
    where ${early}
    group by o.case_no
  `;
}

/** When a request came in and was registered: once, and where a time can mean two instants, by each of them. */
function submissions(submittedNo: number, registeredNo: number, log: LogShape): Sql {
  const [submitted, registered] = [sideOf("j", [submittedNo], log), sideOf("j", [registeredNo], log)];
  const early = isBefore("j", [registeredNo], [submittedNo], log, true);
  const ofNext = (next: Sql, first: Sql): Sql => sql`case when ${early} then ${next} else ${first} end`;
  const reading = (submittedAt: Sql, where: Sql): Sql => sql`
    select j.case_no, j.book_no, j.channel_no, ${submittedAt} as submitted_at, ${submitted.earliest} as submitted_from, ${submitted.latest} as submitted_until, ${submitted.row} as submitted_row,
      ${ofNext(sql`n.earliest_at`, registered.earliest)} as registered_at, ${ofNext(sql`n.latest_at`, registered.latest)} as registered_latest,
      ${ofNext(rowOf(sql`n.first_packed`, sql`n.earliest_at`, log.packing), registered.row)} as registered_row
    from judged_case j
    left join (
      ${nextRegistered(submittedNo, registeredNo, log)}
    ) n on n.case_no = j.case_no
    where ${submitted.isThere}${log.outliers ? sql` and j.odd_intake = 0` : sql``}${where}
  `;
  const told = reading(submitted.earliest, sql``);
  return log.doubt
    ? sql`${told}\nunion all\n${reading(submitted.latest, sql` and ${submitted.latest} <> ${submitted.earliest}`)}`
    : told;
}

/** A whole date; not the first of a date and a time of that day. */
const IS_WHOLE_DATE = sql`c.submitted_until >= d.ends_at - 1 and c.submitted_until - c.submitted_from > ${HOUR}`;

/**
 * What each reading comes to, and the rule whose words it breaks: that of the cutoff where it alone had passed, that of the
 * rollover after closing and on days off, of which a cutoff says nothing. Nobody's words speak of what comes before opening. The day to which a request
 * has to move begins at 00:00, and what is registered on it is not early.
 */
const readings = (submittedNo: number, registeredNo: number, log: LogShape): Sql => sql`
  select c.*, case when ${IS_WHOLE_DATE} then 1 else 0 end as is_date, d.cutoff_at, d.next_open_at as begins_at,
    case when d.takes_requests = 0 then k.rollover_rule_no when c.submitted_at < d.closes_at then r.cutoff_rule_no else coalesce(k.rollover_rule_no, r.cutoff_rule_no) end as moved_by,
    r.cutoff_rule_no,
    case when d.takes_requests = 1 and c.submitted_at > d.cutoff_at and k.at_a_desk = 1 then ${AFTER_CUTOFF}
      when d.takes_requests = 1 and c.submitted_at < d.stops_at then ${NOTHING}
      when d.takes_requests = 0 and k.rollover_rule_no is null then ${NOTHING}
      when c.registered_at is null or c.registered_latest < case when ${IS_WHOLE_DATE} then c.submitted_from else c.submitted_at end then ${NOTHING}
      when c.registered_latest < n.ends_at then ${NOT_ROLLED_OVER}
      when c.registered_at < n.ends_at then ${MAYBE_NOT_ROLLED_OVER}
      else ${NOTHING} end as is_found
  from (
    ${submissions(submittedNo, registeredNo, log)}
  ) c
  join desk k on k.book_no = c.book_no and k.channel_no = c.channel_no and k.moves_start = 1
  ${dayAtDesk(sql`c.submitted_at`)}
  left join timetable_day n on n.timetable_no = k.timetable_no and n.day = d.next_open_day - 1
`;

/** A case's readings together. */
const together = (rows: Sql, doubt: boolean): Sql => sql`
  select i.case_no, min(i.is_found) as least, max(i.is_found) as most,
    max(case when i.is_found = ${AFTER_CUTOFF} then i.cutoff_rule_no else i.moved_by end) as rule_no,
    min(i.submitted_at) as submitted_at, max(i.is_date) as is_date, max(i.submitted_until) - min(i.submitted_from) as submitted_doubt, min(i.submitted_row) as submitted_row,
    min(i.registered_at) as registered_at, max(i.registered_latest) as registered_latest, min(i.registered_row) as registered_row,
    max(i.begins_at) as begins_at, max(i.cutoff_at) as cutoff_at
  from (
    ${rows}
  ) i${doubt ? sql`` : sql`\n  where i.is_found > ${NOTHING}`}
  group by i.case_no
`;

/** Told by the two readings alike; or else by neither, unless it is by a whole date that nobody can tell. */
const IS_TOLD = sql`c.least = c.most and c.most >= ${NOT_ROLLED_OVER}`;
const IS_DATE = sql`c.is_date = 1`;

/**
 * Of a case in which a request or its registering has a time that can hardly be meant it is not told on which side of the
 * cutoff it lies (`odd_intake`). Requests taken at a desk after the cutoff; and, where an event has to roll over, requests registered before it may.
 */
export function intakeStep(submittedNo: number, registeredNo: number, log: LogShape): Step {
  const late = (then: Sql, otherwise: Sql): Sql =>
    sql`case when c.most = ${AFTER_CUTOFF} then ${then} else ${otherwise} end`;
  const sides = [submittedNo, registeredNo].flatMap((event) =>
    sideColumns({ side: [event], repeats: false }, log),
  );
  return tableStep("intake_finding", {
    says: "Requests that were taken after the cutoff, or registered before the day to which they have to move.",
    reads: {
      judged_case: [
        "case_no",
        "case_id",
        "book_no",
        "channel_no",
        ...(log.outliers ? (["odd_intake"] as const) : []),
        ...sides,
      ],
      unclear_event: ["case_id", "event_no", "earliest_at", "latest_at", "row_no"],
      desk: [
        "book_no",
        "channel_no",
        "timetable_no",
        "zone_no",
        "rollover_rule_no",
        "moves_start",
        "at_a_desk",
      ],
      desk_rule: [...DESK_RULE, "cutoff_rule_no"],
      zone_day: ZONE_DAY,
      timetable_day: [
        "timetable_no",
        "day",
        "takes_requests",
        "stops_at",
        "cutoff_at",
        "closes_at",
        "ends_at",
        "next_open_at",
        "next_open_day",
        "hours_weekday",
      ],
    },
    gives: found({
      case_no: sql`c.case_no`,
      rule_no: sql`c.rule_no`,
      outcome: sql`case when ${IS_TOLD} then ${late(sql`'after-cutoff'`, sql`'not-rolled-over'`)} else 'cannot-be-told' end`,
      reason: sql`case when ${IS_TOLD} then null when c.submitted_doubt > ${HOUR} then 'date-only' else 'ambiguous-time' end`,
      seen_at: late(sql`c.submitted_at`, sql`c.registered_at`),
      start_at: sql`c.begins_at`,
      due_at: sql`case when c.most = ${AFTER_CUTOFF} then c.cutoff_at else ${NO_NUMBER} end`,
      row_no: late(sql`c.submitted_row`, sql`c.registered_row`),
    }),
    from: sql`
      from (
        ${together(readings(submittedNo, registeredNo, log), log.doubt)}
      ) c
      where c.most > ${NOTHING} and ((${IS_TOLD}) or not (${IS_DATE}))
    `,
  });
}
