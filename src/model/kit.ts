import type { FactValue } from "./condition.ts";
import type { Channel } from "./rule.ts";
import type { Answer } from "./verdict.ts";

/** What a case of a conformance kit is about; `report/kit` has words for each. */
export const KIT_MATTERS = [
  "all-in-order",
  "channel-not-offered",
  "ground-just-met",
  "ground-just-not-met",
  "paper-not-needed",
  "paper-there",
  "paper-missing",
  "paper-expired",
  "paper-last-day",
  "one-of-several",
  "none-of-several",
  "due",
  "no-term",
] as const;
export type KitMatter = (typeof KIT_MATTERS)[number];

/** A request as a case tells it: as `schemas/request.schema.json` has it, with nothing left open. */
export interface KitRequest {
  readonly service: string;
  readonly channel: Channel;
  /** ISO time with offset. */
  readonly submitted: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly documents: readonly { readonly type: string; readonly validUntil?: string }[];
  readonly findings: readonly {
    readonly fact: string;
    readonly holds: boolean;
    readonly by: string;
    readonly at: string;
  }[];
}

/** An event that starts a term and is no request. */
export interface KitEvent {
  /** Name of the event; absent: the rulebook names none. */
  readonly event?: string;
  /** The act's own words for it. */
  readonly words?: string;
  /** ISO time with offset. */
  readonly at: string;
  /** Absent: it is not known which. */
  readonly channel?: Channel;
}

/** What is right. Of a `due` case: when the term ends, `null` where it does not start. */
export interface KitExpected {
  readonly verdict?: Answer;
  /** Documents that are lacking: of each group one is enough. */
  readonly missing?: readonly (readonly string[])[];
  /** Rules that stand against the request. */
  readonly grounds?: readonly string[];
  readonly due?: string | null;
  /** Another instant that is as right: no clause decides between the two. */
  readonly or?: string;
}

/** One question to a provider's own system, the answer that the rules give, and the rule that it tests. */
export interface KitCase {
  readonly case: string;
  readonly matter: KitMatter;
  readonly rule: string;
  readonly cite: string;
  readonly quote?: string;
  /** Other rules that it tests: those that the same question is about, and hours, cutoffs and rollovers of a term. */
  readonly also?: readonly string[];
  readonly asks: "verdict" | "due";
  readonly request?: KitRequest;
  readonly begins?: KitEvent;
  readonly expected: KitExpected;
}

/** Cases for a service, what they were made of, and the rules that no case tests. */
export interface Kit {
  readonly format: "tarmaq-kit/1";
  readonly service: string;
  readonly version?: string;
  /** SHA-256 of the rulebook. */
  readonly sha256: string;
  readonly calendar?: { readonly id: string; readonly sha256: string };
  /** The general law beneath: its SHA-256, or that it is left out; absent: there is none. */
  readonly law?: string;
  /** First and last day of the moments in it. */
  readonly days: { readonly first: string; readonly last: string };
  readonly rules: readonly { readonly rule: string; readonly cite: string; readonly cases: number }[];
  readonly untested: readonly { readonly rule: string; readonly cite: string; readonly why: KitUntested }[];
  readonly cases: readonly KitCase[];
}

/** Why no case tests a rule. */
export type KitUntested =
  "says-nothing-of-requests-or-terms" | "another-rule-judges" | "never-alone" | "no-time-can-be-told";

/** What a provider's system answered to a case. */
export interface KitAnswer {
  readonly case: string;
  readonly verdict?: Answer;
  readonly missing?: readonly (readonly string[])[];
  readonly grounds?: readonly string[];
  /** ISO time with offset; `null`: the term does not start. */
  readonly due?: string | null;
}

/** A case that a system answered otherwise. */
export interface KitDifference {
  readonly case: KitCase;
  readonly answer: KitAnswer;
  readonly differs: readonly ("verdict" | "missing" | "grounds" | "due")[];
}

/** How a system's answers agree with a kit. */
export interface KitScore {
  readonly cases: number;
  readonly agree: number;
  readonly differences: readonly KitDifference[];
  /** Cases without an answer. */
  readonly unanswered: readonly string[];
  /** Answers to no case of the kit. */
  readonly unknown: readonly string[];
  /** Of the answers that agree or differ, how many did not tell these. */
  readonly untold: { readonly missing: number; readonly grounds: number };
}
