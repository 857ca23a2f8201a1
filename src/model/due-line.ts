import type { Unit } from "./duration.ts";
import type { Channel } from "./rule.ts";

/** One term to be counted, as it is handed in (`schemas/due-line.schema.json`). */
export interface DueLine {
  readonly start: string;
  readonly amount: number;
  readonly unit: Unit;
  readonly channel?: Channel | null;
  readonly zone?: string | null;
  readonly hours?: string | null;
  readonly week?: 5 | 6 | null;
  readonly calendar?: string | null;
  readonly rollover?: boolean | null;
  readonly cutoff?: string | null;
  readonly clock?: "wall" | "open" | null;
  readonly countsStartDay?: boolean | null;
  readonly movesToWorkingDay?: boolean | null;
  readonly direction?: "after" | "before" | null;
}
