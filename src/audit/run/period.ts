import { day as dayOf, dayAt } from "../../calendar/day.ts";
import { instantOf } from "../../calendar/zone-table.ts";
import type { Database } from "../../engine/database.ts";
import { numbers, sql, type Sql } from "../../engine/sql.ts";
import { logZone } from "../plan/log-zone.ts";
import { NEVER } from "../plan/measures.ts";
import type { Plan } from "../plan/plan.ts";

/** A period in instants of the log's clock; its end is no longer in it. */
export interface PeriodAtWork {
  readonly from: number;
  readonly until: number;
  readonly events: readonly number[];
}

/** The period of a plan as instants; undefined where it has none. */
export function periodAtWork(plan: Plan): PeriodAtWork | undefined {
  const { period, events } = plan;
  if (period === undefined) return undefined;
  const zone = logZone(plan);
  return {
    from: period.from === null ? -NEVER : instantOf(zone, dayOf(period.from), 0),
    until: period.until === null ? NEVER : instantOf(zone, dayAt(dayOf(period.until) + 1), 0),
    events: period.by.flatMap((event) => events.get(event) ?? []),
  };
}

const isWithin = ({ from, until }: PeriodAtWork): Sql => sql`p.at >= ${from} and p.at < ${until}`;

/** Makes `event` those of `any_event` whose cases are of the period, and `period_case` when each case was. */
export async function keepPeriod(database: Database, period: PeriodAtWork): Promise<void> {
  await database.run(sql`
    create or replace table period_case as
    select case_id, count(*) as row_count, min(case when event_no in (${numbers(period.events)}) then earliest_at end) as at
    from any_event group by case_id
  `);
  await database.run(sql`
    create or replace view event as
    select e.* from any_event e
    where exists (select 1 from period_case p where p.case_id = e.case_id and ${isWithin(period)})
  `);
}

/** What of a part of the log is outside the period. */
export const outsideTotal = (period: PeriodAtWork): Sql => sql`
  select count(case when p.at < ${period.from} then 1 end) as before, count(case when p.at >= ${period.until} then 1 end) as after,
    count(case when p.at is null then 1 end) as without,
    cast(coalesce(sum(case when ${isWithin(period)} then 0 else p.row_count end), 0) as bigint) as row_count
  from period_case p
`;
