import type { Limits } from "../engine/database.ts";
import type { LogSource } from "../log/log-source.ts";
import type { AuditOrder } from "./plan/plan.ts";
import { judgeLog } from "./run/judge-log.ts";
import type { Progress } from "./run/progress.ts";
import { summarise, type Audit } from "./tell/summary.ts";

/** The whole of an audit: makes the plan, judges the log by it, and sums up. The database is the caller's to close. */
export async function runAudit(
  order: AuditOrder,
  source: LogSource,
  limits: Limits,
  progress: Progress = () => undefined,
): Promise<Audit> {
  const judged = await judgeLog(order, source, limits, progress);
  try {
    progress("summary", judged.parts.count, judged.parts.count);
    return { ...judged, summary: await summarise(judged) };
  } catch (error) {
    judged.database.close();
    throw error;
  }
}
