import type { Duration } from "./duration.ts";
import type { Period } from "./period.ts";

/** Terms of a group in one of two audits: of those that were decided so many were met. Shares are between 0 and 1. */
export interface ComparedShare {
  readonly met: number;
  readonly decided: number;
  /** Terms of which nobody can tell; they are in no share. */
  readonly untold: number;
  /** Null: nothing was decided. */
  readonly share: number | null;
  /** Between these lies the share of such terms, with a confidence of 95 % (Wilson 1927). */
  readonly low: number | null;
  readonly high: number | null;
}

/** What became of a share or median: chance hardly explains that it is better or worse; it can; or there is nothing to hold it against. */
export type Became = "better" | "worse" | "chance-can" | "nothing";

/** How long half of the terms took at most, in seconds, with the bounds of 95 %. */
export interface ComparedMedian {
  readonly ended: number;
  readonly median: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A rule or a provider (or all terms together) in two audits. */
export interface ComparedGroup {
  readonly of: "all" | "rule" | "provider";
  readonly key: string | null;
  readonly then: ComparedShare;
  readonly now: ComparedShare;
  readonly became: Became;
  /** How likely a difference as large as this is by chance alone, as it counts among all that were compared (Fisher, Holm); null: nothing to compare. */
  readonly chance: number | null;
  /** Of a rule whose term has another length now: their shares say nothing of each other. */
  readonly terms?: { readonly then: Duration; readonly now: Duration };
  readonly medians?: {
    readonly then: ComparedMedian;
    readonly now: ComparedMedian;
    /** Better or worse where their bounds do not overlap. */
    readonly became: Became;
  };
}

/** Why two audits are not wholly alike: one judged otherwise, or by other rules, or cases of both are the same. */
export type ComparisonDoubt = "options" | "rulebooks" | "program" | "same-cases";

/** An audit held against an earlier one, by their summaries. Only what was judged is compared. */
export interface Comparison {
  /** The earlier one. */
  readonly then: {
    readonly files: readonly string[];
    readonly period: Pick<Period, "from" | "until"> | null;
    /** Hash of its seal. */
    readonly seal: string | null;
  };
  readonly doubts: readonly ComparisonDoubt[];
  readonly groups: readonly ComparedGroup[];
  /** The months of the earlier audit, for the trend. */
  readonly months: readonly (ComparedShare & { readonly month: string })[];
}
