import { Database, type Limits } from "./database.ts";
import { instants, timedSql, type TimeKind } from "./event-steps.ts";
import { calendarData, planOf, rangeOf, serviceZones, stepsOf, type AuditOrder, type Plan } from "./plan.ts";
import type { DayRange } from "./calendar-tables.ts";
import type { LogShape } from "./case-steps.ts";
import { packingFor, type DataTable, type Step } from "./sql.ts";
import type { AuditSummary } from "../model/audit.ts";
import { summarise } from "./summary.ts";

/** What a reader found that is no row: by reason, how many and where. */
export interface Unreadable {
  readonly reason: string;
  readonly rows: number;
  /** Some of them: number of the row and how it begins. */
  readonly samples: readonly { readonly row: number; readonly text: string }[];
}

/** What was read into the table or view `raw` (`RAW_COLUMNS`). */
export interface LogRead {
  readonly time: TimeKind;
  /** Rows that did not make it into `raw`. */
  readonly unreadable: readonly Unreadable[];
  /** Names of the files, in the order of their numbers. */
  readonly files: readonly string[];
  /** The reader made a view: nothing is to be copied that need not be. */
  readonly view: boolean;
}

/** A log that can be read into a database: the reader makes `raw` there. Folders that the reader needs open are named. */
export interface LogSource {
  readonly read: (database: Database) => Promise<LogRead>;
  readonly folders: readonly string[];
}

/** Columns of `raw`: `row_no` is file × 10^10 + line (or index) from 1; `rest` is a hash of all the row holds. */
export const RAW_COLUMNS =
  "row_no bigint, case_id varchar, activity varchar, time varchar, service varchar, channel varchar, provider varchar, reason varchar, document varchar, actor varchar, rest bigint";

/** Told as the audit goes on: which step, and how many there are. */
export type Progress = (step: string, done: number, of: number) => void;

/** An audit that has run: its plan, its database with `finding` and the tables it rests on, and what it comes to. */
export interface Audit {
  readonly order: AuditOrder;
  readonly plan: Plan;
  readonly database: Database;
  readonly log: LogRead;
  readonly summary: AuditSummary;
  /** What ran over `event`, in order, and the tables of ours that it joins with. */
  readonly steps: readonly Step[];
  readonly tables: readonly DataTable[];
  readonly shape: LogShape;
  readonly range: DayRange;
}

/** Reads a log and judges it. The database is the caller's to close. */
export async function runAudit(
  order: AuditOrder,
  source: LogSource,
  limits: Limits,
  progress: Progress = () => undefined,
): Promise<Audit> {
  const plan = planOf(order);
  const database = await Database.open(limits);
  try {
    progress("read", 0, 1);
    const log = await source.read(database);
    await database.shut([limits.folder, ...source.folders]);
    for (const table of plan.tables) await database.fill(table);
    progress("duplicates", 0, 1);
    await timed(database, log, plan);
    const { shape, calendar, range } = await eventTable(database, log, plan);
    const steps = stepsOf(plan, shape);
    for (const [index, step] of steps.entries()) {
      progress(step.name, index, steps.length);
      await database.step(step);
    }
    progress("summary", steps.length, steps.length);
    const tables = [...plan.tables, ...calendar];
    return {
      plan,
      database,
      log,
      summary: await summarise(database, plan, log),
      steps,
      tables,
      shape,
      range,
      order,
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

const WHOLE_ROW = "case_id, activity, time, service, channel, provider, reason, document, actor, rest";

/** `timed`: every row of `raw` with its time, or with why it is refused; the second of two equal rows is a duplicate. */
async function timed(database: Database, log: LogRead, plan: Plan): Promise<void> {
  await database.run(`
create table duplicate as
select row_no from (
  select row_no, row_number() over (partition by ${WHOLE_ROW} order by row_no) as copy
  from raw
  where hash(${WHOLE_ROW}) in (select hash(${WHOLE_ROW}) from raw group by hash(${WHOLE_ROW}) having count(*) > 1)
) copies where copy > 1`);
  const [found] = await database.rows<{ n: number }>("select count(*) as n from duplicate");
  const sql = timedSql(log.time, plan.mapping.time);
  const marked =
    (found?.n ?? 0) === 0
      ? sql
      : `select t.* replace (coalesce(t.refused, case when d.row_no is not null then 'duplicate' end) as refused)
from (${sql}) t left join duplicate d on d.row_no = t.row_no`;
  await database.run(`create ${log.view ? "view" : "table"} timed as ${marked}`);
}

interface Bounds {
  first: number | null;
  last: number | null;
  last_row: number | null;
  unsure: number;
  service: number;
  channel: number;
  provider: number;
}

/** `event`: the rows that could be read, as instants; and the calendar tables for as long as they reach. */
async function eventTable(
  database: Database,
  log: LogRead,
  plan: Plan,
): Promise<{ shape: LogShape; calendar: readonly DataTable[]; range: DayRange }> {
  const [bounds] = await database.rows<Bounds>(`
select min(local_ms) as first, max(local_ms) as last, max(row_no) as last_row, max(kind) as unsure, count(service) as service, count(channel) as channel,
  count(provider) as provider
from timed where refused is null`);
  const range = rangeOf(plan, bounds?.first ?? 0, bounds?.last ?? 0);
  const calendar = [...calendarData(plan, range), serviceZones(plan)];
  for (const table of calendar) await database.fill(table);
  await database.run(`create ${log.view ? "view" : "table"} event as ${instants(log.time)}`);
  const shape = {
    service: (bounds?.service ?? 0) > 0,
    channel: (bounds?.channel ?? 0) > 0,
    provider: (bounds?.provider ?? 0) > 0,
    doubt: (bounds?.unsure ?? 0) > 0,
    packing: packingFor(bounds?.first ?? 0, bounds?.last ?? 0, bounds?.last_row ?? 0),
  };
  return { shape, calendar, range };
}
