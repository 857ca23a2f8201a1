import type { EventNumbers } from "./case-steps.ts";
import type { LogShape } from "./log-shape.ts";
import { sideOf } from "./sides.ts";
import type { Step } from "../../engine/table.ts";
import { DAY, DESK_BUCKET, floorDiv } from "./sql.ts";

const COLUMNS = "case_no, rule_no, outcome, reason, seen_at, start_at, due_at, row_no";

/** Events whose every occurrence is looked at by itself. */
const DETAILS = ["suspended", "resumed", "refused", "documents-requested", "documents-provided"];

/**
 * The events that are looked at one by one, read once. `work` are those in which a person of the provider acts; of them
 * only what may lie out of the hours of a desk is kept (`off_hours`).
 */
export function keptStep(events: EventNumbers, work: readonly number[]): Step {
  const details = DETAILS.map((event) => events[event] ?? 0).join(", ");
  return {
    name: "kept_event",
    sql: `
select * from (
  select e.row_no, e.case_id, e.event_no, e.t, e.hi, e.reason, e.document,
    case when e.event_no in (${work.join(", ")}) and b.bucket is null then 1 else 0 end as off_hours
  from event e
  left join desk_open b on b.bucket = case when e.event_no in (${work.join(", ")}) then ${floorDiv("e.t", DESK_BUCKET)} end
  where e.event_no in (${[...new Set([details, ...work])].join(", ")})
) e
where e.off_hours = 1 or e.event_no in (${details})`.trim(),
  };
}

/**
 * What a case can break beside deadlines. Hours are held against what is done at a desk or by telephone alone, since a
 * portal answers by itself at night.
 */
export function checkSteps(events: EventNumbers, log: LogShape): Step[] {
  const number = (event: string): number => events[event] ?? 0;
  return [
    { name: "outside_hours", sql: OUTSIDE_HOURS },
    { name: "intake_finding", sql: intake(number("submitted"), number("registered"), log) },
    { name: "refused_row", sql: refusedRow(number("refused")) },
    { name: "refusal_finding", sql: refusal },
    { name: "document_finding", sql: unlisted(number("documents-requested")) },
    { name: "groundless_finding", sql: groundless(number("documents-provided")) },
    { name: "case_finding", sql: CASE_FINDING },
    {
      name: "check_finding",
      as: "view",
      sql: [
        "outside_hours",
        "intake_finding",
        "refusal_finding",
        "document_finding",
        "groundless_finding",
        "case_finding",
      ]
        .map((name) => `select ${COLUMNS} from ${name}`)
        .join("\nunion all\n"),
    },
  ];
}

/**
 * Work while nobody was there: outside every open stretch that the time can lie in or at the end of. Most work is done
 * while every desk is open, and has not been kept for this.
 */
const OUTSIDE_HOURS = `
select j.case_no, k.hours_rule as rule_no, 'outside-hours' as outcome, cast(null as varchar(1)) as reason,
  e.t as seen_at, e.t as start_at, cast(null as bigint) as due_at, e.row_no
from kept_event e
join judged_case j on j.case_id = e.case_id
join desk k on k.book_no = j.book_no and k.channel_no = j.channel_no and k.has_hours = 1 and k.at_a_desk = 1
join zone_day z on z.zone = k.zone and z.utc_day = ${floorDiv("e.t", DAY)} and z.from_at <= e.t and e.t < z.until_at
join tt_day d on d.tt = k.tt and d.day = z.day
left join tt_slot o on o.tt = k.tt and o.day = z.day and o.is_open = 1 and o.from_at <= e.hi and e.t <= o.until_at
where e.off_hours = 1 and o.tt is null`.trim();

