import { DAY, OPEN_BUCKET, floorDiv, type Step } from "./sql.ts";
import type { TermClass } from "./terms.ts";

/** Stands for "not resumed" and for "for ever". */
const NEVER = "9000000000000000";

/** Suspensions as stretches apart from one another; a tie of suspension and resumption gives a second reading. */
export function suspensionSteps(suspended: number, resumed: number): Step[] {
  const order =
    "partition by case_no, reading order by t, case when reading = is_end then 0 else 1 end, row_no";
  return [
    {
      name: "suspension_event",
      sql: `
select c.case_no, e.t, e.hi, e.row_no, case when e.event_no = ${resumed} then 1 else 0 end as is_end
from event e
join log_case c on c.case_id = e.case_id
where e.event_no in (${suspended}, ${resumed})`.trim(),
    },
    {
      name: "suspension",
      sql: `
select case_no, reading, min(from_at) as from_at, max(until_at) as until_at,
  row_number() over (partition by case_no, reading order by min(from_at)) as place
from (
  select case_no, reading, from_at, until_at,
    sum(starts) over (partition by case_no, reading order by from_at, until_at rows between unbounded preceding and current row) as island
  from (
    select case_no, reading, from_at, until_at,
      case when from_at <= max(until_at) over (partition by case_no, reading order by from_at, until_at rows between unbounded preceding and 1 preceding) then 0 else 1 end as starts
    from (
      select case_no, reading, is_end, t as from_at,
        coalesce(min(case when is_end = 1 then hi end) over (${order} rows between current row and unbounded following), ${NEVER}) as until_at
      from (
        select s.*, 0 as reading from suspension_event s
        union all
        select s.*, 1 as reading from suspension_event s
        where s.case_no in (select a.case_no from suspension_event a join suspension_event b on b.case_no = a.case_no and b.t = a.t and a.is_end = 0 and b.is_end = 1)
      ) readings
    ) stretches
    where is_end = 0 and until_at > from_at
  ) marked
) numbered
group by case_no, reading, island`.trim(),
    },
  ];
}

const MOMENT = `
select p.case_no, p.occurrence, t.term_no, t.class, t.variant, t.tt, t.zone, t.amount, t.counts_start, t.moves_last,
  t.moves_start, t.at_closing, t.back, p.n_susp`.trim();

/** Every start that a term can have had: the one, both ends where it is in doubt, and other ways to count it. */
function moments(doubt: boolean): string {
  const from =
    "from span p\njoin term t on t.book_no = p.book_no and t.pair_no = p.pair_no and t.channel_no = p.channel_no";
  const told = "p.odd is null and t.class <> 'untold'";
  const parts = [
    `${MOMENT}, t.variant as v, 0 as reading, p.s_hi as s\n${from}\nwhere ${told} and t.variant = 1`,
  ];
  parts.unshift(`${MOMENT}, 0 as v, 0 as reading, p.s_lo as s\n${from}\nwhere ${told} and t.variant = 0`);
  if (doubt)
    parts.push(
      `${MOMENT}, 2 as v, 0 as reading, p.s_hi as s\n${from}\nwhere ${told} and t.variant = 0 and p.s_hi <> p.s_lo`,
    );
  parts.push(`${MOMENT}, 3 as v, 1 as reading, p.s_lo as s\n${from}
where ${told} and t.variant = 0 and p.n_susp > 1 and p.case_no in (select case_no from suspension where reading = 1)`);
  return parts.join("\nunion all\n");
}

