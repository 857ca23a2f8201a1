import type { Unit } from "./duration.ts";
import type { LastHour } from "./last-hour.ts";
import type { OtherDue } from "./other-due.ts";
import type { Weekday } from "./rule.ts";

/** Words by language, `{ kk, ru, en }`. */
export type Words = Readonly<Record<string, string>>;

/** Why a day is or is not one of work. Dates are `YYYY-MM-DD`; `act` is the act's number in the state's register. */
export type DayReason =
  | { readonly why: "working" }
  /** A day off that an act made a day of work; it has the hours of `instead`, which is off for it. */
  | { readonly why: "worked-day-off"; readonly instead: string; readonly act: string; readonly title: Words }
  | { readonly why: "weekly-day-off" }
  | {
      readonly why: "holiday";
      readonly name: Words;
      readonly estimated: boolean;
      readonly act: string;
      readonly title: Words;
    }
  /** The day off on which the holiday `name` fell, `from`, was moved here. */
  | {
      readonly why: "moved-holiday";
      readonly from: string;
      readonly name: Words;
      readonly act: string;
      readonly title: Words;
    }
  /** Off by an act instead of `from`, which is worked. */
  | { readonly why: "moved-by-act"; readonly from: string; readonly act: string; readonly title: Words }
  /** No calendar says whether it is worked. */
  | { readonly why: "no-calendar" };

/** A stretch of time that counted; ISO instants with offset. */
export interface CountedPiece {
  readonly from: string;
  readonly until: string;
  readonly ms: number;
}

/** One day on the way from an event to a due time. */
export interface ExplainedDay {
  readonly date: string;
  readonly weekday: Weekday;
  /**
   * `before-start`: the term did not run yet; `start`: the day of the start, not counted; `counted`; `not-counted`;
   * `suspended`: it holds suspended time; `moved`: the last day was one on which nobody works, and moved on over this one.
   */
  readonly as: "before-start" | "start" | "counted" | "not-counted" | "suspended" | "moved";
  /** It is the n-th day of the term. */
  readonly n?: number;
  readonly reason: DayReason;
  /** Of a term in seconds, minutes or hours: what counted on this day. */
  readonly pieces?: readonly CountedPiece[];
  /** The clock was put on or back on this day: times of it are told with their offsets. */
  readonly clockChanged?: true;
}

/** What of a term's counting a provision of the general law says. */
export type LawAbout =
  "registration" | "first-day" | "length" | "last-day" | "last-hour" | "clock" | "silence";

/** A provision of the general law on which a due time rests. */
export interface LawOfTerm {
  readonly about: LawAbout;
  readonly rule: string;
  readonly cite: string;
  readonly cites?: Words;
  /** The law's own words by language. */
  readonly words: Words;
  /** What the act counts as where the term runs out in silence. */
  readonly deemed?: "refused" | "issued";
  /** It is not certain that it held on that day. */
  readonly perhaps?: true;
}

/** What of the general law a due time rests on; between the due times nobody can tell. */
export interface LawOfDue {
  readonly provisions: readonly LawOfTerm[];
  readonly otherwise: readonly OtherDue[];
}

/**
 * What is taken so by us and by no law: that seconds, minutes and hours run in open time, or by the wall; that 24 hours
 * and more run by the wall; that a rollover without known hours moves days off alone; that a last day counted back moves
 * to the working day before.
 */
export type Assumption = "open-time" | "wall-clock" | "day-limit" | "rollover-without-hours" | "moves-back";

/** How a due time was reached: each day, counted or not, why, and by which act. Instants are ISO with offset. */
export interface DueExplanation {
  readonly event: string;
  readonly start: string;
  /** Why the term did not start with the event. */
  readonly startMoved?: "day-off" | "before-opening" | "after-closing" | "after-cutoff";
  readonly amount: number;
  readonly unit: Unit;
  readonly counting: "working-days" | "calendar-days" | "same-day" | "open-time" | "wall-clock";
  readonly days: readonly ExplainedDay[];
  readonly due: string;
  /** What the due time is on its day: closing time, or the day's end. Absent for seconds, minutes and hours. */
  readonly ends?: LastHour;
  /** What here is an assumption of ours; absent: nothing is. */
  readonly assumed?: readonly Assumption[];
  /** What of the general law it rests on, where that was asked for. */
  readonly law?: LawOfDue;
}
