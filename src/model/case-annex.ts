import type { ReportRule } from "./audit-report.ts";
import type { AuditSeal } from "./audit-seal.ts";
import type { ExplainedCase } from "./explained-case.ts";

/** What an annex of an act tells of chosen cases: each with its events, findings and counted days, and the rules they rest on. */
export interface CaseAnnexes {
  readonly cases: readonly ExplainedCase[];
  readonly rules: readonly ReportRule[];
  /** Files of the log. */
  readonly files: readonly string[];
  /** By whose clocks cases were judged. */
  readonly zones: readonly string[];
  readonly seal: AuditSeal | null;
}
