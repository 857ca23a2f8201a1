import { Database, type Limits } from "../../engine/database.ts";
import { CASE_ZONE, instants, namesInstants, timedSql } from "../plan/event-steps.ts";
import {
  calendarData,
  planOf,
  rangeOf,
  readsByProvider,
  serviceZones,
  stepsOf,
  type AuditOrder,
  type Plan,
} from "../plan/plan.ts";
import type { DayRange } from "../plan/calendar-tables.ts";
import type { LogShape } from "../plan/log-shape.ts";
import { findDuplicates } from "./duplicates.ts";
import { judge } from "./judge.ts";
import { packingFor } from "../plan/packing.ts";
import { cut, partsFor, type Parts } from "./parts.ts";
import type { DataTable, Step } from "../../engine/table.ts";
import type { LogRead, LogSource } from "../../log/log-source.ts";
import type { AuditSummary } from "../../model/audit.ts";
import { summarise } from "../tell/summary.ts";

/** Told as the audit goes on: which step of the work on which part of the log begins. */
export type Progress = (step: string, part: number, parts: number) => void;

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
  readonly parts: Parts;
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
    await database.shut(limits.folder, source.files);
    for (const table of plan.tables) await database.fill(table);
    progress("rows", 0, 1);
    const { shape, calendar, range, rows } = await eventView(database, log, plan);
    const steps = stepsOf(plan, shape);
    const parts = { count: partsFor(rows, database), folder: limits.folder };
    const wanted = { database, parts, shape };
    progress("parts", 0, parts.count);
    await cut(wanted);
    progress("duplicates", 0, parts.count);
    await findDuplicates(wanted);
    await judge(wanted, steps, false, progress);
    progress("summary", parts.count, parts.count);
    const tables = [...plan.tables, ...calendar];
    const summary = await summarise(database, plan, log);
    return { plan, database, log, summary, steps, parts, tables, shape, range, order };
  } catch (error) {
    database.close();
    throw error;
  }
}

interface Bounds {
  first: number | null;
  last: number | null;
  last_row: number | null;
  unsure: number;
  fractions: number;
  refused: number;
  rows: number;
}

/** What the rows hold, by activity and by whether they were refused: one look at the log serves for all that is counted of it. */
const SAMPLES = 5;
const TALLY = `
create table tally as
select activity, refused, count(*) as n, min(local_ms) as first, max(local_ms) as last, max(row_no) as last_row, max(kind) as unsure,
  count(case when local_ms % 1000 <> 0 then 1 end) as fractions, min(case when refused is not null then row_no end, ${SAMPLES}) as samples
from timed group by activity, refused`;

/** `all_event`: the rows that could be read, as instants; and the calendar tables for as long as they reach. */
async function eventView(
  database: Database,
  log: LogRead,
  plan: Plan,
): Promise<{ shape: LogShape; calendar: readonly DataTable[]; range: DayRange; rows: number }> {
  await database.run(
    `create ${log.view ? "view" : "table"} timed as ${timedSql(log.time, plan.mapping.time)}`,
  );
  await database.run(TALLY);
  const [bounds] = await database.rows<Bounds>(`
select min(case when refused is null then first end) as first, max(case when refused is null then last end) as last, max(last_row) as last_row,
  coalesce(max(case when refused is null then unsure end), 0) as unsure, cast(coalesce(sum(case when refused is null then fractions end), 0) as bigint) as fractions,
  count(refused) as refused, cast(coalesce(sum(n), 0) as bigint) as rows
from tally`);
  const [named] = await database.rows<{ service: number; channel: number; provider: number }>(
    "select count(service) as service, count(channel) as channel, count(provider) as provider from raw",
  );
  const [first, last] = [bounds?.first ?? 0, bounds?.last ?? 0];
  const range = rangeOf(plan, first, last);
  const calendar = [...calendarData(plan, range), serviceZones(plan)];
  for (const table of calendar) await database.fill(table);
  const byProvider = readsByProvider(plan) && !namesInstants(log.time);
  if (byProvider) await database.run(`create table case_zone as ${CASE_ZONE}`);
  await database.run(`create view all_event as ${instants(log.time, bounds?.refused === 0, byProvider)}`);
  const shape = {
    service: (named?.service ?? 0) > 0,
    channel: (named?.channel ?? 0) > 0,
    provider: (named?.provider ?? 0) > 0,
    doubt: (bounds?.unsure ?? 0) > 0,
    packing: packingFor(first, last, bounds?.last_row ?? 0, bounds?.fractions === 0),
  };
  return { shape, calendar, range, rows: bounds?.rows ?? 0 };
}
