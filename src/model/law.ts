import type { Condition } from "./condition.ts";
import type { Duration } from "./duration.ts";
import type { InForce } from "./in-force.ts";
import type { Addressee, Outside, RuleCommon, Subject } from "./rule.ts";

/** What a provision governs: any service, or one of those that a law takes out of the general rule. */
export type Scope = "service" | "licence" | "permit";

/** What is asked of the counting of terms, and a provision answers. */
export type CountingQuestion =
  | "start"
  | "first-day"
  | "last-day"
  | "last-hour"
  | "dispatch"
  | "same-number"
  | "half-month"
  | "quarter-and-half-year"
  | "hours-and-minutes";

/** Duties whose keeping a log can show. */
export type DutyName =
  | "registered-on-its-day"
  | "refused-with-reason"
  | "refused-on-ground-of-law"
  | "hearing-before-burden"
  | "objection-after-hearing-notice"
  | "result-a-day-early"
  | "asks-not-for-what-systems-give"
  | "forwarded-in-time"
  | "extension-told-in-time"
  | "complaint-extension-told-in-time"
  | "end-told-in-time"
  | "returned-after-deficiency-time"
  | "completeness-checked-in-time"
  | "permit-handed-over";

/** What every provision of a law has. */
export interface ProvisionCommon {
  /** `<book>/<article>`, kept; older and newer words of one article have ids of their own. */
  readonly id: string;
  /** As a lawyer cites it in the law's language, and in others. */
  readonly cite: string;
  readonly cites?: Readonly<Record<string, string>>;
  /** The law's own words by language; empty where they are not at hand. */
  readonly words: Readonly<Record<string, string>>;
  readonly inForce: InForce;
  /** What here is a reading of ours, and why. */
  readonly note?: string;
}

/** When a request is registered that comes outside working time: in the next working day. */
export interface RegistrationProvision extends ProvisionCommon {
  readonly kind: "rollover";
  /** What puts it off: the evening and the day off, or the day off alone. */
  readonly outside: Outside;
  /** What is registered so. */
  readonly events: readonly string[];
}
/** How terms are counted. */
export interface CountingProvision extends ProvisionCommon {
  readonly kind: "counting";
  readonly question: CountingQuestion;
  /** In one word: `registered`, `next-working-day`, `24:00-or-closing`. */
  readonly answer: string;
  /** Told of terms in these units alone; absent: of all. */
  readonly units?: readonly string[];
}

/** A term that a law sets for every service. */
export interface TermProvision extends ProvisionCommon {
  readonly kind: "deadline";
  readonly subject: Subject;
  readonly amount: number;
  readonly unit: Duration["unit"];
  readonly fromEvent?: string;
  readonly toEvent?: string;
  /** Whose term to answer a complaint it is. */
  readonly addressee?: Addressee;
  /** It is no term but how far one can be extended at most. */
  readonly extends?: true;
  /** Another term stands in for it where others have to be asked. */
  readonly whereOthersAreAsked?: true;
  readonly scope?: Scope;
}

/** A ground on which a request is not taken or the service is refused, whatever the regulation says. */
export interface GroundProvision extends ProvisionCommon {
  readonly kind: "refusal";
  readonly stage: "intake" | "service";
  /** Absent: whatever the service gives. */
  readonly scope?: Scope;
  /** Who refuses on it; absent: whoever gives the service. */
  readonly by?: "corporation";
  /** The ground, in facts. */
  readonly when?: Condition;
  readonly aboutDocuments?: "missing" | "expired";
}

/** A duty that a log can show, and the events without which it cannot be judged. */
export interface DutyProvision extends ProvisionCommon {
  readonly kind: "duty";
  readonly duty: DutyName;
  readonly within?: Duration;
  /** Events that have to be mapped for the duty to be judged. */
  readonly needs: readonly string[];
  readonly scope?: Scope;
  /** Cases in which it is not owed, in one word each. */
  readonly exceptions?: readonly string[];
}

/** Duties that single rows of a log show. */
export type RowDuty = Extract<DutyName, "refused-with-reason" | "asks-not-for-what-systems-give">;

/** A duty of the law beneath a book, as an audit holds rows of a log against it. */
export interface DutyRule extends RuleCommon {
  readonly kind: "duty";
  readonly duty: RowDuty;
}

/** What an act is deemed to be once its term has run out in silence. */
export interface SilenceProvision extends ProvisionCommon {
  readonly kind: "silence";
  readonly scope: Scope;
  readonly deemed: "refused" | "issued";
}

/** Services without a request: none of their terms runs from one. */
export interface ProactiveProvision extends ProvisionCommon {
  readonly kind: "proactive";
}

export type Provision =
  | RegistrationProvision
  | CountingProvision
  | TermProvision
  | GroundProvision
  | DutyProvision
  | SilenceProvision
  | ProactiveProvision;

/** One act of the general law of a country, as far as it holds for every service (`schemas/law.schema.json`). */
export interface LawBook {
  /** `kz-law/appk`. */
  readonly id: string;
  readonly country: string;
  readonly language: string;
  readonly act: {
    readonly id: string;
    readonly title: string;
    readonly number: string;
    readonly date: string;
  };
  /** Days as of which its text was read; what came later nobody has held against it. */
  readonly readAsOf: readonly string[];
  readonly remarks?: readonly string[];
  readonly rules: readonly Provision[];
}

/** The general law of a country: what lies beneath its rulebooks. */
export interface Law {
  readonly country: string;
  readonly books: readonly LawBook[];
  /** Of the files' bytes one after another. */
  readonly sha256: string;
}
