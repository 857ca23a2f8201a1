import type { EventNumbers, LogShape } from "./case-steps.ts";
import { DAY, floorDiv, rowOf, type Packing, type Step } from "./sql.ts";

const COLUMNS = "case_no, book_no, channel_no, rule_no, outcome, reason, seen_at, start_at, due_at, row_no";

/**
 * What a case can break beside deadlines. `work` are events in which a person of the provider acts; hours are held
 * against those at a desk or by telephone alone, since a portal answers by itself at night.
 */
export function checkSteps(events: EventNumbers, work: readonly number[], log: LogShape): Step[] {
  const number = (event: string): number => events[event] ?? 0;
  return [
    { name: "outside_hours", sql: outsideHours(work) },
    { name: "intake_finding", sql: intake(number("submitted"), number("registered"), log) },
    { name: "refused_row", sql: refusedRow(number("refused")) },
    { name: "refusal_finding", sql: refusal },
    { name: "document_finding", sql: unlisted(number("documents-requested")) },
    { name: "groundless_finding", sql: groundless(number("documents-provided")) },
    { name: "case_finding", sql: caseFinding(log.packing) },
    {
      name: "check_finding",
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
 * Work while nobody was there: outside every open stretch that the time can lie in or at the end of. Times are looked up
 * before cases are, by the few timetables there are: most work is done in hours, and goes no further.
 */
const outsideHours = (work: readonly number[]): string =>
  `
select j.case_no, j.book_no, j.channel_no, k.hours_rule as rule_no, 'outside-hours' as outcome, cast(null as varchar(1)) as reason,
  w.t as seen_at, w.t as start_at, cast(null as bigint) as due_at, w.row_no
from (
  select e.case_id, e.t, e.row_no, h.tt
  from event e
  cross join (select distinct tt, zone from desk where has_hours = 1 and at_a_desk = 1) h
  join zone_day z on z.zone = h.zone and z.utc_day = ${floorDiv("e.t", DAY)} and z.from_at <= e.t and e.t < z.until_at
  join tt_day d on d.tt = h.tt and d.day = z.day
  left join tt_slot o on o.tt = h.tt and o.day = z.day and o.is_open = 1 and o.from_at <= e.hi and e.t <= o.until_at
  where e.event_no in (${work.join(", ")}) and o.tt is null
) w
join judged_case j on j.case_id = w.case_id
join desk k on k.book_no = j.book_no and k.channel_no = j.channel_no and k.tt = w.tt and k.has_hours = 1 and k.at_a_desk = 1`.trim();

/** Requests taken at a desk after the cutoff; and, where an event has to roll over, requests registered before it may. */
const intake = (submitted: number, registered: number, { doubt, packing }: LogShape): string =>
  `
select c.case_no, c.book_no, c.channel_no,
  case when c.after_cutoff = 1 then c.cutoff_rule else coalesce(c.rollover_rule, c.cutoff_rule) end as rule_no,
  case when c.after_cutoff = 1 then 'after-cutoff' else 'not-rolled-over' end as outcome, cast(null as varchar(1)) as reason,
  c.s as seen_at, c.begins as start_at, case when c.after_cutoff = 1 then c.cutoff_at end as due_at,
  case when c.after_cutoff = 1 then c.s_row else c.r_row end as row_no
from (
  select j.case_no, j.book_no, j.channel_no, k.cutoff_rule, k.rollover_rule, d.cutoff_at,
    j.e${submitted}_t as s, ${rowOf(`j.e${submitted}_key`, `j.e${submitted}_t`, packing)} as s_row,
    j.e${registered}_t as r, ${rowOf(`j.e${registered}_key`, `j.e${registered}_t`, packing)} as r_row,
    case when d.accepts = 1 and j.e${submitted}_t < d.open_at then d.open_at
      when d.accepts = 1 and j.e${submitted}_t < d.stop_at then j.e${submitted}_t
      else d.next_open_at end as begins,
    case when d.accepts = 1 and j.e${submitted}_t > d.cutoff_at and k.at_a_desk = 1 and k.cutoff_rule is not null then 1 else 0 end as after_cutoff
  from judged_case j
  join desk k on k.book_no = j.book_no and k.channel_no = j.channel_no and k.has_start = 1
  join zone_day z on z.zone = k.zone and z.utc_day = ${floorDiv(`j.e${submitted}_t`, DAY)} and z.from_at <= j.e${submitted}_t and j.e${submitted}_t < z.until_at
  join tt_day d on d.tt = k.tt and d.day = z.day
  where ${doubt ? sure(submitted, registered) : "1 = 1"}
) c
where c.after_cutoff = 1 or (c.r >= c.s and c.r < c.begins)`.trim();

/** Only what is known to the instant is held against the cutoff. */
const sure = (submitted: number, registered: number): string =>
  `j.e${submitted}_hi = j.e${submitted}_t and (j.e${registered}_t is null or j.e${registered}_hi = j.e${registered}_t)`;

const refusedRow = (refused: number): string =>
  `
select e.case_id, j.case_no, e.t, e.row_no, e.reason, j.book_no, j.channel_no, h.grounds, g.rule_no, g.about_missing,
  case when g.reason is null then 0 else 1 end as is_mapped
from event e
join judged_case j on j.case_id = e.case_id
join book_holds h on h.book_no = j.book_no and h.grounds is not null
left join ground g on g.book_no = j.book_no and g.reason = e.reason
where e.event_no = ${refused}`.trim();

/** Refusals on a ground that the book does not know; without a word of why, nobody can tell. */
const refusal = `
select case_no, book_no, channel_no, rule_no,
  case when reason is null or (grounds = 0 and is_mapped = 0) then 'cannot-be-told' else 'unknown-ground' end as outcome,
  case when reason is null then 'no-ground-given' when grounds = 0 and is_mapped = 0 then 'not-held' else reason end as reason,
  t as seen_at, t as start_at, cast(null as bigint) as due_at, row_no
from refused_row
where rule_no is null`.trim();

/** Documents asked for that the book does not list for the channel. */
const unlisted = (requested: number): string =>
  `
select j.case_no, j.book_no, j.channel_no, cast(null as bigint) as rule_no,
  case when h.documents = 0 then 'cannot-be-told' else 'unlisted-document' end as outcome,
  case when h.documents = 0 then 'not-held' else e.document end as reason,
  e.t as seen_at, e.t as start_at, cast(null as bigint) as due_at, e.row_no
from event e
join judged_case j on j.case_id = e.case_id
join book_holds h on h.book_no = j.book_no and h.documents is not null
left join document_name n on n.value = e.document
left join listed_document l on l.book_no = j.book_no and l.channel_no = j.channel_no and l.document = n.document
where e.event_no = ${requested} and e.document is not null and l.document is null`.trim();

/** Refusals for want of documents although all that had to be there was; unknown where only a condition decides. */
const groundless = (provided: number): string =>
  `
select r.case_no, r.book_no, r.channel_no, r.rule_no,
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
      from event e
      join document_name n on n.value = e.document
      where e.event_no = ${provided}
      group by e.case_id, n.document
    ) g on g.case_id = r.case_id and g.document = d.document and g.t <= r.t
    where r.about_missing = 1
    group by r.case_id, r.row_no, d.need_no
  ) p
  group by p.case_id, p.row_no
) n on n.case_id = r.case_id and n.row_no = r.row_no
where n.missing = 0 and exists (select 1 from event e where e.case_id = r.case_id and e.event_no = ${provided})`.trim();

/** Cases that no version judges, and cases that outlive the version that does. */
const caseFinding = (packing: Packing): string =>
  `
select case_no, book_no, channel_no, cast(null as bigint) as rule_no,
  case when untold is null then 'straddles-versions' else 'cannot-be-told' end as outcome, untold as reason,
  first_t as seen_at, first_t as start_at, case when untold is null then book_until end as due_at,
  ${rowOf("first_key", "first_t", packing)} as row_no
from judged_case
where untold is not null or last_hi >= book_until`.trim();

const NUMBERS =
  "occurrence, margin, start_at, due_at, done_at, late_wall, late_open, late_days, s_row, d_row, suspended_ms, taken_ms";

/** Everything found, in one shape; as a view, since every row of it stands in a table already. */
export const findingSteps: readonly Step[] = [
  {
    name: "found",
    as: "view",
    sql: `
select case_no, book_no, channel_no, rule_no, outcome, reason, ${NUMBERS}
from deadline_finding
union all
select case_no, book_no, channel_no, rule_no, outcome, reason, 0 as occurrence, cast(null as bigint), start_at, due_at, seen_at,
  cast(null as bigint), cast(null as bigint), cast(null as bigint), row_no, cast(null as bigint), cast(0 as bigint), cast(null as bigint)
from check_finding`.trim(),
  },
  {
    name: "finding",
    as: "view",
    sql: `
select j.case_id, f.book_no, f.channel_no, f.rule_no, j.service_no, j.provider, f.outcome, f.reason,
  ${NUMBERS.split(", ")
    .map((column) => `cast(f.${column} as bigint) as ${column}`)
    .join(", ")}
from found f
join judged_case j on j.case_no = f.case_no`.trim(),
  },
];