/** Requests taken at a desk after the cutoff; and, where an event has to roll over, requests registered before it may. */
function intake(submittedNo: number, registeredNo: number, log: LogShape): string {
  const [submitted, registered] = [sideOf("j", [submittedNo], log), sideOf("j", [registeredNo], log)];
  // Only what is known to the instant is held against the cutoff.
  const isSure = log.doubt ? `c.s_hi = c.s and (c.r is null or c.r_hi = c.r)` : "1 = 1";
  return `
select c.case_no, case when c.after_cutoff = 1 then c.cutoff_rule else coalesce(c.rollover_rule, c.cutoff_rule) end as rule_no,
  case when c.after_cutoff = 1 then 'after-cutoff' else 'not-rolled-over' end as outcome, cast(null as varchar(1)) as reason,
  c.s as seen_at, c.begins as start_at, case when c.after_cutoff = 1 then c.cutoff_at end as due_at,
  case when c.after_cutoff = 1 then c.s_row else c.r_row end as row_no
from (
  select c.*, k.cutoff_rule, k.rollover_rule, d.cutoff_at,
    case when d.accepts = 1 and c.s < d.open_at then d.open_at
      when d.accepts = 1 and c.s < d.stop_at then c.s
      else d.next_open_at end as begins,
    case when d.accepts = 1 and c.s > d.cutoff_at and k.at_a_desk = 1 and k.cutoff_rule is not null then 1 else 0 end as after_cutoff
  from (
    select j.case_no, j.book_no, j.channel_no, ${submitted.at} as s, ${submitted.atLatest} as s_hi, ${submitted.row} as s_row,
      ${registered.at} as r, ${registered.atLatest} as r_hi, ${registered.row} as r_row
    from judged_case j
    where ${submitted.isThere}
  ) c
  join desk k on k.book_no = c.book_no and k.channel_no = c.channel_no and k.has_start = 1
  join zone_day z on z.zone = k.zone and z.utc_day = ${floorDiv("c.s", DAY)} and z.from_at <= c.s and c.s < z.until_at
  join tt_day d on d.tt = k.tt and d.day = z.day
  where ${isSure}
) c
where c.after_cutoff = 1 or (c.r >= c.s and c.r < c.begins)`.trim();
}

const refusedRow = (refused: number): string =>
  `
select e.case_id, j.case_no, e.t, e.row_no, e.reason, j.book_no, j.channel_no, h.grounds, g.rule_no, g.about_missing,
  case when g.reason is null then 0 else 1 end as is_mapped
from kept_event e
join judged_case j on j.case_id = e.case_id
join book_holds h on h.book_no = j.book_no and h.grounds is not null
left join ground g on g.book_no = j.book_no and g.reason = e.reason
where e.event_no = ${refused}`.trim();

/** Refusals on a ground that the book does not know; without a word of why, nobody can tell. */
const refusal = `
select case_no, rule_no,
  case when reason is null or (grounds = 0 and is_mapped = 0) then 'cannot-be-told' else 'unknown-ground' end as outcome,
  case when reason is null then 'no-ground-given' when grounds = 0 and is_mapped = 0 then 'not-held' else reason end as reason,
  t as seen_at, t as start_at, cast(null as bigint) as due_at, row_no
from refused_row
where rule_no is null`.trim();

/** Documents asked for that the book does not list for the channel. */
const unlisted = (requested: number): string =>
  `
select j.case_no, cast(null as bigint) as rule_no,
  case when h.documents = 0 then 'cannot-be-told' else 'unlisted-document' end as outcome,
  case when h.documents = 0 then 'not-held' else e.document end as reason,
  e.t as seen_at, e.t as start_at, cast(null as bigint) as due_at, e.row_no
from kept_event e
join judged_case j on j.case_id = e.case_id
join book_holds h on h.book_no = j.book_no and h.documents is not null
left join document_name n on n.value = e.document
left join listed_document l on l.book_no = j.book_no and l.channel_no = j.channel_no and l.document = n.document
where e.event_no = ${requested} and e.document is not null and l.document is null`.trim();

