import type { Channel } from "../model/rule.ts";
import type { Duration, Unit } from "../model/duration.ts";

/** A length of time as a rule sets it, with what decides how it is counted. */
export interface Term extends Duration {
  /** Absent: as for `provider`. */
  readonly channel?: Channel | undefined;
  /** The day of the start is the first that counts. Absent: false. */
  readonly countsStartDay?: boolean | undefined;
  /** A last day that is no working day moves to the next one. Absent: true. */
  readonly movesToWorkingDay?: boolean | undefined;
  readonly clock?: "wall" | "open" | undefined;
  /** `before`: counted back from the event. */
  readonly direction?: "after" | "before" | undefined;
}

const UNIT_MS: Readonly<Partial<Record<Unit, number>>> = { second: 1000, minute: 60_000, hour: 3_600_000 };

/** Length of one `second`, `minute` or `hour` in ms; undefined for the units that are days. */
export const clockMs = (unit: Unit): number | undefined => UNIT_MS[unit];
