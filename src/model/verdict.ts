import type { TwinWords } from "./cited.ts";
import type { Condition, FactValue, Operator } from "./condition.ts";
import type { InForce } from "./in-force.ts";
import type { NotHeld } from "./not-held.ts";
import type { OtherDue } from "./other-due.ts";
import type { Channel, Kind, Subject } from "./rule.ts";
import type { Unit } from "./duration.ts";
import type { UnreadShare } from "./unread-share.ts";

/** What people call a thing, in the languages of the reports. */
export interface Labels {
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}

export type Answer = "admit" | "incomplete" | "undetermined" | "refuse";

/** One comparison of a rule's condition, with what it saw; without `value` the fact is unknown. */
export interface SeenFact {
  readonly fact: string;
  readonly operator: Operator;
  readonly expected: FactValue;
  readonly value?: FactValue;
  readonly outcome: "pass" | "fail" | "unknown";
}

/** What a document rule saw of its document, or of those of which one is enough. */
export interface SeenDocument {
  readonly document: string;
  readonly state: "present" | "missing" | "expired" | "unknown";
  readonly validUntil?: string;
  /** Day on which the request is taken, where the document is no longer good on it though it was when it was handed in. */
  readonly takenOn?: string;
  /** What says that the day of handing in decides; absent beside `takenOn`: nothing says which day does. */
  readonly decidedBy?: LawCited;
}

/** Why a rule came out as it did; `report/` has a sentence for each. */
export type ReasonCode =
  | "eligible"
  | "not-eligible"
  | "eligibility-unknown"
  | "grants-possibility"
  | "document-present"
  | "document-missing"
  | "document-missing-whichever"
  | "document-expired"
  | "document-unknown"
  | "document-replaced-unknown"
  | "document-not-needed"
  | "document-need-unknown"
  | "other-document-present"
  | "ground-holds"
  | "ground-does-not-hold"
  | "ground-unknown"
  | "result-held"
  | "result-not-held"
  | "result-hold-unknown"
  | "channel-offered"
  | "channel-not-offered"
  | "another-channel"
  | "another-rule-judges"
  | "term-starts"
  | "term-stands"
  | "term-of-other-requests"
  | "term-of-other-cases"
  | "term-case-unknown"
  | "stands";

/**
 * What became of one rule. `pass`: nothing against the request; `fail`: it stands against it; `hold`: it keeps the result
 * back, not the request; `unknown`: facts are missing.
 */
export interface Reason extends TermStart {
  readonly rule: string;
  readonly kind: Kind;
  readonly outcome: "pass" | "fail" | "hold" | "unknown";
  readonly code: ReasonCode;
  readonly facts: readonly SeenFact[];
  readonly documents?: readonly SeenDocument[];
  /** Facts that nobody has told and that this rule needs. */
  readonly missing?: readonly string[];
  readonly path?: string;
  readonly cite: string;
  readonly quote?: string;
  /** The same in the other language of the act. */
  readonly twin?: TwinWords;
  /** The rule is a draft that nobody has accepted. */
  readonly draft?: true;
  /** The rule is of the general law beneath the book; `perhaps`: it is not certain that it held on that day. */
  readonly law?: "surely" | "perhaps";
  /** Its citation in other languages than the law's. */
  readonly cites?: Readonly<Record<string, string>>;
}

/** A provision of the general law on which a result rests. */
export interface LawCited {
  readonly rule: string;
  readonly cite: string;
  readonly cites?: Readonly<Record<string, string>>;
  /** It is not certain that it held on that day. */
  readonly perhaps?: true;
}

/** A document that is lacking; `when`: nobody knows whether this condition holds, on which it is asked for. */
export interface LackingDocument extends SeenDocument {
  readonly when?: Condition;
}

/** Documents of which one is enough, none of them there and good. */
export interface MissingDocument {
  readonly oneOf: readonly LackingDocument[];
  readonly rules: readonly string[];
}

