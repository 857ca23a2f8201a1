import type { Citation } from "./citation.ts";
import type { Language } from "./language.ts";
import type { UnreadShare } from "./unread-share.ts";

/** What of the law two texts of it disagree on. */
export const PARITY_CLASSES = [
  "deadline",
  "hours",
  "bound",
  "eligibility",
  "document",
  "refusal",
  "fee",
  "channel",
  "form",
  "condition",
  "modality",
  "denial",
  "reference",
  "number",
  "date",
  "actor",
  "step",
  "thing",
  "missing",
] as const;
export type ParityClass = (typeof PARITY_CLASSES)[number];

/** What one text says: the value that is compared, and the words it is said in. */
export interface ParitySaid {
  /** `10 working-day`, `18:00`, `9-1`, or the name of a meaning (`refusal`). */
  readonly value: string;
  readonly words: string;
}

/** One thing that the two say otherwise; a side that does not say it has none. */
export interface ParityPoint {
  readonly class: ParityClass;
  readonly first?: ParitySaid;
  readonly second?: ParitySaid;
}

/** A place in both texts. */
export interface BothPlaces {
  /** None where this text does not have the provision. */
  readonly first: readonly Citation[];
  readonly second: readonly Citation[];
}

/** A place at which the two texts differ in substance: in what, and the words of both. */
export interface ParityDifference extends BothPlaces {
  /** Of the gravest point. */
  readonly class: ParityClass;
  /** `major`: it changes what somebody has to do, may do or can be refused for, or by when. */
  readonly weight: "major" | "minor";
  readonly points: readonly ParityPoint[];
}

/** Why words were not held against each other, or not in everything. */
export type NotComparedReason = "unread" | "unlike";

/** A place of which nobody may say that both texts say the same. */
export interface NotCompared extends BothPlaces {
  readonly why: NotComparedReason;
}

export interface ParityText {
  readonly file: string;
  readonly language: Language;
  readonly unread: UnreadShare;
}

/** Two texts of one law held against each other (schemas/parity.schema.json). */
export interface Parity {
  readonly first: ParityText;
  readonly second: ParityText;
  /** Pairs of provisions that were held against each other. */
  readonly compared: number;
  readonly differences: readonly ParityDifference[];
  readonly notCompared: readonly NotCompared[];
  /** False where notes or the number of differences say that the two are hardly of the same day. */
  readonly isOneVersion: boolean;
  /** Acts of amendment (`05.05.2025 № 353`) that the notes of one text name and those of the other do not. */
  readonly amendments: { readonly first: readonly string[]; readonly second: readonly string[] };
}
