/** Signs of entries that were made to look otherwise than things went, in the order in which they are told. They accuse nobody. */
export const SIGNS = [
  "before-due",
  "batches",
  "round-times",
  "out-of-order",
  "off-hours",
  "first-digits",
] as const;
export type SignName = (typeof SIGNS)[number];

/** Whose entries were looked at: those of the whole log, of a provider, or of one official there. */
export interface SignGroup {
  readonly of: "log" | "provider" | "official";
  readonly provider: string | null;
  readonly official: string | null;
}

/** One sign in the entries of one group, with its figures. */
export interface Sign extends SignGroup {
  readonly sign: SignName;
  /** Entries looked at. */
  readonly entries: number;
  /** Those of them that have the mark; of first digits, how many stand under another digit than expected. */
  readonly seen: number;
  /** How many would have it, were they like those that they are held against. */
  readonly expected: number;
  /** What they are held against: the same group's other days, others in the log, or what evenly spread times would give. */
  readonly against: "own-other-days" | "just-around" | "others" | "even-spread" | "own-rate" | "benford";
  /** How often so many or more would be seen by chance, all that was looked at taken into account (Holm 1979). */
  readonly chance: number;
  /** Of entries made shortly before the due time: how shortly, in seconds. Null: a tenth of each term. */
  readonly window?: number | null;
  /** Of entries out of order: those that are in time by their date and were entered when the term was over. */
  readonly afterDue?: number;
  /** Of several in one minute: the most. */
  readonly most?: number;
  /** Some of them: line numbers or indices in the log; with several files, `file:line`. */
  readonly rows: readonly (number | string)[];
}

/** Why entries were not looked at for a sign. */
export type NotLookedBecause =
  | "too-few"
  | "dates-only"
  | "coarse-times"
  | "no-other-days"
  | "no-others"
  | "not-in-order-of-entry"
  | "hours-unknown"
  | "no-official"
  | "no-terms"
  | "narrow-span"
  | "others-unlike";

/** What was looked at for a sign, so that finding none is seen to be found of something. */
export interface LookedFor {
  readonly sign: SignName;
  /** Groups that were looked at, and those that were not, by why. */
  readonly groups: number;
  readonly notLooked: readonly { readonly because: NotLookedBecause; readonly groups: number }[];
}

/** What an audit found of signs. */
export interface Signs {
  readonly found: readonly Sign[];
  readonly looked: readonly LookedFor[];
  /** A sign is told from this chance down, where it is at least so many times what was to be expected, and so many more. */
  readonly told: { readonly chance: number; readonly times: number; readonly more: number };
}
