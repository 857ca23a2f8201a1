import type { RuleDecision } from "./decision.ts";
import type { Placed } from "./place.ts";

/** A rule that somebody has decided on, and how it stands. */
export interface Decided {
  /** The rule's id. */
  readonly rule: string;
  /** What each person last decided; decisions on words that no longer stand have given way to those on words that do. */
  readonly positions: readonly RuleDecision[];
  readonly placed: Placed;
  /** The decision that counts: the last of those that agree. Absent while people disagree. */
  readonly verdict?: RuleDecision;
  /** Of a rule that stands: who holds to its values. */
  readonly supporters: readonly string[];
  /** By four eyes it waits for a second person who accepts the same. */
  readonly awaits?: true;
  /** The reader now reads other fields from the words than were seen when it was decided. */
  readonly reread?: true;
}