/** Where each term begins, as its class measures it: instants, open time, working days or days. */
const begun = (moments: string): string =>
  `
select g.case_no, g.occurrence, g.term_no, g.class, g.tt, g.zone, g.v, g.reading, g.n_susp, g.moves_last, g.at_closing, g.back,
  g.begins, g.begins_day, g.begins_day - g.counts_start as after_day,
  case g.class
    when 'wall' then g.begins
    when 'open' then o.open_before + o.is_open * (g.begins - o.from_at)
    when 'work' then b.work_upto - case when g.back = 1 then (1 - g.counts_start) * b.working - 1 else g.counts_start * b.working end
    when 'same-day' then g.begins_day
    else g.begins_day - case when g.back = 1 then -g.counts_start else g.counts_start end
      * case when g.amount = 0 then 0 else 1 end end as base,
  case g.class
    when 'month' then case when g.back = 1 then -1 else 1 end * (m.first_day + case when b.day_of_month < m.length then b.day_of_month else m.length end - 1 - g.begins_day)
    when 'same-day' then 0
    else g.amount end as length
from (
  select m.*,
    case when m.moves_start = 0 then m.s
      when d.accepts = 1 and m.s < d.open_at then d.open_at
      when d.accepts = 1 and m.s < d.stop_at then m.s
      when d.accepts is not null then d.next_open_at end as begins,
    case when m.moves_start = 0 then z.day
      when d.accepts = 1 and m.s < d.stop_at then z.day
      when d.accepts is not null then d.next_open_day end as begins_day
  from (${moments}) m
  left join zone_day z on z.zone = m.zone and z.utc_day = ${floorDiv("m.s", DAY)} and z.from_at <= m.s and m.s < z.until_at
  left join tt_day d on d.tt = m.tt and d.day = z.day
) g
left join tt_day b on b.tt = g.tt and b.day = g.begins_day
left join tt_slot o on o.tt = g.tt and o.day = case when g.class = 'open' then g.begins_day end and o.from_at <= g.begins and g.begins < o.until_at
left join calendar_month m on m.month_no = case when g.class = 'month' then b.month_no + case when g.back = 1 then -g.amount else g.amount end end`.trim();

/** An island of suspended time as the term's class measures it: what runs up to it, and what runs up to its end. */
const ISLAND = `
select g.case_no, g.occurrence, g.term_no, g.v, i.place, g.base + g.length as target,
  case when i.until_at = ${NEVER} then 1 else 0 end as endless,
  case g.class
    when 'wall' then case when i.from_at > g.begins then i.from_at else g.begins end
    when 'open' then case when i.from_at > g.begins then fo.open_before + fo.is_open * (i.from_at - fo.from_at) else g.base end
    when 'work' then case when f.day > g.begins_day then fd.work_upto - fd.working else g.base end
    else case when f.day - 1 > g.base then f.day - 1 else g.base end end as runs_to,
  case g.class
    when 'wall' then i.until_at
    when 'open' then uo.open_before + uo.is_open * (i.until_at - uo.from_at)
    when 'work' then ud.work_upto
    else u.day end as runs_past
from begun g
join suspension i on i.case_no = g.case_no and i.reading = g.reading
left join zone_day f on f.zone = g.zone and f.utc_day = ${floorDiv("i.from_at", DAY)} and f.from_at <= i.from_at and i.from_at < f.until_at
left join zone_day u on u.zone = g.zone and u.utc_day = ${floorDiv("i.until_at - 1", DAY)} and u.from_at < i.until_at and i.until_at <= u.until_at
left join zone_day n on n.zone = g.zone and n.utc_day = ${floorDiv("i.until_at", DAY)} and n.from_at <= i.until_at and i.until_at < n.until_at
left join tt_day fd on fd.tt = g.tt and fd.day = f.day
left join tt_day ud on ud.tt = g.tt and ud.day = u.day
left join tt_slot fo on fo.tt = g.tt and fo.day = case when g.class = 'open' then f.day end and fo.from_at <= i.from_at and i.from_at < fo.until_at
left join tt_slot uo on uo.tt = g.tt and uo.day = case when g.class = 'open' then n.day end and uo.from_at <= i.until_at and i.until_at < uo.until_at
where g.n_susp > 0 and g.back = 0 and g.class <> 'same-day'
  and case when g.class in ('wall', 'open') then i.until_at > g.begins when i.until_at = ${NEVER} then 1 = 1 else u.day > g.after_day end`.trim();

