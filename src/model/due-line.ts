import type { Unit } from "./duration.ts";
import type { LastHour } from "./last-hour.ts";
import type { Channel } from "./rule.ts";

/** One term to be counted, as it is handed in (`schemas/due-line.schema.json`). What is absent or `null` is not known. */
export interface DueLine {
  /** When the event was, `2025-03-17T10:00`; without an offset it is read in the zone. From 1970 to 2099. */
  readonly start: string;
  /** How many units; whole, but for seconds, minutes and hours. */
  readonly amount: number;
  readonly unit: Unit;
  /** Where the service is asked for. Closing time ends a last day, but 24:00 for `portal` and `post`. */
  readonly channel?: Channel | null;
  /** IANA zone of the provider, `Asia/Almaty`; absent: the offset of `start`, or UTC. */
  readonly zone?: string | null;
  /** Opening hours in OpenStreetMap notation, `Mo-Fr 09:00-13:00,14:30-18:30`, or `24/7`. */
  readonly hours?: string | null;
  /** Days of the working week; absent: as the hours say, otherwise 5. */
  readonly week?: 5 | 6 | null;
  /** Weekly days off where they are not Saturday and Sunday, or Sunday: `Su,Mo`; holidays on them move on. */
  readonly rest?: string | null;
  /** Country whose calendar counts, `kz`; absent: no day moves, and working days cannot be counted. */
  readonly calendar?: string | null;
  /** True: an event outside working time counts as of the next opening. */
  readonly rollover?: boolean | null;
  /** Until when events count as of the same day: `18:00`, or `Mo-Fr 18:00; Sa 12:00`. */
  readonly cutoff?: string | null;
  /** How seconds, minutes and hours run: by the wall, or in open time alone. */
  readonly clock?: "wall" | "open" | null;
  /** True: the day of the start is the first that counts. */
  readonly countsStartDay?: boolean | null;
  /** False: a last day that is not worked stays. */
  readonly movesToWorkingDay?: boolean | null;
  /** At which hour a last day ends; absent: at closing, for `portal` and `post` at 24:00. */
  readonly lastHour?: LastHour | null;
  /** Country whose general law lies beneath, `kz`: it moves requests where `rollover` and `cutoff` are absent. */
  readonly law?: string | null;
  /** `before`: the term is counted back from the event. */
  readonly direction?: "after" | "before" | null;
}
