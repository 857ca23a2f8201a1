import type { Channel } from "../model/rule.ts";
import type { Duration, Unit } from "../model/duration.ts";
import type { LastHour } from "../model/last-hour.ts";
import { SECOND_MS, MINUTE_MS, HOUR_MS } from "../model/time-units.ts";

/** A length of time as a rule sets it, with what decides how it is counted. */
export interface Term extends Duration {
  /** Absent: as for `provider`. */
  readonly channel?: Channel | undefined;
  /** The day of the start is the first that counts. Absent: false. */
  readonly countsStartDay?: boolean | undefined;
  /** A last day that is no working day moves to the next one. Absent: true. */
  readonly movesToWorkingDay?: boolean | undefined;
  readonly clock?: "wall" | "open" | undefined;
  /** At which hour a last day ends. Absent: at closing, for `portal` and `post` at 24:00. */
  readonly lastHour?: LastHour | undefined;
  /** `before`: counted back from the event. */
  readonly direction?: "after" | "before" | undefined;
  /** False: no rollover or cutoff moves the event that starts it. Absent: those of the timetable do. */
  readonly startMoves?: boolean | undefined;
}

const UNIT_MS: Readonly<Partial<Record<Unit, number>>> = {
  second: SECOND_MS,
  minute: MINUTE_MS,
  hour: HOUR_MS,
};

/** Length of one `second`, `minute` or `hour` in ms; undefined for the units that are days. */
export const clockMs = (unit: Unit): number | undefined => UNIT_MS[unit];
