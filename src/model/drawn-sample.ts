import type { AuditOutcome } from "./audit.ts";
import type { SampleNumbers } from "./sample.ts";

/** A case drawn for checking by hand. */
export interface DrawnCase {
  readonly case: string;
  readonly round?: number;
  readonly stratum: string;
  readonly provider: string | null;
  readonly outcomes: readonly AuditOutcome[];
}

/** A sample with the cases that were drawn. */
export interface DrawnSample extends Omit<SampleNumbers, "drawn"> {
  readonly drawn: readonly DrawnCase[];
}
