import type { Step } from "../../engine/table.ts";
import { DAY, NEVER, floorDiv } from "./sql.ts";

/** Suspensions as stretches apart from one another; a tie of suspension and resumption gives a second reading. */
export function suspensionSteps(suspended: number, resumed: number): Step[] {
  const order =
    "partition by case_no, reading order by t, case when reading = is_end then 0 else 1 end, row_no";
  return [
    {
      name: "suspension_event",
      sql: `
select c.case_no, e.t, e.hi, e.row_no, case when e.event_no = ${resumed} then 1 else 0 end as is_end
from kept_event e
join judged_case c on c.case_id = e.case_id
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

/** An island of suspended time as the term's class measures it: what runs up to it, and what runs up to its end. */
const ISLAND = `
select g.hard_no, g.v, i.place, g.base + g.length as target,
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

const BEFORE_IT =
  "over (partition by hard_no, v order by place rows between unbounded preceding and 1 preceding)";

/** By how much suspensions put off the end of each term; two that share a day take it out once. */
const SHIFT = `
select hard_no, v,
  coalesce(min(case when target + before <= runs_to then before end),
    case when max(endless) = 0 then max(before + runs_past - runs_to) end) as shift,
  case when min(case when target + before <= runs_to then before end) is null then max(endless) else 0 end as stopped
from (
  select x.*, coalesce(sum(runs_past - runs_to) ${BEFORE_IT}, 0) as before
  from (
    select hard_no, v, place, target, endless, runs_past,
      case when runs_to < max(runs_past) ${BEFORE_IT} then max(runs_past) ${BEFORE_IT} else runs_to end as runs_to
    from (${ISLAND}) w
  ) x
) s
group by hard_no, v`.trim();

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

/** Until when a term of the same day is held up: to the end of the suspensions that run on from its day. */
const HELD_DAY = `
select g.hard_no, g.v, max(i.chain_until) as resumed_at, max(i.chain_day) as resumed_day
from begun g
join suspension_chain i on i.case_no = g.case_no and i.reading = g.reading and i.zone = g.zone and i.until_at > g.begins and i.from_day <= g.begins_day
where g.class = 'same-day' and g.n_susp > 0
group by g.hard_no, g.v`.trim();

/** Terms of which suspensions were taken out: what is left to run, where it then ends, and whether it ever does. */
const HELD = `
select g.*, case when g.class = 'same-day' then coalesce(s.resumed_at, g.begins) else g.base end as held_base,
  case when h.hard_no is null then 0 else h.shift end as shift,
  case when s.resumed_at = ${NEVER} then 1 else coalesce(h.stopped, 0) end as stopped,
  case when s.hard_no is null then g.begins_day else s.resumed_day end as held_day
from begun g
left join shift h on h.hard_no = g.hard_no and h.v = g.v
left join held_day s on s.hard_no = g.hard_no and s.v = g.v`.trim();

const DAYS = "g.class in ('day', 'month') and g.moves_last = 1 and g.n_susp > 0 and g.back = 0";
const TARGET = "g.base + g.length + g.shift";

/** A last day that is no working day moves on, and past days that are suspended as well. */
const MOVED_DAY = `
select q.hard_no, q.v, min(q.day) as day
from (
  select g.hard_no, g.v, g.case_no, g.reading, g.zone, c.next_work_day as day
  from held g
  join tt_day c on c.tt = g.tt and c.day = ${TARGET}
  where ${DAYS}
  union all
  select g.hard_no, g.v, g.case_no, g.reading, g.zone, c.next_work_day
  from held g
  join suspension i on i.case_no = g.case_no and i.reading = g.reading
  join zone_day u on u.zone = g.zone and u.utc_day = ${floorDiv("i.until_at - 1", DAY)} and u.from_at < i.until_at and i.until_at <= u.until_at
  join tt_day c on c.tt = g.tt and c.day = u.day + 1
  where ${DAYS} and u.day >= ${TARGET}
) q
where not exists (
  select 1 from suspension i
  join zone_day f on f.utc_day = ${floorDiv("i.from_at", DAY)} and f.from_at <= i.from_at and i.from_at < f.until_at
  left join zone_day u on u.zone = f.zone and u.utc_day = ${floorDiv("i.until_at - 1", DAY)} and u.from_at < i.until_at and i.until_at <= u.until_at
  where i.case_no = q.case_no and i.reading = q.reading and f.zone = q.zone and f.day <= q.day and (u.day is null or q.day <= u.day)
)
group by q.hard_no, q.v`.trim();

/** What suspensions do to the terms of `begun`. */
export const holdingSteps: readonly Step[] = [
  { name: "suspension_chain", sql: CHAIN },
  { name: "shift", sql: SHIFT },
  { name: "held_day", sql: HELD_DAY },
  { name: "held", sql: HELD },
  { name: "moved_day", sql: MOVED_DAY },
];