/** Refusals for want of documents although all that had to be there was; unknown where only a condition decides. */
const groundless = (provided: number): string =>
  `
select r.case_no, r.rule_no,
  case when n.open_needs = 0 then 'groundless-refusal' else 'cannot-be-told' end as outcome,
  case when n.open_needs = 0 then null else 'conditional-documents' end as reason,
  r.t as seen_at, r.t as start_at, cast(null as bigint) as due_at, r.row_no
from refused_row r
join (
  select p.case_id, p.row_no, sum(case when p.there = 0 and p.conditional = 0 then 1 else 0 end) as missing,
    sum(case when p.there = 0 and p.conditional = 1 then 1 else 0 end) as open_needs
  from (
    select r.case_id, r.row_no, d.need_no, min(d.conditional) as conditional, max(case when g.case_id is null then 0 else 1 end) as there
    from refused_row r
    join needed_document d on d.book_no = r.book_no and d.channel_no = r.channel_no
    left join (
      select e.case_id, n.document, min(e.t) as t
      from kept_event e
      join document_name n on n.value = e.document
      where e.event_no = ${provided}
      group by e.case_id, n.document
    ) g on g.case_id = r.case_id and g.document = d.document and g.t <= r.t
    where r.about_missing = 1
    group by r.case_id, r.row_no, d.need_no
  ) p
  group by p.case_id, p.row_no
) n on n.case_id = r.case_id and n.row_no = r.row_no
where n.missing = 0 and exists (select 1 from kept_event e where e.case_id = r.case_id and e.event_no = ${provided})`.trim();

/** Cases that no version judges or of which nobody can tell which does, and cases that outlive the version that does. A case is numbered by its first row. */
const CASE_FINDING = `
select j.case_no, cast(null as bigint) as rule_no,
  case when b.book_no is null then 'cannot-be-told' else 'straddles-versions' end as outcome,
  case when j.book_tie = 1 then 'tie' when j.service_no is null then 'unknown-service' when b.book_no is null then 'no-version' end as reason,
  j.first_t as seen_at, j.first_t as start_at, b.until_at as due_at, j.case_no as row_no
from judged_case j
left join book b on b.book_no = j.book_no
where b.book_no is null or j.last_t >= b.until_at`.trim();

const NUMBERS =
  "occurrence, margin, start_at, due_at, done_at, late_wall, late_open, late_days, s_row, d_row, suspended_ms, taken_ms";

/** Everything found, in one shape; as a view, since every row of it stands in a table already. */
export const findingSteps: readonly Step[] = [
  {
    name: "found",
    as: "view",
    sql: `
select case_no, 1 as is_term, rule_no, outcome, reason, ${NUMBERS}
from deadline_finding
union all
select case_no, 0 as is_term, rule_no, outcome, reason, 0 as occurrence, cast(null as bigint), start_at, due_at, seen_at,
  cast(null as bigint), cast(null as bigint), cast(null as bigint), row_no, cast(null as bigint), cast(0 as bigint), cast(null as bigint)
from check_finding`.trim(),
  },
  {
    name: "finding",
    as: "view",
    sql: `
select j.case_id, f.case_no, f.is_term, j.book_no, j.channel_no, f.rule_no, j.service_no, j.provider, f.outcome, f.reason,
  ${NUMBERS.split(", ")
    .map((column) => `cast(f.${column} as bigint) as ${column}`)
    .join(", ")}
from found f
join judged_case j on j.case_no = f.case_no`.trim(),
  },
  {
    name: "case_suspension",
    as: "view",
    sql: "select j.case_id, s.from_at, s.until_at\nfrom suspension s\njoin judged_case j on j.case_no = s.case_no\nwhere s.reading = 0",
  },
  {
    name: "case_time",
    as: "view",
    sql: `
select case_no, max(taken_ms - suspended_ms) as taken, max(suspended_ms) as suspended
from deadline_finding
where done_at is not null and taken_ms is not null
group by case_no`.trim(),
  },
];
