import type { Unit } from "./duration.ts";
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
}

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
  readonly ends?: "closing" | "midnight";
}
