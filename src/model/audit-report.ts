import type { AuditFinding, AuditOutcome, AuditSummary } from "./audit.ts";
import type { Cited, TwinWords } from "./cited.ts";
import type { Duration } from "./duration.ts";
import type { Words } from "./due-explanation.ts";

/** A case behind a number: by which rule, and its rows in the log. */
export interface GroupCase {
  readonly case: string;
  /** Absent: the first. */
  readonly round?: number;
  readonly rule: number;
  readonly rows: readonly (number | string)[];
}

/** Deadlines of one group by outcome, with the first cases of each outcome, worst first. */
export interface OutcomeGroup {
  readonly key: string;
  readonly counts: Readonly<Partial<Record<AuditOutcome, number>>>;
  readonly first: Readonly<Partial<Record<AuditOutcome, readonly GroupCase[]>>>;
}

/** A rule as a report cites it. */
export interface ReportRule extends Cited {
  readonly number: number;
  readonly id: string;
  readonly kind: string;
  readonly quote: string | null;
  /** Of a provision of the general law: its own words by language, where they are at hand. */
  readonly lawWords?: Readonly<Record<string, string>>;
  /** The same in the other language of the act. */
  readonly twin?: TwinWords;
  /** The quote is what a rulebook written by hand says, not held against a text. */
  readonly byHand: boolean;
  /** Of a deadline: how long it is. */
  readonly term: Duration | null;
  readonly service: string;
  readonly version: string | null;
}

/** A finding in a report: which one, which rule, and where its instants lie. Epoch ms. */
export interface ReportFinding {
  readonly finding: AuditFinding;
  readonly rule: number | null;
  readonly startAt: number | null;
  readonly dueAt: number | null;
  readonly doneAt: number | null;
  /** Time between start and done that stood still for the applicant. */
  readonly suspendedMs: number;
  readonly takenMs: number | null;
}

/** A stretch of a timeline. Epoch ms. */
export interface TimelinePiece {
  readonly from: number;
  readonly until: number;
  readonly is: "open" | "off" | "suspended";
}

/** A late case over working hours, days off and suspensions. */
export interface Timeline {
  readonly of: ReportFinding;
  readonly from: number;
  readonly until: number;
  readonly pieces: readonly TimelinePiece[];
  /** Days that begin on it, some of them, for its scale. */
  readonly days: readonly { readonly at: number; readonly day: string }[];
}

/** A case that falls due soon: in how many working days. */
export interface DueSoon {
  readonly of: ReportFinding;
  readonly workingDays: number;
}

/** Everything that a report shows. */
export interface AuditReport {
  readonly summary: AuditSummary;
  readonly now: string | null;
  /** By whose clock the rulebooks that judged a case count. */
  readonly zones: readonly string[];
  /** The mapping names zones: each provider is judged by a clock of its own. */
  readonly byProviders: boolean;
  readonly services: Readonly<Record<string, Words>>;
  readonly rules: readonly ReportRule[];
  readonly byService: readonly OutcomeGroup[];
  readonly byProvider: readonly OutcomeGroup[];
  readonly byMonth: readonly OutcomeGroup[];
  readonly byRule: readonly (OutcomeGroup & { readonly rule: number })[];
  /** How late: up to so many seconds (null: more), how many. */
  readonly lateness: readonly { readonly upTo: number | null; readonly findings: number }[];
  readonly worst: readonly Timeline[];
  /** Findings of each outcome that somebody has to look into, worst first; cut where there are very many. */
  readonly listed: readonly {
    readonly outcome: AuditOutcome;
    readonly all: number;
    readonly findings: readonly ReportFinding[];
  }[];
  readonly overdue: readonly ReportFinding[];
  readonly dueSoon: readonly DueSoon[];
  readonly dueWithin: number;
}
