import { clockMs } from "../../calendar/term.ts";
import { leavesLastHourOpen } from "../../law/last-hour.ts";
import { AT_THE_DESK } from "../../model/at-the-desk.ts";
import type { Provision } from "../../model/law.ts";
import type { Channel, DeadlineRule } from "../../model/rule.ts";

/** At which hour a last day ends, where an audit is told which of two readings to take. */
export type LastHour = "closing" | "midnight";

/** In the column `at_closing`: at 24:00, at closing, or nobody can tell at which of the two (told as at closing). */
export const MIDNIGHT = 0;
const CLOSING = 1;
export const EITHER = 2;

/**
 * At which hour the last day of a term ends in a channel: what the rule's own words say; 24:00 where nobody serves people;
 * else as the reading asked for has it. Without one the law beneath leaves it open for what the provider itself decides,
 * and where no law lies beneath, it is closing (DESIGN.md, section 4).
 */
export function lastHourOf(
  rule: DeadlineRule,
  channel: Channel | undefined,
  law: readonly Provision[],
  asked: LastHour | undefined,
): number {
  if (rule.lastHour !== undefined) return rule.lastHour === "midnight" ? MIDNIGHT : CLOSING;
  if (channel === "portal" || channel === "post" || rule.ofLaw?.wholeDay === true) return MIDNIGHT;
  const isDecided =
    clockMs(rule.unit) !== undefined || rule.direction === "before" || AT_THE_DESK.has(rule.toEvent ?? "");
  if (isDecided) return CLOSING;
  if (asked !== undefined) return asked === "midnight" ? MIDNIGHT : CLOSING;
  return leavesLastHourOpen(law) ? EITHER : CLOSING;
}
