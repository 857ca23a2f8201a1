import type { ClockTime } from "../model/rule.ts";

/** A time of day as words tell it. */
export interface ClockWords {
  readonly time: ClockTime;
  readonly from: number;
  readonly to: number;
}

/** From one time of day to another. */
export interface ClockInterval {
  readonly open: ClockTime;
  readonly close: ClockTime;
  readonly from: number;
  readonly to: number;
}
