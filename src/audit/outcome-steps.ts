import { DAY, floorDiv, type Step } from "./sql.ts";

const day = (alias: string, zone: string, instant: string): string =>
  `left join zone_day ${alias} on ${alias}.zone = ${zone} and ${alias}.utc_day = ${floorDiv(instant, DAY)} and ${alias}.from_at <= ${instant} and ${instant} < ${alias}.until_at`;

const slot = (alias: string, tt: string, dayAlias: string, instant: string): string =>
  `left join tt_slot ${alias} on ${alias}.tt = ${tt} and ${alias}.day = ${dayAlias}.day and ${alias}.from_at <= ${instant} and ${instant} < ${alias}.until_at`;

/** Done on the last day, known only by date, is in time for terms in days: the date's first instant stands for it. */
const KNOWN_BY =
  "case when t.class not in ('wall', 'open') and p.d_hi - p.d_lo > 79200000 then p.d_lo else p.d_hi end";

/** Stands for the end of a term that a suspension holds up for good. */
const NEVER = "9000000000000000";
const ends = (alias: string): string => `case when ${alias}.stopped = 1 then ${NEVER} else ${alias}.due end`;

/** Each deadline of each case with its bounds: the earliest and the latest that it can have been due. */
const JUDGED = `
select p.case_no, p.occurrence, p.book_no, p.channel_no, p.channel_tie, p.n_susp, p.s_lo, p.s_hi, p.s_row, p.d_lo, p.d_row,
  ${KNOWN_BY} as d_hi, p.d_hi - p.d_lo as done_doubt, p.s_hi - p.s_lo as start_doubt,
  p.odd, t.term_no, t.rule_no, t.tt, t.zone, t.untold, t.unknown_is, t.has_no_start,
  a.begins, ${ends("a")} as due_first, a.last_day, a.stopped,
  coalesce(b.due_lo, ${ends("a")}) as due_lo, coalesce(b.due_hi, ${ends("a")}) as due_hi, coalesce(b.n_unknown, 0) as n_unknown, coalesce(b.by_hours, 0) as by_hours,
  coalesce(b.by_tie, 0) as by_tie
from span p
join term t on t.book_no = p.book_no and t.pair_no = p.pair_no and t.channel_no = p.channel_no and t.variant = 0
left join term_due a on a.case_no = p.case_no and a.occurrence = p.occurrence and a.term_no = t.term_no and a.v = 0
left join (
  select d.case_no, d.occurrence, t.rule_no, t.channel_no, min(${ends("d")}) as due_lo, max(${ends("d")}) as due_hi,
    sum(case when d.due is null and d.stopped = 0 then 1 else 0 end) as n_unknown,
    max(case when d.v = 1 then 1 else 0 end) as by_hours, max(case when d.v = 3 then 1 else 0 end) as by_tie
  from term_due d
  join term t on t.term_no = d.term_no
  join (
    select distinct e.case_no, e.occurrence, u.rule_no, u.channel_no
    from term_due e
    join term u on u.term_no = e.term_no
    where e.v <> 0
  ) x on x.case_no = d.case_no and x.occurrence = d.occurrence and x.rule_no = t.rule_no and x.channel_no = t.channel_no
  group by d.case_no, d.occurrence, t.rule_no, t.channel_no
) b on b.case_no = p.case_no and b.occurrence = p.occurrence and b.rule_no = t.rule_no and b.channel_no = t.channel_no
where p.odd is null or p.odd <> 'no-start' or t.has_no_start = 1`.trim();

