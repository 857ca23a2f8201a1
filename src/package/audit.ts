import { auditLog, type AuditAnswer, type AuditOptions } from "./audit-log.ts";
import { openedBy, type LibraryOptions } from "./judging.ts";
import { attempt, type Result } from "./result.ts";

export type { Mapping } from "../log/mapping.ts";
export type { AuditFinding, AuditOutcome, AuditSummary } from "../model/audit.ts";
export type { AuditAnswer, AuditOptions } from "./audit-log.ts";
export type { LibraryOptions } from "./judging.ts";
export type { Fault, Result } from "./result.ts";

/**
 * Judges the cases of a log by the rulebooks that its mapping asks for. `logs` are files and folders (CSV, JSON Lines,
 * XES, Parquet, each also gzipped) and make one log. An audit runs to its end in a folder of its own among the temporary
 * files (`TMPDIR`), which is gone afterwards.
 */
export async function audit(
  logs: string | readonly string[],
  options: AuditOptions & LibraryOptions,
): Promise<Result<AuditAnswer>> {
  const opened = attempt("the rulebooks", () => openedBy(options));
  return opened.ok ? auditLog(opened.value, logs, options) : opened;
}
