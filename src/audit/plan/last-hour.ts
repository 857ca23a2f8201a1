import { decidedHour } from "../../calendar/last-hour.ts";
import { leavesLastHourOpen } from "../../law/last-hour.ts";
import type { LastHour } from "../../model/last-hour.ts";
import type { Provision } from "../../model/law.ts";
import type { Channel, DeadlineRule } from "../../model/rule.ts";

/** In the column `at_closing`: at 24:00, at closing, or nobody can tell at which of the two (told as at closing). */
export const MIDNIGHT = 0;
const CLOSING = 1;
export const EITHER = 2;

/**
 * At which hour the last day of a term ends in a channel: what decides it, else as the reading asked for has it. Without one
 * the law beneath leaves it open for what the provider itself decides, and where no law lies beneath, it is closing
 * (DESIGN.md, section 4).
 */
export function lastHourOf(
  rule: DeadlineRule,
  channel: Channel | undefined,
  law: readonly Provision[],
  asked: LastHour | undefined,
): number {
  const hour = decidedHour(rule, channel) ?? asked ?? (leavesLastHourOpen(law) ? undefined : "closing");
  if (hour === undefined) return EITHER;
  return hour === "midnight" ? MIDNIGHT : CLOSING;
}
