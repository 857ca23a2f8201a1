import type { NotHeld } from "./not-held.ts";

/** The fields of a book that are decided by themselves, in the order in which a reader wants them. */
export const BOOK_FIELDS = [
  "language",
  "service",
  "act",
  "inForce",
  "zone",
  "calendar",
  "week",
  "rest",
  "law",
] as const;
export type BookField = (typeof BOOK_FIELDS)[number];

/** Words of the text from which something is proposed. */
export interface Ground {
  readonly path: string;
  readonly cite: string;
  /** First and last line of the file that they touch, from 1. */
  readonly lines: readonly [number, number];
  readonly quote: string;
}

/** Why a value is proposed, or none is, beside the words of the text; worded in `report/book/`. */
export type WhyCode =
  | "letters"
  | "title"
  | "twin-title"
  | "about"
  | "after-publication"
  | "from-day"
  | "no-clause"
  | "amended"
  | "adopted"
  | "repealed"
  | "no-repeal"
  | "no-head"
  | "region"
  | "national"
  | "no-body"
  | "country"
  | "named-so";
export interface Why {
  readonly code: WhyCode;
  readonly values?: Readonly<Record<string, string>>;
}

/**
 * What a field of the book is proposed to say. `said`: the text or what is known of it says so. `assumed`: it is taken for so
 * and why is told. `partly`: the rest has to be told by a person. `unknown`: nothing tells it, and nothing is proposed.
 */
export interface FieldProposal {
  readonly field: BookField;
  readonly standing: "said" | "assumed" | "partly" | "unknown";
  /** Absent where nothing can be proposed; not whole where it is told partly. */
  readonly value?: unknown;
  readonly why: readonly Why[];
  readonly grounds: readonly Ground[];
  /** Days between the first official publication and the first day in force, where the text has its beginning so. */
  readonly daysAfterPublication?: number;
}

/** A pointer that the text has to an act that is not at hand. */
export interface PointerProposal {
  readonly notHeld: NotHeld;
  readonly ground: Ground;
}

/** What a reader of the book has to know, as it can be told by the text; worded in `report/book/`, in the text's language. */
export interface RemarkProposal {
  readonly code: "from-unknown" | "from-unsaid" | "repealed" | "zone-assumed" | "head-missing";
  readonly values: Readonly<Record<string, string>>;
  readonly grounds: readonly Ground[];
}

/** All that can be proposed for the book of one service. */
export interface BookProposals {
  readonly fields: readonly FieldProposal[];
  readonly notHeld: readonly PointerProposal[];
  readonly remarks: readonly RemarkProposal[];
}