/** By how much suspensions put off the end of each term; two that share a day take it out once. */
const SHIFT = `
select case_no, occurrence, term_no, v,
  coalesce(min(case when target + before <= runs_to then before end),
    case when max(endless) = 0 then max(before + runs_past - runs_to) end) as shift,
  case when min(case when target + before <= runs_to then before end) is null then max(endless) else 0 end as stopped
from (
  select x.*,
    coalesce(sum(runs_past - runs_to) over (partition by case_no, occurrence, term_no, v order by place rows between unbounded preceding and 1 preceding), 0) as before
  from (
    select case_no, occurrence, term_no, v, place, target, endless, runs_past,
      case when runs_to < max(runs_past) over (partition by case_no, occurrence, term_no, v order by place rows between unbounded preceding and 1 preceding)
        then max(runs_past) over (partition by case_no, occurrence, term_no, v order by place rows between unbounded preceding and 1 preceding)
        else runs_to end as runs_to
    from (${ISLAND}) w
  ) x
) s
group by case_no, occurrence, term_no, v`.trim();

const KEYS = "g.case_no, g.occurrence, g.term_no, g.v, g.begins";
const SHIFTED =
  "left join shift h on h.case_no = g.case_no and h.occurrence = g.occurrence and h.term_no = g.term_no and h.v = g.v";
const TARGET =
  "g.base + case when g.back = 1 then -g.length else g.length + case when g.n_susp > 0 then coalesce(h.shift, case when h.case_no is null then 0 end) else 0 end end";
const STOPPED = "coalesce(h.stopped, 0) as stopped";

const SO_FAR =
  "over (partition by case_no, reading, zone order by place rows between unbounded preceding and";

/** Suspensions of which each begins on the day on which the one before it ended, with the end of the last of them. */
const CHAIN = `
select c.*, max(until_at) over (partition by case_no, reading, zone, chain) as chain_until,
  case when max(until_at) over (partition by case_no, reading, zone, chain) < ${NEVER}
    then max(until_day) over (partition by case_no, reading, zone, chain) end as chain_day
from (
  select b.*, sum(starts) ${SO_FAR} current row) as chain
  from (
    select a.*, case when from_day <= max(until_day) ${SO_FAR} 1 preceding) then 0 else 1 end as starts
    from (
      select i.*, f.zone, f.day as from_day, n.day as until_day
      from suspension i
      join zone_day f on f.utc_day = ${floorDiv("i.from_at", DAY)} and f.from_at <= i.from_at and i.from_at < f.until_at
      left join zone_day n on n.zone = f.zone and n.utc_day = ${floorDiv("i.until_at", DAY)} and n.from_at <= i.until_at and i.until_at < n.until_at
    ) a
  ) b
) c`.trim();

/** Terms that end at an instant. */
const DUE_AT: Partial<Record<TermClass, string>> = {
  wall: `select ${KEYS}, ${TARGET} as due, cast(null as bigint) as last_day, ${STOPPED}
from begun g ${SHIFTED}
where g.class = 'wall'`,
  open: `
select g.case_no, g.occurrence, g.term_no, g.v, g.begins,
  case when g.length = 0 then g.begins else x.from_at + g.target - x.open_before end as due, cast(null as bigint) as last_day, g.stopped
from (select g.*, ${TARGET} as target, ${STOPPED} from begun g ${SHIFTED} where g.class = 'open') g
left join tt_open x on x.tt = g.tt and x.bucket = ${floorDiv("g.target - 1", OPEN_BUCKET)} and x.open_before < g.target and g.target <= x.open_after`.trim(),
};

/** Terms that end with a day: which one. */
const LAST_DAY: Partial<Record<TermClass, string>> = {
  work: `
select g.*, r.day as last_day
from (select g.*, ${TARGET} as target, ${STOPPED} from begun g ${SHIFTED} where g.class = 'work') g
left join tt_rank r on r.tt = g.tt and r.work_rank = g.target`.trim(),
  day: lastOfDays("('day', 'month')"),
  "same-day": `
select g.case_no, g.occurrence, g.term_no, g.class, g.tt, g.zone, g.v, g.reading, g.n_susp, g.moves_last, g.at_closing, g.back,
  g.begins, g.begins_day, g.after_day, coalesce(s.resumed_at, g.begins) as base, g.length, cast(0 as bigint) as target,
  case when s.resumed_at = ${NEVER} then 1 else 0 end as stopped, case when s.case_no is null then g.begins_day else s.resumed_day end as last_day
from begun g
left join (
  select g.case_no, g.occurrence, g.term_no, g.v, max(i.chain_until) as resumed_at, max(i.chain_day) as resumed_day
  from begun g
  join suspension_chain i on i.case_no = g.case_no and i.reading = g.reading and i.zone = g.zone and i.until_at > g.begins and i.from_day <= g.begins_day
  where g.class = 'same-day' and g.n_susp > 0
  group by g.case_no, g.occurrence, g.term_no, g.v
) s on s.case_no = g.case_no and s.occurrence = g.occurrence and s.term_no = g.term_no and s.v = g.v
where g.class = 'same-day'`.trim(),
};

