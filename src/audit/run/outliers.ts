import type { Database } from "../../engine/database.ts";
import { joined, sql, type Sql } from "../../engine/sql.ts";
import { DAY_MS } from "../../model/time-units.ts";
import { EARLIEST_MEANT, EPOCH, LATEST_MEANT } from "../plan/meant-times.ts";
import { outlierTable } from "../plan/outlier-steps.ts";
import type { PlanTable } from "../plan/plan-table.ts";

/** Events are held together by months; so many empty ones between them and all others are years. */
const MONTH = 30 * DAY_MS;
const APART = 60;
/** What stands apart is odd only where it is little: a hundredth of the rest, or, in small logs, a few rows among five times as many. */
const SHARE = 0.01;
const FEW = 5;
const TIMES = 5;

interface Stretch {
  from: number;
  until: number;
  rows: number;
}

/** Makes `outlier_row`: the rows whose time can hardly be meant. Empty for almost every log, which is then not looked at twice. */
export async function outlierRows(database: Database, first: number, last: number): Promise<PlanTable> {
  const plain = first > EPOCH.until && last < LATEST_MEANT && last - first < APART * MONTH;
  const stretches = plain ? [] : await oddStretches(database);
  const rows = stretches.length === 0 ? [] : await rowsIn(database, stretches);
  return outlierTable(rows.map(({ row_no }) => row_no));
}

/** Stretches of time, both ends in them, in which no event of this log can be meant to lie. */
async function oddStretches(database: Database): Promise<readonly { from: number; until: number }[]> {
  const months = await database.rows<{ month: number; rows: number }>(sql`
    select cast(floor(local_ms / ${MONTH}) as bigint) as month, count(*) as rows
    from timed where refused is null and local_ms >= ${EARLIEST_MEANT} and local_ms < ${LATEST_MEANT} and not (${within(EPOCH.from, EPOCH.until)})
    group by month order by month
  `);
  const stretches: Stretch[] = [];
  for (const { month, rows } of months) {
    const before = stretches.at(-1);
    if (before !== undefined && month - before.until <= APART) {
      before.until = month;
      before.rows += rows;
    } else stretches.push({ from: month, until: month, rows });
  }
  const most = Math.max(0, ...stretches.map(({ rows }) => rows));
  const odd = stretches.filter(
    ({ rows }) => rows < most && (rows <= most * SHARE || (rows <= FEW && rows * TIMES <= most)),
  );
  return [
    { from: -Number.MAX_SAFE_INTEGER, until: EARLIEST_MEANT - 1 },
    EPOCH,
    { from: LATEST_MEANT, until: Number.MAX_SAFE_INTEGER },
    ...odd.map(({ from, until }) => ({ from: from * MONTH, until: (until + 1) * MONTH - 1 })),
  ];
}

const within = (from: number, until: number): Sql => sql`local_ms between ${from} and ${until}`;

const rowsIn = (
  database: Database,
  stretches: readonly { from: number; until: number }[],
): Promise<{ row_no: number }[]> =>
  database.rows(sql`
    select row_no from timed
    where refused is null and (${joined(
      stretches.map(({ from, until }) => within(from, until)),
      sql` or `,
    )})
    order by row_no
  `);
