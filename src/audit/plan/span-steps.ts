import type { LogShape } from "./log-shape.ts";
import { rowOf } from "./packing.ts";
import { isBefore, keyOf, sideOf } from "./sides.ts";
import type { Step } from "../../engine/table.ts";
import type { Pair } from "./terms.ts";

/**
 * For each pair of events of a case that a deadline can run between: start, done, and what is odd about them. `is_hard`
 * are those that more than one due time has to be counted for, or none.
 */
export function spanStep(pairs: readonly Pair[], log: LogShape): Step {
  const parts = pairs.flatMap((pair, number) =>
    pair.every
      ? [onceSpan(pair, number, log), everySpan(pair, number, log)]
      : [onceSpan(pair, number, log), ...(pair.back ? [] : [lateSpan(pair, number, log)])],
  );
  const all = parts.length === 0 ? NO_SPAN : parts.join("\nunion all\n");
  const hard = `case when p.n_susp > 0 or p.odd is not null or p.s_hi <> p.s_lo then 1 else 0 end`;
  return { name: "span", as: "view", sql: `select p.*, ${hard} as is_hard\nfrom (\n${all}\n) p` };
}

/**
 * Whether a pair's events have to be looked at one by one: the end comes before the start, or one of them comes twice
 * and every start begins a term.
 */
export function isOutOfOrder(alias: string, { from, to, every, back }: Pair, log: LogShape): string {
  if (back) return "1 = 0";
  const isEarly = isBefore(alias, to, [from], log, !every);
  if (!every) return isEarly;
  const [start, done] = [sideOf(alias, [from], log), sideOf(alias, to, log)];
  if (to.includes(from)) return start.isThere;
  return `(${start.isRepeated} or ${done.isRepeated} or ${isEarly})`;
}

const COLUMNS = "j.case_no, j.book_no, j.channel_no, j.channel_tie, j.n_susp";

const NO_SPAN = `
select ${COLUMNS}, 0 as pair_no, 0 as occurrence, j.first_t as s_lo, j.first_t as s_hi, j.first_t as s_row,
  j.first_t as d_lo, j.first_t as d_hi, j.first_t as d_row, 'no-start' as odd
from judged_case j where 1 = 0`.trim();

/** Cases in which each of the two comes once at most, or in which only the first of each counts. */
function onceSpan(pair: Pair, number: number, log: LogShape): string {
  const [start, done] = [sideOf("j", [pair.from], log), sideOf("j", pair.to, log)];
  const occurrence = pair.every ? `case when ${start.isThere} then 1 else 0 end` : "1";
  return `
select ${COLUMNS}, ${number} as pair_no, ${occurrence} as occurrence,
  ${start.at} as s_lo, ${start.atLatest} as s_hi, ${start.row} as s_row, ${done.at} as d_lo, ${done.atLatest} as d_hi, ${done.row} as d_row,
  case when ${start.isThere} then null else 'no-start' end as odd
from judged_case j
where j.book_no is not null and (${start.isThere} or ${done.isThere}) and not coalesce(${isOutOfOrder("j", pair, log)}, 1 = 0)`.trim();
}

/** Cases whose first end comes before their start: the next end counts; without one, their order cannot be right. */
function lateSpan(pair: Pair, number: number, log: LogShape): string {
  const start = sideOf("j", [pair.from], log);
  const early = isOutOfOrder("j", pair, log);
  return `
select ${COLUMNS}, ${number} as pair_no, 1 as occurrence,
  ${start.at} as s_lo, ${start.atLatest} as s_hi, ${start.row} as s_row, l.t as d_lo, l.hi as d_hi, ${rowOf("l.first_key", "l.t", log.packing)} as d_row,
  case when l.t is null then 'order' end as odd
from judged_case j
left join (
  select o.case_no, min(e.t) as t, min(e.hi) as hi, min(${keyOf("e", log)}) as first_key
  from odd_event e
  join (select j.case_no, j.case_id, ${start.at} as from_t from judged_case j where ${early}) o on o.case_id = e.case_id
  where e.event_no in (${pair.to.join(", ")}) and e.hi >= o.from_t
  group by o.case_no
) l on l.case_no = j.case_no
where j.book_no is not null and ${early}`.trim();
}

/** Cases in which a start or an end comes again: every start begins a term, answered by the next end. */
function everySpan(pair: Pair, number: number, log: LogShape): string {
  const { from, to } = pair;
  const done = "case when is_done = 1 then";
  const inOrder = "partition by case_id order by t, is_done, row_no";
  const later = `over (${inOrder} rows between current row and unbounded following)`;
  const earlier = `over (${inOrder} rows between unbounded preceding and current row)`;
  return `
select ${COLUMNS}, ${number} as pair_no, w.occurrence,
  case when w.is_done = 0 then w.t end as s_lo, case when w.is_done = 0 then w.hi end as s_hi,
  case when w.is_done = 0 then w.row_no end as s_row,
  w.d_lo, w.d_hi, ${rowOf("w.d_key", "w.d_lo", log.packing)} as d_row,
  case when w.is_done = 1 then 'no-start' end as odd
from (
  select case_id, t, hi, row_no, is_done,
    cast(sum(1 - is_done) ${earlier} as bigint) as occurrence,
    row_number() over (${inOrder}) as place,
    min(${done} t end) ${later} as d_lo,
    min(${done} hi end) ${later} as d_hi,
    min(${done} key end) ${later} as d_key
  from (
    select e.case_id, e.t, e.hi, e.row_no, ${keyOf("e", log)} as key, case when e.event_no = ${from} then 0 else 1 end as is_done
    from odd_event e where e.event_no in (${[from, ...to].join(", ")})
  ) e
) w
join judged_case j on j.case_id = w.case_id
where j.book_no is not null and ${isOutOfOrder("j", pair, log)} and (w.is_done = 0 or (w.occurrence = 0 and w.place = 1))`.trim();
}
