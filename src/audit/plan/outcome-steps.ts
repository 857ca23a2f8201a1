import type { Step } from "../../engine/table.ts";
import { DAY, NEVER, floorDiv } from "./sql.ts";

/** The stretch of a timetable in which an instant lies. */
const slot = (alias: string, instant: string): string =>
  `left join tt_slot ${alias} on ${alias}.tt = v.tt and ${alias}.utc_day = ${floorDiv(instant, DAY)} and ${alias}.from_at <= ${instant} and ${instant} < ${alias}.until_at`;

/** Done on the last day, known only by date, is in time for terms in days: the date's first instant stands for it. */
const KNOWN_BY =
  "case when j.class not in ('wall', 'open') and j.d_hi - j.d_lo > 79200000 then j.d_lo else j.d_hi end";

/** Beside each deadline what its verdict looks at: the clock, doubt, whether its case stands still for good. */
const seen = (judged: string): string =>
  `
select j.*, ${KNOWN_BY} as done_hi, j.d_hi - j.d_lo as done_doubt, w.now_at, case when q.case_no is not null then 1 else 0 end as is_stopped
from ${judged} j
cross join log_now w
left join (select case_no from suspension where until_at = ${NEVER} and reading = 0) q on q.case_no = case when j.n_susp > 0 then j.case_no end`.trim();

/** What each deadline comes to (DESIGN.md, section 6). `now_at` is an instant, or null where nobody said. */
const verdict = (rows: string): string =>
  `
select j.*,
  case when odd is not null or untold is not null then 'cannot-be-told'
    when due_lo = ${NEVER} and d_lo is null then 'running'
    when due_lo = ${NEVER} then 'met'
    when due_first is null then 'cannot-be-told'
    when d_lo is null and (now_at is null or is_stopped = 1) then 'running'
    when d_lo is null and now_at <= due_lo then 'running'
    when d_lo is null and now_at > due_hi and n_unknown = 0 then 'overdue'
    when d_lo is null then 'cannot-be-told'
    when done_hi <= due_lo then 'met'
    when d_lo > due_hi and n_unknown = 0 then 'late'
    else 'cannot-be-told' end as outcome,
  coalesce(d_lo, now_at) as seen_at,
  nullif(case when by_hours = 1 and start_doubt = 0 then due_first else due_hi end, ${NEVER}) as due_at
from ${rows} j`.trim();

/** Why it is so, of those that are not plainly in time or late; and how late of those that are. */
const reasoned = (rows: string): string =>
  `
select v.*,
  case when odd is not null then odd
    when untold is not null then case when channel_tie = 1 and untold = 'no-channel' then 'tie' else untold end
    when due_lo = ${NEVER} then 'suspended'
    when due_first is null then unknown_is
    when outcome = 'running' and is_stopped = 1 then 'suspended'
    when outcome <> 'cannot-be-told' then null
    when n_unknown > 0 and by_hours = 0 then unknown_is
    when by_tie = 1 then 'tie'
    when by_hours = 1 and start_doubt = 0 and coalesce(done_doubt, 0) = 0 then 'hours-unknown'
    when start_doubt > 79200000 or done_doubt > 79200000 then 'date-only'
    when start_doubt > 0 or done_doubt > 0 then 'ambiguous-time'
    else 'hours-unknown' end as reason,
  case when outcome in ('late', 'overdue') then due_at end as late_due,
  case when outcome in ('late', 'overdue') then seen_at end as late_seen
from ${rows} v`.trim();

const verdictSteps = (of: string, kept: boolean): Step[] => [
  { name: `${of}_seen`, as: "view", sql: seen(`${of}_judged`) },
  { name: `${of}_told`, as: "view", sql: verdict(`${of}_seen`) },
  { name: `${of}_verdict`, ...(kept ? {} : { as: "view" }), sql: reasoned(`${of}_told`) },
];

/** Time that a suspended case stood still between start and done: the applicant's, not the provider's. */
const STOOD_STILL = `
select v.case_no, v.occurrence, v.rule_no,
  sum(case when i.until_at < coalesce(v.seen_at, c.last_t) then i.until_at else coalesce(v.seen_at, c.last_t) end
    - case when i.from_at > v.s_lo then i.from_at else v.s_lo end) as suspended_ms
from hard_verdict v
join judged_case c on c.case_no = v.case_no
join suspension i on i.case_no = v.case_no and i.reading = 0
where v.n_susp > 0 and i.until_at > v.s_lo and i.from_at < coalesce(v.seen_at, c.last_t)
group by v.case_no, v.occurrence, v.rule_no`.trim();

/** How far doubt reaches for those of which it is the reason. */
const MARGIN = `case when v.outcome = 'cannot-be-told' and v.reason in ('date-only', 'ambiguous-time', 'hours-unknown', 'tie')
    then coalesce(v.done_hi - v.d_lo, 0) + case when v.due_hi < ${NEVER} then v.due_hi - v.due_lo end end`;

const SAME = "x.case_no = v.case_no and x.occurrence = v.occurrence and x.rule_no = v.rule_no";

/**
 * Findings out of verdicts, with how late, three ways, those are that are late. A due instant belongs to the day that it
 * ends. `still`: what stood still is known.
 */
const finding = (verdicts: string, still: boolean): string =>
  `
select v.case_no, v.rule_no, v.occurrence, v.outcome, v.reason, ${MARGIN} as margin,
  coalesce(v.begins, v.s_lo) as start_at, v.due_at, v.d_lo as done_at,
  v.late_seen - v.late_due as late_wall,
  (b.open_before + b.is_open * (v.late_seen - b.from_at)) - (a.open_before + a.is_open * (v.late_due - a.from_at)) as late_open,
  case when b.work_upto > a.work_upto then b.work_upto - a.work_upto when a.work_upto is not null then b.work_upto - b.work_upto end as late_days,
  v.s_row, v.d_row, ${still ? "coalesce(x.suspended_ms, 0)" : "0"} as suspended_ms,
  case when v.outcome = 'cannot-be-told' then null else v.seen_at - v.s_lo end as taken_ms
from ${verdicts} v
${slot("a", "(v.late_due - 1)")}
${slot("b", "v.late_seen")}${still ? `\nleft join stood_still x on ${SAME}` : ""}`.trim();

/** Findings on deadlines: one for each deadline of each case. */
export const outcomeSteps: readonly Step[] = [
  ...verdictSteps("hard", true),
  { name: "stood_still", sql: STOOD_STILL },
  ...verdictSteps("plain", false),
  {
    name: "deadline_finding",
    sql: `${finding("plain_verdict", false)}\nunion all\n${finding("hard_verdict", true)}`,
  },
];
