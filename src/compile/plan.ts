import type { Term } from "../calendar/term.ts";
import type { NameIndex } from "../model/name-index.ts";
import type { Channel } from "../model/rule.ts";
import type { Reason, SeenDocument, ToldTerm, WaitingTerm } from "../model/verdict.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Values } from "./condition.ts";
import type { Diagram } from "./diagram.ts";
import type { Fact } from "./fact.ts";
import type { AboutDocumentsRule, ConditionRule, DocumentGroup, PlannedCondition } from "./planned.ts";
import type { Steps } from "./steps.ts";

/** A term that a request starts, ready to be counted. */
export interface PlannedTerm {
  /** Slot of the fact that has to hold of a request for the term to start with it; undefined: every request starts it. */
  readonly slot: number | undefined;
  /** Whose term it is; undefined: every request's that starts it. */
  readonly when: PlannedCondition | undefined;
  readonly term: Term;
  /** It runs from registration: counted so from the instant of that, which nothing moves. */
  readonly registered: Term | undefined;
  /** No clause decides whether its last day ends at closing or at 24:00, unless a law beneath does. */
  readonly lastHourOpen: boolean;
  readonly words: ToldTerm;
  /** How it is told where nobody says whether the request starts it. */
  readonly waiting: WaitingTerm | undefined;
}

/** A term that waits for another event, of the requests for which a condition holds. */
export interface WaitingInCase {
  readonly told: WaitingTerm;
  readonly when: PlannedCondition;
}

/** The reason of a term that starts with a request for which a fact holds, by what is known of that. */
export interface TermByFact {
  readonly at: number;
  readonly slot: number;
  /** Undefined: its condition tells. */
  readonly starts: Reason | undefined;
  readonly stands: Reason;
  readonly ofOthers: Reason;
}

/** What is known before a request has been read. */
export interface Blank {
  /** By decision variable, as in `Plan.classes`. */
  readonly places: readonly number[];
  readonly documents: readonly SeenDocument[];
}

/** The rules as they bear on requests through one channel. */
export interface ChannelPlan {
  readonly channel: Channel;
  /** By rule of the book: the reason where it is the same for every request, otherwise `undefined`. */
  readonly reasons: readonly (Reason | undefined)[];
  /** Places of the rules whose reason a request decides, in order: where `reasons` has none. */
  readonly varying: readonly number[];
  readonly conditions: readonly ConditionRule[];
  /** Those that look at findings alone: where nobody asserts any, their reasons are always the same. */
  readonly onFindings: readonly ConditionRule[];
  /** The same by slot of a finding that they look at. */
  readonly byFinding: readonly (readonly ConditionRule[] | undefined)[];
  readonly aboutDocuments: readonly AboutDocumentsRule[];
  readonly groups: readonly DocumentGroup[];
  readonly offered: boolean;
  /**
   * 0 refuse, 1 incomplete, 2 admit, as a function of the facts (variables 0 …) and the documents (from `facts.length`
   * on: class 0 there and good, class 1 not).
   */
  readonly decision: Diagram;
  readonly steps: Steps;
  /** Terms that a request starts. */
  readonly terms: readonly PlannedTerm[];
  /** Reasons of those among them that a fact decides on. */
  readonly termsByFact: readonly TermByFact[];
  /** Terms of the service that wait for another event. */
  readonly waiting: readonly WaitingTerm[];
  /** The same that are of some requests alone. */
  readonly waitingInCase: readonly WaitingInCase[];
  /** Places in the plan's `facts` that this channel's rules look at, findings included. */
  readonly facts: readonly number[];
  /** Slots and names of the findings among them. */
  readonly findings: { readonly slots: readonly number[]; readonly names: readonly string[] };
  /** Values of the facts before a request has been read: the channel's own, and of findings that they do not hold. */
  readonly values: Values;
  /** Of a request with a list of documents, and of one without. */
  readonly blank: { readonly listed: Blank; readonly untold: Blank };
}

/** A document type that a book asks for. */
export interface AskedDocument {
  readonly id: string;
  /** Bears a last day of validity: without one told, it is not known whether it is still good. */
  readonly expires: boolean;
  /** What is seen of it, by state (`model/document-state.ts`), where no day is told. */
  readonly seen: readonly SeenDocument[];
}

/** A rulebook ready to be applied to requests. Nothing in it depends on a request. */
export interface Plan {
  readonly book: Rulebook;
  readonly facts: readonly Fact[];
  readonly slots: NameIndex<number>;
  readonly documents: readonly AskedDocument[];
  readonly documentSlots: NameIndex<number>;
  readonly channels: Readonly<Record<Channel, ChannelPlan>>;
  /**
   * By decision variable (facts, then documents) and place, the class that the decision asks for; -1 where it is not
   * known. The place of a fact's value is that among its few, otherwise its class and 1, and 0 where nobody has told;
   * the place of a document is its state (`model/document-state.ts`).
   */
  readonly classes: readonly (readonly number[])[];
  /** Slots of the findings. */
  readonly findings: readonly number[];
  /** Grounds or documents are left to acts that are not at hand: an admission goes only as far as the rules at hand. */
  readonly leavesWeighty: boolean;
}
