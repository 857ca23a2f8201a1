import type { AuditOutcome } from "./audit-outcome.ts";
import type { ComparedShare } from "./comparison.ts";

/** Cases of one provider, month, channel, rule or official, each counted once by the worst that was found of it. */
export interface CaseGroup {
  /** A provider's name, `2025-03`, a channel, the id of a rule, an official's name; null: the log names none, or nobody can tell. */
  readonly key: string | null;
  /** In which a breach was found; of which else something cannot be told; in which else something was kept; of which all else runs. */
  readonly breached: number;
  readonly untold: number;
  readonly kept: number;
  readonly open: number;
  /** Their terms by outcome, of providers and months. */
  readonly terms?: Readonly<Partial<Record<AuditOutcome, number>>>;
  /** The share of these terms in time. */
  readonly share?: ComparedShare;
}

/** Cases counted by what they are of. A case that several had a part in is with each of them. */
export interface CaseGroups {
  readonly provider: readonly CaseGroup[];
  readonly month: readonly CaseGroup[];
  readonly channel: readonly CaseGroup[];
  readonly rule: readonly CaseGroup[];
  /** By who did what ended a term, or began it where nothing has; null: the log names nobody. */
  readonly official: readonly CaseGroup[] | null;
}

/** How long the ended terms of a rule took, without what stood still, in seconds. */
export interface TermDurations {
  readonly rule: string;
  readonly version: string | null;
  readonly ended: number;
  /** To the second within a day, to the minute beyond. */
  readonly median: number;
  /** The median of such cases lies between these in 95 of 100 samples; null: too few to say. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A term of a case that several providers held. */
export interface HandedOver {
  readonly case: string;
  readonly round?: number;
  readonly rule: string;
  readonly outcome: AuditOutcome;
  /** To whom it is counted; null: nobody can tell. */
  readonly heldBy: string | null;
  /** Who held it how long while the term ran, in seconds, in order of time. */
  readonly held: readonly { readonly provider: string; readonly seconds: number }[];
}
