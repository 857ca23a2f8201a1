import type { BookField, FieldProposal, Ground } from "../model/book-proposal.ts";
import type { Gap } from "../model/book-gap.ts";
import type { Language } from "../model/language.ts";
import type { NotHeld } from "../model/not-held.ts";

/** What somebody said of the book, and when. */
export interface BookSaying<What> {
  readonly decision: string;
  readonly by: string;
  readonly at: string;
  readonly why?: string;
  readonly what: What;
  /** Whether it is the reader's own, who can take it back. */
  readonly isOwn: boolean;
}

/** A field of the book: what it says, who said so, and what the text is proposed to say. */
export interface FieldView {
  readonly field: BookField;
  /** Without it no book is built. */
  readonly isNeeded: boolean;
  /** Absent where the book does not say it. */
  readonly value?: unknown;
  readonly said: readonly BookSaying<unknown>[];
  readonly isDisputed: boolean;
  readonly proposal?: FieldProposal;
  /** Whether the proposal is what the book says. */
  readonly isAsProposed: boolean;
}

/** A pointer or a remark: of the book, proposed, or withdrawn. */
export interface ListedView<What> {
  readonly what: What;
  readonly standing: "held" | "proposed" | "withdrawn";
  readonly said?: BookSaying<What>;
  readonly grounds: readonly Ground[];
}

/** The book of one service as its page shows it. */
export interface BookView {
  readonly act: string;
  readonly actTitle: string;
  readonly service: number;
  readonly name: string;
  /** Language of the text. */
  readonly language: Language;
  readonly rules: number;
  readonly fields: readonly FieldView[];
  readonly pointers: readonly ListedView<NotHeld>[];
  readonly remarks: readonly ListedView<string>[];
  readonly gaps: readonly Gap[];
  /** What was built: nothing yet, what the decisions say, or another book. */
  readonly built: "none" | "same" | "other";
  /** The reader's last decision on the book that still holds. */
  readonly last?: string;
  /** A killed process left half a line in the decisions file. */
  readonly torn: boolean;
}
