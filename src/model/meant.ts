import type { AuditOutcome, AuditSummary } from "./audit.ts";
import type { Cited } from "./cited.ts";

/** Outcome of a case under a rule; `not-asked`: that version has no such rule, or the case did not come under it. */
export type MeantOutcome = AuditOutcome | "not-asked";

/** Cases of a log that one rule would have judged otherwise. */
export interface MeantChange extends Cited {
  /** The rule in the old version, and in the new; absent where only the other has it. Both absent: no rule, but the case. */
  readonly old?: string;
  readonly new?: string;
  readonly from: readonly MeantOutcome[];
  readonly to: readonly MeantOutcome[];
  readonly cases: number;
  /** The first of them. */
  readonly examples: readonly string[];
}

/** What the same log comes to under both versions. */
export interface Meant {
  readonly log: readonly string[];
  readonly cases: number;
  /** Cases with any change. */
  readonly changed: number;
  readonly changes: readonly MeantChange[];
  /** The general law beneath both versions: it judged with them, was left out, or there is none at hand. */
  readonly law: Pick<AuditSummary["law"], "is" | "acts">;
}
