import type { AuditOutcome } from "../model/audit-outcome.ts";
import type { ComparedShare } from "../model/comparison.ts";

/** Standard deviations around the middle that hold 95 % of a normal distribution. */
export const DEVIATIONS_OF_95 = 1.959963984540054;
const Z = DEVIATIONS_OF_95;
const DIGITS = 1e6;

/** Rounded, so that the same figures are written alike on every machine. */
const rounded = (share: number): number => Math.round(share * DIGITS) / DIGITS;

/** The share of terms in time among those that are decided, with the bounds of Wilson's score interval. */
export function comparedShare(counts: Readonly<Partial<Record<AuditOutcome, number>>>): ComparedShare {
  const met = counts.met ?? 0;
  const decided = met + (counts.late ?? 0) + (counts.overdue ?? 0);
  const untold = counts["cannot-be-told"] ?? 0;
  if (decided === 0) return { met, decided, untold, share: null, low: null, high: null };
  const share = met / decided;
  const square = Z ** 2 / decided;
  const middle = (share + square / 2) / (1 + square);
  const half = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / decided + square / (4 * decided));
  return {
    met,
    decided,
    untold,
    share: rounded(share),
    low: rounded(Math.max(0, middle - half)),
    high: rounded(Math.min(1, middle + half)),
  };
}
