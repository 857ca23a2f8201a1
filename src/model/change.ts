import type { UnreadShare } from "./unread-share.ts";
import type { FactValue } from "./condition.ts";
import type { Account } from "./ledger.ts";
import type { Kind } from "./rule.ts";
import type { SourcePlace } from "./source-place.ts";
import type { Span } from "./span.ts";

/** What a change does to somebody. `unclear`: only a reader of the words can tell; `none`: it does not touch them. */
export const GAINS = ["better", "worse", "mixed", "none", "unclear"] as const;
export type Gain = (typeof GAINS)[number];

export interface Gains {
  readonly applicant: Gain;
  readonly provider: Gain;
}

/** What has changed in a rule, or with a whole service. */
export const CHANGE_CODES = [
  "term-shortened",
  "term-lengthened",
  "term-changed",
  "term-added",
  "term-removed",
  "hours-extended",
  "hours-cut",
  "hours-changed",
  "hours-added",
  "hours-removed",
  "cutoff-later",
  "cutoff-earlier",
  "cutoff-changed",
  "cutoff-added",
  "cutoff-removed",
  "rollover-added",
  "rollover-removed",
  "rollover-changed",
  "document-added",
  "document-removed",
  "document-changed",
  "eligibility-added",
  "eligibility-removed",
  "eligibility-changed",
  "refusal-added",
  "refusal-removed",
  "refusal-changed",
  "fee-raised",
  "fee-lowered",
  "fee-changed",
  "fee-added",
  "fee-removed",
  "cap-added",
  "cap-removed",
  "channel-opened",
  "channel-closed",
  "form-changed",
  "form-added",
  "form-removed",
  "service-added",
  "service-removed",
  "reworded",
  "restated",
  "moved",
  "provision-added",
  "provision-removed",
  "provision-changed",
  "unread-there",
] as const;
export type ChangeCode = (typeof CHANGE_CODES)[number];

/** A rule, or a service, on one side of a comparison. */
export interface ChangeSide {
  readonly id: string;
  readonly path?: string;
  readonly cite: string;
  readonly quote: string;
  readonly file?: string;
  readonly spans?: readonly Span[];
  readonly lines?: readonly [number, number];
  readonly place?: SourcePlace;
  /** Of a provision: what its words gave. `plain`: known to hold no rule; `unread`: nobody knows whether they hold one. */
  readonly account?: Account;
}

export type FieldValue = FactValue | { readonly [key: string]: FieldValue };

/** One field of a rule that says otherwise; `null` where a side has none. */
export interface FieldChange {
  readonly field: string;
  readonly old: FieldValue;
  readonly new: FieldValue;
}

/** A stretch of words that both sides have, or only one of them. */
export interface Mark {
  readonly is: "same" | "removed" | "added";
  readonly text: string;
}

/**
 * One difference. `substance`: the rules differ. `wording`: the same rule in other words, or said once more or once less
 * often. `moved`: the same rule in the same words at another place. `unread`: one side gave a rule where the other says
 * much the same and was not read, so that nothing is known of a change.
 */
export interface Change {
  readonly code: ChangeCode;
  readonly class: "substance" | "wording" | "moved" | "unread";
  /** Absent where a whole service came or went, and of words outside rules. */
  readonly kind?: Kind;
  readonly gains: Gains;
  readonly fields: readonly FieldChange[];
  readonly old?: ChangeSide;
  readonly new?: ChangeSide;
  /** At how many provisions the same words changed in the same way; absent: at this one. */
  readonly places?: number;
  /** The provision stands elsewhere in the regulation than before. */
  readonly moved: boolean;
  readonly marks: readonly Mark[];
}

export interface ServiceName {
  /** Number of the service in its act, or the rulebook's id. */
  readonly key: string;
  readonly name: string;
}

/** What became of one service. */
export interface ServiceComparison {
  readonly old?: ServiceName;
  readonly new?: ServiceName;
  /** How the two were taken to be the same service. */
  readonly paired?: "stated" | "alone" | "alike";
  /** From 0 to 1: how alike names and texts are; absent for a service without a partner. */
  readonly likeness?: number;
  /** Kinds of rules that a side leaves to acts that are not at hand: what the other side adds there may be nothing new. */
  readonly notHeld?: { readonly old: readonly string[]; readonly new: readonly string[] };
  readonly changes: readonly Change[];
  /** How many rules of the old side say the same in the new one, by kind. */
  readonly unchanged: Readonly<Partial<Record<Kind, number>>>;
}

/** Two versions side by side. */
export interface Comparison {
  /** `candidates`: read by machine from texts and reviewed by nobody. */
  readonly of: "candidates" | "rules";
  readonly old: string;
  readonly new: string;
  /** How much of each side is unread: what stands there may have changed as well. */
  readonly unread: Readonly<Record<"old" | "new", UnreadShare | "unknown">>;
  readonly services: readonly ServiceComparison[];
}
