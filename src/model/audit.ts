import type { SheetTold } from "./sheet-told.ts";
import type { AuditSeal } from "./audit-seal.ts";
import type { Cited } from "./cited.ts";
import type { AuditOutcome } from "./audit-outcome.ts";
import type { CaseGroups, HandedOver, TermDurations } from "./case-group.ts";
import type { Comparison } from "./comparison.ts";
import type { AuditPeriod } from "./period.ts";
import type { UnreadShare } from "./unread-share.ts";
import type { Duration } from "./duration.ts";
import type { Labels } from "./verdict.ts";
import type { LastHour } from "./last-hour.ts";
import type { SampleNumbers } from "./sample.ts";
import type { Signs } from "./signs.ts";
import type { Kind } from "./rule.ts";

export { HARMLESS, OUTCOMES, type AuditOutcome } from "./audit-outcome.ts";

/** One finding as it is written out (DESIGN.md, section 7). Lengths of time are seconds. */
export interface AuditFinding {
  readonly case: string;
  readonly service: string | null;
  readonly provider: string | null;
  readonly channel: string | null;
  readonly rule: string | null;
  readonly version: string | null;
  readonly outcome: AuditOutcome;
  /** Why nobody can tell; or the ground, the document that is not known. */
  readonly reason: string | null;
  /** How far the doubt reaches, from the earliest to the latest. */
  readonly margin: number | null;
  /** From when the term runs, when it is due and when it was done, as ISO with the provider's offset. */
  readonly start: string | null;
  readonly due: string | null;
  readonly done: string | null;
  readonly late: {
    readonly wall: number;
    /** Open time; null where no hours are known. */
    readonly working: number | null;
    readonly workingDays: number | null;
  } | null;
  readonly cite: string | null;
  /** Of a provision of the general law: its citation in other languages than the law's, … */
  readonly cites?: Readonly<Record<string, string>>;
  /** … and its own words by language, where they are at hand. */
  readonly lawWords?: Readonly<Record<string, string>>;
  /** Line numbers or indices in the log; with several files, `file:line`. */
  readonly rows: readonly (number | string)[];
  /** Of a case that several providers held: to whom it is counted, where that is another than `provider`; null: nobody can tell. */
  readonly heldBy?: string | null;
  /** The rule's words, where its rulebook was written by hand and gives them: nobody has held them against a text. */
  readonly quote?: { readonly words: string; readonly by: "hand" };
  /** Which pass of a case number that is used again, in the order of time; absent: the first. */
  readonly round?: number;
  /** Of a term from registration: whether the log has that, or the term was counted from the request (or complaint) itself. */
  readonly startedBy?: "registered" | "submitted";
}

/** Why rows were not judged: how many, and some of them. */
export interface RefusedRows {
  readonly reason: string;
  readonly rows: number;
  readonly samples: readonly { readonly row: number; readonly file: string; readonly text: string }[];
}

/** Findings of one rule with one outcome. */
export interface RuleCount {
  readonly rule: string | null;
  readonly service: string | null;
  readonly kind: string | null;
  readonly version: string | null;
  readonly cite: string | null;
  readonly cites?: Readonly<Record<string, string>>;
  /** Of a deadline: how long it is. */
  readonly term: Duration | null;
  readonly outcome: AuditOutcome;
  readonly findings: number;
}

/**
 * Why a rule judged no case: no log shows what it says (`not-in-logs`), it binds nobody in a case, it or the mapping names
 * no events for it, the log holds none of them, or no reason of a refusal, the mapping names no papers that systems give, its book judged no case, none of these was one for it, or nothing could be
 * told.
 */
export type NoCaseBecause =
  | "not-in-logs"
  | "binds-no-case"
  | "no-events"
  | "not-mapped"
  | "facts-not-mapped"
  | "units-differ"
  | "prolongs-nothing"
  | "events-not-in-log"
  | "reasons-not-in-log"
  | "papers-not-named"
  | "no-cases"
  | "no-such-case"
  | "cannot-be-told";

/** How many cases a rule judged; of a rule beside deadlines, how many it was held against. */
export interface JudgedRule extends Cited {
  readonly rule: string;
  readonly kind: Kind | "duty";
  readonly service: string;
  readonly version: string | null;
  readonly cases: number;
  /** Null where it judged one. */
  readonly because: NoCaseBecause | null;
  /** Facts without which nobody can tell whose term it is, and which the mapping does not name (`facts-not-mapped`). */
  readonly lacking?: readonly string[];
}

/** A fact of cases by which terms are told apart, as the log tells it. */
export interface FactOfLog {
  readonly fact: string;
  /** What people call it; absent: it is in no vocabulary. */
  readonly labels?: Labels;
  readonly column: string;
  /** Rows that tell it. */
  readonly rows: number;
  /** Words that mean none of its values, the most frequent first: such rows tell nothing of it. */
  readonly unread: readonly { readonly written: string; readonly rows: number }[];
}

