import { SECOND_MS, HOUR_SECONDS } from "../model/time-units.ts";

const WIDTH = 24;
/** Before so much is done, or so little time spent, nobody can say how long the rest takes. */
const LEAST_SHARE = 0.02;
const LEAST_MS = 1000;

/** `[######..................]  25 %  reading, 1,600,000 rows, 12 s left`, cut to fit a line of so many columns. */
export function barText(phase: string, share: number, parts: readonly string[], columns: number): string {
  const full = Math.floor(share * WIDTH);
  const bar = `[${"#".repeat(full)}${".".repeat(WIDTH - full)}]`;
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  return `${bar} ${percent}  ${[phase, ...parts].join(", ")}`.slice(0, Math.max(1, columns - 1));
}

/** How long still, when a share of the work has taken so long; undefined where it is too early to tell. */
export function timeLeft(share: number, spentMs: number): string | undefined {
  if (share < LEAST_SHARE || share >= 1 || spentMs < LEAST_MS) return undefined;
  const seconds = Math.ceil((spentMs * (1 - share)) / share / SECOND_MS);
  if (seconds < 60) return `${seconds} s left`;
  if (seconds < HOUR_SECONDS) return `${Math.ceil(seconds / 60)} min left`;
  return `${Math.floor(seconds / HOUR_SECONDS)} h ${Math.ceil((seconds % HOUR_SECONDS) / 60)} min left`;
}