/** A last day that is no working day moves on; past days that are suspended, too. */
function lastOfDays(classes: string): string {
  return `
select g.*, case when g.moves_last = 0 then g.target
    when g.n_susp > 0 and g.back = 0 then coalesce(k.day, case when g.stopped = 0 and g.target is not null then c.next_work_day end)
    when g.back = 1 then c.last_work_day
    else c.next_work_day end as last_day
from (select g.*, ${TARGET} as target, ${STOPPED} from begun g ${SHIFTED} where g.class in ${classes}) g
left join tt_day c on c.tt = g.tt and c.day = g.target
left join (
  select q.case_no, q.occurrence, q.term_no, q.v, min(q.day) as day
  from (
    select g.case_no, g.occurrence, g.term_no, g.v, g.reading, g.zone, c.next_work_day as day
    from begun g ${SHIFTED}
    join tt_day c on c.tt = g.tt and c.day = ${TARGET}
    where g.class in ${classes} and g.moves_last = 1 and g.n_susp > 0
    union all
    select g.case_no, g.occurrence, g.term_no, g.v, g.reading, g.zone, c.next_work_day
    from begun g ${SHIFTED}
    join suspension i on i.case_no = g.case_no and i.reading = g.reading
    join zone_day u on u.zone = g.zone and u.utc_day = ${floorDiv("i.until_at - 1", DAY)} and u.from_at < i.until_at and i.until_at <= u.until_at
    join tt_day c on c.tt = g.tt and c.day = u.day + 1
    where g.class in ${classes} and g.moves_last = 1 and g.n_susp > 0 and u.day >= ${TARGET}
  ) q
  where not exists (
    select 1 from suspension i
    join zone_day f on f.utc_day = ${floorDiv("i.from_at", DAY)} and f.from_at <= i.from_at and i.from_at < f.until_at
    left join zone_day u on u.zone = f.zone and u.utc_day = ${floorDiv("i.until_at - 1", DAY)} and u.from_at < i.until_at and i.until_at <= u.until_at
    where i.case_no = q.case_no and i.reading = q.reading and f.zone = q.zone and f.day <= q.day and (u.day is null or q.day <= u.day)
  )
  group by q.case_no, q.occurrence, q.term_no, q.v
) k on k.case_no = g.case_no and k.occurrence = g.occurrence and k.term_no = g.term_no and k.v = g.v`.trim();
}

const endOf = (lastDays: string): string =>
  `
select ${KEYS},
  case when g.at_closing = 1 and (g.class <> 'same-day' or e.close_at >= g.base) then e.close_at else e.day_end end as due,
  g.last_day, g.stopped
from (${lastDays}) g
left join tt_day e on e.tt = g.tt and e.day = g.last_day`.trim();

/** The due time of every term, from where it begins on, with suspensions taken out. */
export function dueSteps(classes: ReadonlySet<TermClass>, doubt: boolean): Step[] {
  const has = (cls: TermClass): boolean => classes.has(cls);
  const parts = [
    ...(has("wall") ? [DUE_AT.wall] : []),
    ...(has("open") ? [DUE_AT.open] : []),
    ...(has("work") ? [LAST_DAY.work].map((days) => endOf(days ?? "")) : []),
    ...(has("day") || has("month") ? [LAST_DAY.day].map((days) => endOf(days ?? "")) : []),
    ...(has("same-day") ? [LAST_DAY["same-day"]].map((days) => endOf(days ?? "")) : []),
  ];
  return [
    { name: "begun", sql: begun(moments(doubt)) },
    ...(has("same-day") ? [{ name: "suspension_chain", sql: CHAIN }] : []),
    { name: "shift", sql: SHIFT },
    { name: "term_due", sql: parts.length === 0 ? (DUE_AT.wall ?? "") : parts.join("\nunion all\n") },
  ];
}