/** What an audit comes to, in numbers. */
export interface AuditSummary {
  /** What it was made of; null: nobody sealed it. */
  readonly seal: AuditSeal | null;
  /** The days that were judged, and what lies outside of them; null: all. */
  readonly period: AuditPeriod | null;
  /** Held against an earlier audit, where one was named. */
  readonly against?: Comparison;
  readonly files: readonly string[];
  /** Files that were read by a mapping of their own, and its pattern that their names fit. */
  readonly mappedBy?: readonly { readonly file: string; readonly match: string }[];
  /** Sheets of workbooks, and what became of them: which were not read, and how many rows of others are hidden. */
  readonly sheets?: readonly (SheetTold & { readonly file: string })[];
  /** `read` and `refused` add up to `inFile`: rows of the log, or moments where a row is a case or lasts. */
  readonly rows: { readonly inFile: number; readonly read: number; readonly refused: number };
  readonly refused: readonly RefusedRows[];
  /** Rows read whose activity the mapping does not name. */
  readonly notMapped: readonly { readonly activity: string; readonly rows: number }[];
  /** Rows whose time can hardly be meant (far from all others, or what empty fields become), and some of them. */
  readonly outliers: {
    readonly rows: number;
    readonly samples: readonly { readonly row: number; readonly file: string; readonly text: string }[];
  };
  /** Spellings that were taken for one name each, by column; of case numbers only how many rows had blanks around them. */
  readonly spellings: readonly {
    readonly column: string;
    readonly name: string;
    readonly written: readonly string[];
    readonly rows: number;
  }[];
  /** Names to which the mapping gives a meaning, by its field, and that the log does not hold. */
  readonly notInLog: readonly { readonly field: string; readonly name: string }[];
  /** Some activity that the mapping names stands in a row that was read. */
  readonly mappedEventsSeen: boolean;
  /** Providers to whom the mapping gives a zone, and whom the log does not name: misspelt, or not there. */
  readonly strangers: readonly string[];
  /** Passes of cases, each judged by itself: a case number that is used again has several. */
  readonly cases: number;
  /** Cases in which a breach was found, and others of which something cannot be told. */
  readonly breached: number;
  readonly untold: number;
  /** Cases by provider, month, channel, rule and official. */
  readonly casesBy: CaseGroups;
  /** Of each rule with terms that ended. */
  readonly durations: readonly TermDurations[];
  /** Cases that several providers held, and the first of their terms that were missed. */
  readonly handovers: { readonly cases: number; readonly missed: readonly HandedOver[] };
  /** Case numbers that have several rounds, and how many rounds these have in all. */
  readonly usedAgain: { readonly numbers: number; readonly rounds: number };
  readonly outcomes: Readonly<Partial<Record<AuditOutcome, number>>>;
  readonly reasons: readonly {
    readonly outcome: AuditOutcome;
    readonly reason: string;
    readonly findings: number;
  }[];
  readonly rules: readonly RuleCount[];
  /** Every rule of the rulebooks asked, with the cases that it judged. */
  readonly judged: readonly JudgedRule[];
  /** Time from start to done of judged deadlines, in seconds: the provider's, and what stood still for the applicant. */
  readonly time: { readonly provider: number; readonly suspended: number };
  /** Deadlines, of rulebooks that judged a case, that the log has no events for, or the rulebook no event names. */
  readonly notAudited: readonly (Cited & {
    readonly rule: string;
    readonly because: "no-events" | "not-mapped" | "facts-not-mapped" | "units-differ" | "prolongs-nothing";
    readonly lacking?: readonly string[];
  })[];
  /** The facts that terms with a condition were told by; absent: none are. */
  readonly facts?: readonly FactOfLog[];
  /** Facts that conditions of terms look at and the mapping does not name. */
  readonly factsLacking?: readonly string[];
  /** Facts that the mapping names and no condition of a term looks at. */
  readonly factsUnused?: readonly string[];
  /** At which hour last days were taken to end where nothing decides; null: what hangs on it cannot be told. */
  readonly lastHour: LastHour | null;
  /** The general law beneath the rulebooks: it judged with them, was left out, or there is none at hand. */
  readonly law: {
    readonly is: "beneath" | "left-out" | "none";
    /** Its acts, `kz-law/appk`. */
    readonly acts: readonly string[];
    /** Findings on terms from registration that were counted from the request itself, since the log has no registration. */
    readonly startedBySubmission: number;
  };
  readonly rulebooks: readonly {
    readonly id: string;
    readonly version: string | null;
    readonly drafts: number;
    /** How much of its regulation is unread, as the book says. */
    readonly unread: UnreadShare | "unknown";
    /** Cases that it judged. */
    readonly cases: number;
  }[];
  /** Signs that entries were made to look otherwise than things went, where they were asked for. */
  readonly signs?: Signs;
  /** What was drawn for checking by hand, where it was asked for; the cases stand in a file of their own. */
  readonly sample?: SampleNumbers;
}

/** How outcomes differ when deadlines are counted in another way. */
export interface WhatIf {
  readonly deadlines: number;
  readonly flips: readonly {
    readonly from: AuditOutcome;
    readonly to: AuditOutcome;
    readonly findings: number;
  }[];
  /** The first of them, by case. */
  readonly cases: readonly {
    readonly case: string;
    readonly round?: number;
    readonly rule: string;
    readonly from: AuditOutcome;
    readonly to: AuditOutcome;
  }[];
}
