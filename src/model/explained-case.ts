import type { AuditFinding } from "./audit.ts";
import type { DueExplanation } from "./due-explanation.ts";

/** What was found in one case, and how each of its due times was reached. */
export interface ExplainedCase {
  readonly case: string;
  readonly events: readonly { readonly row: number; readonly activity: string; readonly at: string }[];
  readonly findings: readonly ExplainedFinding[];
}

export interface ExplainedFinding {
  readonly finding: AuditFinding;
  readonly counted: DueExplanation | null;
  /** From start to done, in seconds: the provider's time, and what stood still for the applicant. */
  readonly time: { readonly provider: number; readonly suspended: number } | null;
}
