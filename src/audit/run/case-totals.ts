import { sql, type Sql } from "../../engine/sql.ts";
import { SECOND_MS } from "../../model/time-units.ts";
import { CASE_IS, WORST } from "../plan/case-is.ts";
import type { LogShape } from "../plan/log-shape.ts";
import type { Plan } from "../plan/plan.ts";
import { sideOf } from "../plan/sides.ts";

/** Each case of a part with the month it is of, and the worst that was found of it. */
export function caseWorst({ events, period }: Plan, shape: LogShape): Sql {
  const submitted = sideOf("j", [events.get("submitted") ?? 0], shape).earliest;
  const at = period === undefined ? sql`coalesce(${submitted}, j.first_at)` : sql`p.at`;
  const joined = period === undefined ? sql`` : sql`join period_case p on p.case_id = j.case_id`;
  return sql`
    select c.case_no, c.provider, c.channel_no, m.month, coalesce(f.worst, 0) as worst
    from (
      select j.case_no, j.provider, j.channel_no, cast(${at} as bigint) as at from judged_case j ${joined}
    ) c
    asof left join case_month m on m.from_at <= c.at
    left join (
      select f.case_no, ${WORST} as worst from found f group by f.case_no
    ) f on f.case_no = c.case_no
  `;
}

/** Cases by what they are of and by the worst that was found of them; one of two providers is with each that had a part in it. */
const CASES_BY = sql`
  select 'month' as dimension, month as key, worst, count(*) as case_count from case_worst group by all
  union all
  select 'channel', cast(channel_no as varchar), worst, count(*) from case_worst group by all
  union all
  select 'provider', provider, worst, count(*) from case_worst
  where case_no not in (select case_no from part_holding) group by all
  union all
  select 'provider', holder, worst, count(*) from (
    select coalesce(f.held_by, f.provider) as holder, f.case_no, ${WORST} as worst
    from finding f where f.case_no in (select case_no from part_holding) group by all
  ) h group by all
  union all
  select 'rule', cast(rule_no as varchar), worst, count(*) from (
    select f.rule_no, f.case_no, ${WORST} as worst from found f where f.rule_no is not null group by all
  ) r group by all
`;

/** Terms by provider and by the month that their case is of. */
const TERMS_BY = sql`
  select 'provider' as dimension, coalesce(f.held_by, f.provider) as key, f.outcome, count(*) as findings from finding f where f.is_term = 1 group by all
  union all
  select 'month', c.month, f.outcome, count(*) from found f join case_worst c on c.case_no = f.case_no where f.is_term = 1 group by all
`;

const MINUTE = 60;
const DAY = 86_400;
const TAKEN = sql`cast(floor((taken_ms - suspended_ms) / ${SECOND_MS}.0) as bigint)`;

/** How long ended terms took without what stood still: to the second within a day, to the minute beyond. */
const DURATIONS = sql`
  select rule_no, case when taken < ${DAY} then taken else taken - taken % ${MINUTE} end as seconds, count(*) as findings
  from (
    select rule_no, ${TAKEN} as taken from deadline_finding
    where outcome in ('met', 'late') and taken_ms is not null
  ) d group by all
`;

/** Cases that a breach was found in, and others of which something cannot be told. */
const WORST_TOTAL = sql`
  select count(case when worst = ${CASE_IS.breached} then 1 end) as breached, count(case when worst = ${CASE_IS.untold} then 1 end) as untold
  from case_worst
`;

/** What is counted of the cases of a part, to be added up. Asked when `case_worst` is there. */
export const CASE_TOTALS: Readonly<Record<string, Sql>> = {
  worst_total: WORST_TOTAL,
  cases_total: CASES_BY,
  terms_total: TERMS_BY,
  duration_total: DURATIONS,
};