/** What each comes to (DESIGN.md, section 6). `now` is an instant, or null where nobody said. */
const VERDICT = `
select j.*,
  case when odd is not null or untold is not null then 'cannot-be-told'
    when due_lo = ${NEVER} and d_lo is null then 'running'
    when due_lo = ${NEVER} then 'met'
    when due_first is null then 'cannot-be-told'
    when d_lo is null and (w.now_at is null or q.case_no is not null) then 'running'
    when d_lo is null and w.now_at <= due_lo then 'running'
    when d_lo is null and w.now_at > due_hi and n_unknown = 0 then 'overdue'
    when d_lo is null then 'cannot-be-told'
    when d_hi <= due_lo then 'met'
    when d_lo > due_hi and n_unknown = 0 then 'late'
    else 'cannot-be-told' end as outcome,
  case when odd is not null then odd
    when untold is not null then case when channel_tie = 1 and untold = 'no-channel' then 'tie' else untold end
    when due_lo = ${NEVER} then 'suspended'
    when due_first is null then unknown_is
    when d_lo is null and q.case_no is not null then 'suspended'
    when d_lo is null and (w.now_at is null or w.now_at <= due_lo or (w.now_at > due_hi and n_unknown = 0)) then null
    when d_lo is not null and d_hi <= due_lo then null
    when d_lo is not null and d_lo > due_hi and n_unknown = 0 then null
    when n_unknown > 0 and by_hours = 0 then unknown_is
    when by_tie = 1 then 'tie'
    when by_hours = 1 and start_doubt = 0 and coalesce(done_doubt, 0) = 0 then 'hours-unknown'
    when start_doubt > 79200000 or done_doubt > 79200000 then 'date-only'
    when start_doubt > 0 or done_doubt > 0 then 'ambiguous-time'
    else 'hours-unknown' end as reason,
  coalesce(d_lo, w.now_at) as seen_at,
  nullif(case when by_hours = 1 and start_doubt = 0 then due_first else due_hi end, ${NEVER}) as due_at
from (${JUDGED}) j
cross join log_now w
left join (select case_no from suspension where until_at = 9000000000000000 and reading = 0) q on q.case_no = j.case_no`.trim();

/** How late, three ways, for those that are. */
const LATENESS = `
select v.case_no, v.occurrence, v.term_no, v.seen_at - v.due_at as late_wall,
  (bs.open_before + bs.is_open * (v.seen_at - bs.from_at)) - (as_.open_before + as_.is_open * (v.due_at - as_.from_at)) as late_open,
  case when bd.work_upto > ad.work_upto then bd.work_upto - ad.work_upto else bd.work_upto - bd.work_upto end as late_days
from (select * from verdict where outcome in ('late', 'overdue')) v
${day("a", "v.zone", "v.due_at")}
${day("l", "v.zone", "(v.due_at - 1)")}
${day("b", "v.zone", "v.seen_at")}
${slot("as_", "v.tt", "a", "v.due_at")}
${slot("bs", "v.tt", "b", "v.seen_at")}
left join tt_day ad on ad.tt = v.tt and ad.day = coalesce(v.last_day, l.day)
left join tt_day bd on bd.tt = v.tt and bd.day = b.day`.trim();

/** How far doubt reaches for those of which it is the reason. */
const MARGIN = `case when v.outcome = 'cannot-be-told' and v.reason in ('date-only', 'ambiguous-time', 'hours-unknown', 'tie')
    then coalesce(v.d_hi - v.d_lo, 0) + case when v.due_hi < ${NEVER} then v.due_hi - v.due_lo end end`;

const SAME = (alias: string): string =>
  `${alias}.case_no = v.case_no and ${alias}.occurrence = v.occurrence and ${alias}.term_no = v.term_no`;

/** Time that a suspended case stood still between start and done: the applicant's, not the provider's. */
const STOOD_STILL = `
select v.case_no, v.occurrence, v.term_no,
  sum(case when i.until_at < coalesce(v.seen_at, c.last_hi) then i.until_at else coalesce(v.seen_at, c.last_hi) end
    - case when i.from_at > v.s_lo then i.from_at else v.s_lo end) as suspended_ms
from verdict v
join log_case c on c.case_no = v.case_no
join suspension i on i.case_no = v.case_no and i.reading = 0
where v.n_susp > 0 and i.until_at > v.s_lo and i.from_at < coalesce(v.seen_at, c.last_hi)
group by v.case_no, v.occurrence, v.term_no`.trim();

/** Findings on deadlines: one for each deadline of each case. */
export const outcomeSteps: readonly Step[] = [
  { name: "verdict", sql: VERDICT },
  { name: "stood_still", sql: STOOD_STILL },
  { name: "lateness", sql: LATENESS },
  {
    name: "deadline_finding",
    sql: `
select v.case_no, v.book_no, v.channel_no, v.rule_no, v.occurrence, v.outcome, v.reason, ${MARGIN} as margin,
  coalesce(v.begins, v.s_lo) as start_at, v.due_at, v.d_lo as done_at,
  l.late_wall, l.late_open, l.late_days, v.s_row, v.d_row, coalesce(x.suspended_ms, 0) as suspended_ms,
  case when v.outcome = 'cannot-be-told' then null else v.seen_at - v.s_lo end as taken_ms
from verdict v
left join lateness l on ${SAME("l")}
left join stood_still x on ${SAME("x")}`.trim(),
  },
];
