import { wholeFiles } from "../../model/read-file.ts";
import { Database, type Limits } from "../../engine/database.ts";
import type { LogRead, LogSource } from "../../log/log-source.ts";
import type { DayRange } from "../plan/calendar-tables.ts";
import type { LogShape } from "../plan/log-shape.ts";
import { planOf, type AuditOrder, type Plan } from "../plan/plan.ts";
import type { PlanTable } from "../plan/plan-table.ts";
import type { Step } from "../plan/step.ts";
import { stepsOf } from "../plan/steps.ts";
import { findDuplicates } from "./duplicates.ts";
import { eventView } from "./events.ts";
import { judge } from "./judge.ts";
import { caseMonths } from "./case-months.ts";
import { logZone } from "../plan/log-zone.ts";
import { periodAtWork, type PeriodAtWork } from "./period.ts";
import { findRounds } from "./rounds.ts";
import { cut, partsFor, type Parts } from "./parts.ts";
import type { Progress } from "./progress.ts";

/** A log that has been judged: by what plan, and the database with `finding` and the tables it rests on. */
export interface JudgedLog {
  readonly order: AuditOrder;
  readonly plan: Plan;
  readonly database: Database;
  readonly log: LogRead;
  /** What ran over `event`, in order, and the tables of ours that it joins with. */
  readonly steps: readonly Step[];
  readonly tables: readonly PlanTable[];
  readonly parts: Parts;
  readonly shape: LogShape;
  readonly range: DayRange;
  /** The days that were judged; undefined: all. */
  readonly period: PeriodAtWork | undefined;
}

/** Reads a log and judges it. The database is the caller's to close. */
export async function judgeLog(
  order: AuditOrder,
  source: LogSource,
  limits: Limits,
  progress: Progress = () => undefined,
): Promise<JudgedLog> {
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
    const period = periodAtWork(plan);
    const wanted = { database, parts, shape, plan, period };
    await database.fill(caseMonths(logZone(plan), range));
    progress("parts", 0, parts.count);
    await cut(wanted);
    progress("duplicates", 0, parts.count);
    const rounds = { order: plan.rounds, files: wholeFiles(log.files), traces: log.traces };
    await findDuplicates(wanted, rounds);
    await findRounds(wanted, rounds);
    await judge(wanted, steps, false, progress);
    const tables = [...plan.tables, ...calendar];
    return { plan, database, log, steps, parts, tables, shape, range, period, order };
  } catch (error) {
    database.close();
    throw error;
  }
}