/** What is told of a term whatever becomes of it. */
export interface ToldTerm {
  readonly rule: string;
  readonly subject: Subject;
  readonly amount: number;
  readonly unit: Unit;
  /** False where another rule judges in its place. */
  readonly judges: boolean;
  readonly toEvent?: string;
  readonly cite: string;
  /** The rule in the other language of the act. */
  readonly twin?: TwinWords;
  /** The term is the general law's own. */
  readonly cites?: Readonly<Record<string, string>>;
}

/** What starts a term that the request does not start. */
export interface TermStart {
  /** Name of the event that starts it; absent: the book names none. */
  readonly startsAt?: string;
  /** The act's own words for what starts it. */
  readonly startsWith?: string;
  /** It is no term, but by how much another may be prolonged by that: so much further, or anew. */
  readonly prolongs?: "further" | "anew";
}

/** A term that the request starts, and when it ends. */
export interface StartedTerm extends ToldTerm {
  /** ISO with the zone's offset. Absent where it cannot be told; `unknown` then says why. */
  readonly start?: string;
  readonly due?: string;
  readonly unknown?: string;
  /** Facts that nobody has told and without which it is not known whether the term is of such a request (`case-unknown`). */
  readonly missing?: readonly string[];
  /** Of a term that runs from registration: by what it was counted; nobody told of one where it says `submitted`. */
  readonly startedBy?: "registered" | "submitted";
  /** What of the general law put off its start. */
  readonly movedBy?: LawCited;
  /** Another due time where what nobody knows or no clause decides is otherwise. */
  readonly otherwise?: OtherDue;
}

/** A term of the service, or for an answer, that another event than the request starts. */
export interface WaitingTerm extends ToldTerm, TermStart {
  /** Facts that nobody has told and without which it is not known whether the term is of such a request. */
  readonly missing?: readonly string[];
}

/** Something in a request that was not used, and why. */
export interface Ignored {
  /** JSON Pointer into the request. */
  readonly pointer: string;
  readonly why:
    | "unknown-fact"
    | "not-of-its-type"
    | "no-value"
    | "finding-as-fact"
    | "not-a-finding"
    | "unknown-document"
    | "unknown-zone";
}

/** One thing that would have to be otherwise. */
export type Change =
  | { readonly change: "channel"; readonly to: Channel }
  | {
      readonly change: "fact" | "finding";
      readonly fact: string;
      /** Absent: nobody has told. */
      readonly from?: FactValue;
      /** A value that would do. */
      readonly to: FactValue;
    }
  | { readonly change: "document"; readonly document: string; readonly from: SeenDocument["state"] };

/** The version that judged, and whether it surely was in force. */
export interface JudgingBook {
  readonly id: string;
  readonly version?: string;
  readonly sha256?: string;
  readonly inForce?: InForce;
  readonly standing: "in-force" | "perhaps" | "not";
  /** How much of its regulation is unread, as the book says. */
  readonly unread: UnreadShare | "unknown";
  /** The general law that judged beneath it; `left-out`: somebody asked for it to be left out. Absent: there is none. */
  readonly law?: { readonly country: string; readonly sha256: string } | "left-out";
}

/** The answer to a request, with everything it rests on. */
export interface Verdict {
  readonly verdict: Answer;
  readonly service: string;
  readonly channel: Channel;
  readonly submitted: string;
  /** Grounds or documents are left to acts that are not at hand: admitted only as far as the rules at hand go. */
  readonly asFarAsRulesAtHandGo: boolean;
  /** Exactly the facts whose values could still change the verdict. */
  readonly undetermined: readonly string[];
  readonly missingDocuments: readonly MissingDocument[];
  /** Findings that nobody has asserted: counted as not held. */
  readonly openFindings: readonly string[];
  readonly ignored: readonly Ignored[];
  readonly notHeld: readonly NotHeld[];
  readonly reasons: readonly Reason[];
  readonly deadlines: readonly StartedTerm[];
  /** Terms of the service that the request does not start. */
  readonly waiting: readonly WaitingTerm[];
  readonly rulebook: JudgingBook;
  readonly calendar?: { readonly id: string; readonly sha256: string };
  /** Where it was asked for: the fewest changes that would make the request admissible; `null`: none would. */
  readonly smallestFix?: readonly Change[] | null;
}
