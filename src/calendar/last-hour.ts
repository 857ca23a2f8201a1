import { AT_THE_DESK } from "../model/at-the-desk.ts";
import type { LastHour } from "../model/last-hour.ts";
import type { Channel, DeadlineRule } from "../model/rule.ts";
import { clockMs, type Term } from "./term.ts";

/** What of a deadline, or of a term without a rule, can say at which hour it ends. */
type Hourly = Pick<Term, "lastHour" | "unit" | "direction"> & Pick<DeadlineRule, "toEvent" | "ofLaw">;

/** Whether nobody serves people in a channel, and nobody closes: what is done in it is in time until 24:00. */
export const neverCloses = (channel: Channel | undefined): boolean =>
  channel === "portal" || channel === "post";

/**
 * At which hour the last day ends in a channel: as the rule's own words say; at 24:00 where nobody closes; at closing where
 * hours are counted, or days back, or something is done at a desk. Undefined: none of these decides (DESIGN.md, section 4).
 */
export function decidedHour(
  { lastHour, unit, direction, toEvent, ofLaw }: Hourly,
  channel: Channel | undefined,
): LastHour | undefined {
  if (lastHour !== undefined) return lastHour;
  if (neverCloses(channel) || ofLaw?.wholeDay === true) return "midnight";
  const isAtClosing = clockMs(unit) !== undefined || direction === "before" || AT_THE_DESK.has(toEvent ?? "");
  return isAtClosing ? "closing" : undefined;
}
