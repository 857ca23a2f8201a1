import type { Condition } from "./condition.ts";
import type { OfSomeCases, Prolonging } from "./deadline-scope.ts";
import type { Duration, Unit } from "./duration.ts";
import type { LastHour } from "./last-hour.ts";
import type { OfLaw } from "./of-law.ts";
import type { OfLog } from "./of-log.ts";
import type { Source } from "./source.ts";
import type { TwinRemark } from "./twin.ts";

export const KINDS = [
  "deadline",
  "hours",
  "cutoff",
  "rollover",
  "document",
  "eligibility",
  "refusal",
  "fee",
  "channel",
  "form",
] as const;
export type Kind = (typeof KINDS)[number];

export const CHANNELS = ["provider", "phone", "portal", "corporation", "post"] as const;
export type Channel = (typeof CHANNELS)[number];

export const SUBJECTS = [
  "service",
  "waiting",
  "handling",
  "step",
  "response",
  "complaint",
  "validity",
  "entry-into-force",
  "administration",
  "other",
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Who has to answer a complaint; `other`: neither who gives the service nor the body that supervises its quality. */
export type Addressee = "provider" | "authorised-body" | "other";

/** What counts as outside working time. */
export type Outside = "hours" | "days-off";

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Who or what really reviewed a rule, and when. */
export interface ReviewMark {
  readonly status: "accepted" | "edited" | "added" | "draft";
  readonly by?: string;
  /** ISO instant with offset. */
  readonly at?: string;
}

/** What every rule has. */
export interface RuleCommon {
  /** Assigned once and kept, `<regulation>/<kind>/<path>`, with an ordinal where that recurs. */
  readonly id: string;
  /** Path of the provision, `annex-1/chapter-2/clause-10`. Absent in rulebooks written by hand. */
  readonly path?: string;
  /** As a lawyer cites it, `1-қосымша, 2-тарау, 10-тармақ`. */
  readonly cite: string;
  readonly source?: Source;
  /** Its words as whoever wrote the rulebook by hand gives them: there is no text at hand to hold them against. */
  readonly quote?: string;
  /** How sure the reader is, from 0 to 1; absent: no machine read it. */
  readonly confidence?: number;
  readonly review?: ReviewMark;
  /** Ids of rules of the same book that say otherwise. */
  readonly conflictsWith?: readonly string[];
  /** False where another rule judges in its place (see `conflictsWith`). */
  readonly judges?: boolean;
  /** The rule is of the general law; no rulebook that is written has such. */
  readonly ofLaw?: OfLaw;
  /** The rule is a deadline that a log carries; no rulebook that is written has such. */
  readonly ofLog?: OfLog;
}

/** A limit of time. */
export interface DeadlineRule extends RuleCommon, OfSomeCases, Prolonging {
  readonly kind: "deadline";
  readonly subject: Subject;
  readonly amount: number;
  readonly unit: Unit;
  /** Lower end of a range; `amount` is the upper. */
  readonly min?: Duration;
  readonly channel?: Channel;
  /** All channels of a term told for several at once; `channel` is the first. */
  readonly channels?: readonly Channel[];
  /** The text's words for who is bound, and for what starts the term. */
  readonly actor?: string;
  readonly from?: string;
  /** Event names that are computed with (DESIGN.md, section 6). */
  readonly fromEvent?: string;
  readonly toEvent?: string;
  /** `before`: the term is counted back from the event. */
  readonly direction?: "after" | "before";
  readonly countsStartDay?: boolean;
  readonly movesToWorkingDay?: boolean;
  readonly clock?: "wall" | "open";
  /** At which hour its last day ends, where its words say so. */
  readonly lastHour?: LastHour;
  /** It runs from registration: from `registered` where that is known, otherwise from `fromEvent`. */
  readonly fromRegistration?: boolean;
  /** Whose term to answer a complaint it is: of several, one alone runs. */
  readonly addressee?: Addressee;
}

/** `HH:MM`; closing may be `24:00`. */
export type ClockTime = string;

/** One interval of a work schedule. */
export interface HoursRule extends RuleCommon {
  readonly kind: "hours";
  readonly who: "provider" | "portal" | "corporation" | "other";
  readonly days?: readonly Weekday[];
  readonly open?: ClockTime;
  readonly close?: ClockTime;
  readonly break?: readonly [ClockTime, ClockTime] | null;
  readonly roundTheClock?: boolean;
  readonly holidaysExcluded?: boolean;
}

/** Until when on a day requests are taken. */
export interface CutoffRule extends RuleCommon {
  readonly kind: "cutoff";
  readonly days?: readonly Weekday[];
  readonly time?: ClockTime;
  /** So long before closing. */
  readonly before?: Duration;
  readonly channel?: Channel;
  /** Events that its words speak of. Absent: requests alone. */
  readonly events?: readonly string[];
}

/** A request outside working time counts as of the next working day. */
export interface RolloverRule extends RuleCommon {
  readonly kind: "rollover";
  /** What is outside: the evening and days off, or days off alone. Absent: `hours`. */
  readonly outside?: Outside;
  readonly channel?: Channel;
  /** Events that its words speak of. Absent: requests alone. */
  readonly events?: readonly string[];
}

/** The event by which a request comes in. */
export const REQUEST = "submitted";

/** Whether a cutoff or rollover moves an event: one for requests moves neither complaints nor who stands in a queue. */
export const binds = ({ events }: CutoffRule | RolloverRule, event: string): boolean =>
  events === undefined ? event === REQUEST : events.includes(event);

/** One document or piece of information that the applicant has to bring or send. */
export interface DocumentRule extends RuleCommon {
  readonly kind: "document";
  /** Document type of `rules/vocabulary.json`, `identity-document`; set in review. */
  readonly document?: string;
  readonly channel?: Channel;
  readonly channels?: readonly Channel[];
  /** The text's words for when it is needed. */
  readonly condition?: string;
  /** The same in facts; set in review. */
  readonly when?: Condition;
  /** Shared by documents of which one is enough. */
  readonly alternativeGroup?: string;
}

/** Who may receive the service, or what must hold of them. */
export interface EligibilityRule extends RuleCommon {
  readonly kind: "eligibility";
  readonly who?: "natural-person" | "legal-person" | "any";
  readonly channel?: Channel;
  /** What must hold, in facts; set in review. */
  readonly when?: Condition;
}

/** One ground on which a request is not taken or the service is refused. */
export interface RefusalRule extends RuleCommon {
  readonly kind: "refusal";
  readonly stage: "intake" | "service";
  readonly channel?: Channel;
  /** The ground, in facts; set in review. */
  readonly when?: Condition;
  /** The ground consists in nothing but missing or expired documents. */
  readonly aboutDocuments?: "missing" | "expired";
  /**
   * Paths of the provisions whose documents its words name (`regulation-3/chapter-2/clause-14`), or ids of rules: what
   * stands at or below them is covered, and no other document. Absent: every document that is asked for.
   */
  readonly covers?: readonly string[];
  /** `hold`: it keeps the result back until it falls away, and refuses nobody. Absent: it refuses. */
  readonly effect?: "hold";
}

export interface FeeRule extends RuleCommon {
  readonly kind: "fee";
  readonly free?: boolean;
  readonly amount?: number;
  /** An ISO 4217 code, `MCI` (the monthly calculation index), or `percent` of another fee. */
  readonly currency?: string;
  /** The text's words for the fee that it is a percentage of. */
  readonly of?: string;
  /** The text's words for who pays it or in which case. */
  readonly condition?: string;
  /** The same in facts; set in review. */
  readonly when?: Condition;
}

/** One way in which the service is applied for or given. */
export interface ChannelRule extends RuleCommon {
  readonly kind: "channel";
  readonly channel: Channel;
}

export const FORMS = ["electronic-full", "electronic-partial", "paper", "proactive", "composite"] as const;
export type ServiceForm = (typeof FORMS)[number];

export interface FormRule extends RuleCommon {
  readonly kind: "form";
  readonly forms: readonly ServiceForm[];
}

export type Rule =
  | DeadlineRule
  | HoursRule
  | CutoffRule
  | RolloverRule
  | DocumentRule
  | EligibilityRule
  | RefusalRule
  | FeeRule
  | ChannelRule
  | FormRule;

/** A rule as the reader proposes it, before anybody has accepted it. */
export type Candidate = Rule & {
  /** What the text leaves open: `and-or`, how far an alternative reaches back (`А және Б немесе В`). */
  readonly doubt?: "and-or";
  /** Absent where no text in the other language was at hand. */
  readonly twin?: TwinRemark;
  readonly path: string;
  readonly source: Source;
  readonly confidence: number;
  /** Number of the service in its act, in order of its own regulation text; 0 for the act that approves them. */
  readonly service: number;
};
