import type { InForce } from "../model/in-force.ts";
import type { PlainReason } from "../model/ledger.ts";
import type { Scope } from "../model/law.ts";
import type { NotHeld } from "../model/not-held.ts";
import type { OwnVocabulary } from "../model/vocabulary.ts";
import type { Kind, Rule, Weekday } from "../model/rule.ts";

/** A rule's own fields, with its path and citation; what the reader and the review add to them is left out. */
export type RuleValues = WithoutMarks<Rule> & { readonly path: string };
type WithoutMarks<R> = R extends Rule ? Omit<R, "id" | "source" | "confidence" | "review"> : never;

/** What ties a decision to its words, whatever the layout of the file they stand in. */
export interface Anchor {
  readonly kind: Kind;
  readonly path: string;
  /** The repaired words, with white space, quotation marks and dashes made alike. */
  readonly words: string;
  /** From 1: which of several candidates that share kind, path and words. */
  readonly ordinal: number;
  /** Print of the candidate's fields as they were seen; absent where no candidate was (`add`). */
  readonly seen?: string;
  /** Print of all words of the provision, to tell a change of the text from a change of the reader. */
  readonly around?: string;
}

interface Told {
  /** Print of the rest of the line: the same decision told twice is one decision. */
  readonly id: string;
  /** ISO instant with offset. */
  readonly at: string;
  /** Who, or what, really decided. */
  readonly by: string;
  /** Version of the regulation that was read. */
  readonly version: string;
  readonly why?: string;
  /** Ids of others' decisions that this one knew and answers; it ends the disagreement with them. */
  readonly settles?: readonly string[];
}

interface OnRule extends Told {
  /** The rule's id: assigned with the first decision and kept. */
  readonly rule: string;
  readonly anchor: Anchor;
}

/** The rule stands, with these values: what was accepted is kept, whatever the reader says later. */
export interface Standing extends OnRule {
  readonly action: "accept" | "edit" | "add";
  readonly values: RuleValues;
  /** Of an edit: what the reader read in the fields that were decided otherwise; null where it read nothing. */
  readonly read?: Readonly<Record<string, unknown>>;
}
export interface Rejection extends OnRule {
  readonly action: "reject";
}
export interface Undo extends Told {
  readonly action: "undo";
  /** Id of the decision that no longer holds. An undo can be undone. */
  readonly undoes: string;
}
/** What the rulebook says beside its rules: a later line adds to and overrides an earlier one, field by field. */
export interface BookDecision extends Told {
  readonly action: "book";
  readonly book: BookSaid;
}
/** Something that the regulation leaves to an act that is not at hand. */
export interface NotHeldDecision extends Told {
  readonly action: "not-held";
  readonly notHeld: NotHeld;
  /** The pointer that it takes the place of, as that was told. */
  readonly instead?: NotHeld;
}
/** One thing that a reader has to know of the book as a whole. */
export interface RemarkDecision extends Told {
  readonly action: "remark";
  readonly remark: string;
  /** The remark that it takes the place of, word for word. */
  readonly instead?: string;
}
/** A pointer or a remark does not belong into the book, whoever told it or proposed it; either of the two is there. */
export interface Withdrawal extends Told {
  readonly action: "withdraw";
  readonly notHeld?: NotHeld;
  readonly remark?: string;
}
/** What is decided on the book beside its rules. */
export type OnBook = BookDecision | NotHeldDecision | RemarkDecision | Withdrawal;

/** Facts and papers that the book names of its own; a later line tells one anew under the same id. */
export interface VocabularyDecision extends Told {
  readonly action: "vocabulary";
  readonly vocabulary: OwnVocabulary;
}

/** What ties a dismissal to words that were not read. */
export interface UnreadAnchor {
  readonly path: string;
  /** The words as they were seen, with white space, quotation marks and dashes made alike: for people. */
  readonly words: string;
  /** Print of the words without what layout may change: what the dismissal holds for. */
  readonly print: string;
}
/** Somebody has seen that words which were not read hold no rule, and says why: by a reason of the ledger, in words, or both. */
export interface Dismissal extends Told {
  readonly action: "dismiss";
  readonly place: UnreadAnchor;
  readonly reason?: PlainReason;
}

/** Somebody holds that dismissed words may hold a rule after all, and says why: whoever dismissed them, they wait again. */
export interface Reopening extends Told {
  readonly action: "reopen";
  readonly place: UnreadAnchor;
}

/** A word on a rule, an unread place or, with neither, on the service; it decides nothing. */
export interface Comment extends Told, Matter {
  readonly action: "comment";
  readonly text: string;
}

/** Whose a rule, an unread place or the service is to look at; null: nobody's any more. */
export interface Assignment extends Told, Matter {
  readonly action: "assign";
  readonly to: string | null;
}

/** That a rule judges only once two people have accepted the same values; it is lifted by two people who say so. */
export interface FourEyes extends Told {
  readonly action: "four-eyes";
  readonly asked: boolean;
}

/** What people talk of or are assigned to: a rule or candidate, an unread place, or, where neither is told, the service. */
export interface Matter {
  readonly rule?: string;
  readonly anchor?: Anchor;
  readonly place?: UnreadAnchor;
}

export type RuleDecision = Standing | Rejection;
export type Decision =
  RuleDecision | Dismissal | Reopening | Undo | OnBook | VocabularyDecision | Comment | Assignment | FourEyes;

/** The fields of a rulebook (`schemas/rulebook.schema.json`) that are not derived from its rules. */
export interface BookFields {
  readonly language?: string;
  readonly service?: {
    readonly id?: string;
    readonly number?: number;
    readonly name: Readonly<Record<string, string>>;
  };
  readonly act?: {
    readonly id: string;
    readonly title: string;
    readonly number: string;
    readonly date: string;
    readonly body: string;
  };
  readonly inForce?: InForce;
  readonly zone?: string;
  readonly calendar?: string;
  readonly week?: 5 | 6;
  /** Weekly days off where they are not Sunday, or Saturday and Sunday; ISO weekdays. */
  readonly rest?: readonly Weekday[];
  /** The general law beneath the book where it is not simply that of its calendar's country. */
  readonly law?:
    "none" | { readonly country: string; readonly scope?: Scope; readonly without?: readonly string[] };
  readonly remarks?: readonly string[];
}
/** What is said of some fields: a value, or null where the book is to say nothing of it any more. */
export type BookSaid = { readonly [Field in keyof BookFields]?: BookFields[Field] | null };

/** True for decisions on a rule, false for those on the book or on unread words, and for undoing. */
export const isOnRule = (decision: Decision): decision is RuleDecision =>
  decision.action === "accept" ||
  decision.action === "edit" ||
  decision.action === "add" ||
  decision.action === "reject";
