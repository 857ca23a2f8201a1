import { sql } from "../../engine/sql.ts";
import type { AuditPeriod } from "../../model/period.ts";
import type { JudgedLog } from "../run/judge-log.ts";
import { logZone } from "../plan/log-zone.ts";

interface Outside {
  readonly before: number;
  readonly after: number;
  readonly without: number;
  readonly row_count: number;
}

/** The days that were judged, and how many cases lie outside of them; null: all were. */
export async function periodTold({ database, plan }: JudgedLog): Promise<AuditPeriod | null> {
  if (plan.period === undefined) return null;
  const [outside] = await database.rows<Outside>(sql`
    select cast(sum(before) as bigint) as before, cast(sum(after) as bigint) as after, cast(sum(without) as bigint) as without,
      cast(sum(row_count) as bigint) as row_count
    from outside_total
  `);
  return {
    ...plan.period,
    zone: logZone(plan).zone,
    cases: {
      before: outside?.before ?? 0,
      after: outside?.after ?? 0,
      without: outside?.without ?? 0,
    },
    rows: outside?.row_count ?? 0,
  };
}
