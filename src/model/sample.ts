/** By what the cases of a log are put together before some are drawn of each. */
export const STRATA = ["outcome", "provider", "month"] as const;
export type StrataBy = (typeof STRATA)[number];

/** How bad what was found in a case is: a breach, something that cannot be told, or neither. */
export const WORST = ["breached", "untold", "kept"] as const;

/** What is drawn: so many cases, or as many as bounds of this width around a share need. */
export interface SampleOrder {
  readonly size: number | { readonly confidence: number; readonly within: number };
  /** The same seed draws the same cases of the same log, whatever the order of its rows. */
  readonly seed: string;
  readonly by: StrataBy;
}

export interface Stratum {
  readonly stratum: string;
  /** Cases in it, and how many of them were drawn. */
  readonly cases: number;
  readonly drawn: number;
}

/** How many cases tell so much: of a share to within so much, or that a fault of so many is not there where none is seen. */
export interface SizeNeeded {
  readonly confidence: number;
  readonly within: number;
  readonly estimate: number;
  readonly noneSeen: number;
}

/** A sample in numbers. */
export interface SampleNumbers {
  readonly seed: string;
  readonly by: StrataBy;
  /** Cases drawn from: those of which something was judged. */
  readonly cases: number;
  readonly strata: readonly Stratum[];
  readonly drawn: number;
  readonly needed: readonly SizeNeeded[];
}

/** What a checked sample says of the cases that it was drawn from. */
export interface Estimate {
  readonly confidence: number;
  readonly strata: readonly (Stratum & {
    /** Drawn cases that somebody has checked, and those of them that the audit was wrong about. */
    readonly checked: number;
    readonly wrong: number;
    readonly from: number;
    readonly to: number;
  })[];
  /** Of all cases: the share that the audit is wrong about, and its bounds. Null where a stratum has nothing checked. */
  readonly wrong: { readonly share: number; readonly from: number; readonly to: number } | null;
  readonly cases: number;
  readonly checked: number;
  readonly notChecked: number;
}
