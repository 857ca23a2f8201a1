import type { Cited } from "./cited.ts";
import type { Labels } from "./verdict.ts";
import type { AuditFinding } from "./audit.ts";
import type { DueExplanation } from "./due-explanation.ts";

/** What was found in one case, and how each of its due times was reached. */
export interface ExplainedCase {
  readonly case: string;
  readonly events: readonly { readonly row: number; readonly activity: string; readonly at: string }[];
  readonly findings: readonly ExplainedFinding[];
  /** Facts by which terms are told apart, in the words of its rows; absent: none are. */
  readonly facts?: readonly ExplainedFact[];
  /** Terms that are of other cases by these facts. */
  readonly otherCases?: readonly Cited[];
}

/** A fact of a case as its rows tell it. */
export interface ExplainedFact {
  readonly fact: string;
  readonly labels?: Labels;
  /** Each word of its rows once; none: they tell nothing. */
  readonly written: readonly string[];
  /** Whether the words mean one value of the fact, as far as conditions tell its values apart. */
  readonly understood: boolean;
}

export interface ExplainedFinding {
  readonly finding: AuditFinding;
  readonly counted: DueExplanation | null;
  /** From start to done, in seconds: the provider's time, and what stood still for the applicant. */
  readonly time: { readonly provider: number; readonly suspended: number } | null;
}
