import type { FieldChange, Gains } from "../model/change.ts";
import type { Channel, Rule } from "../model/rule.ts";
import { fieldChange } from "./difference.ts";
import { UNCLEAR } from "./gains.ts";

type Scoped = Pick<Rule, "kind"> | { readonly channel?: Channel; readonly channels?: readonly Channel[] };

/** The channels a rule is told for, in a fixed order; none: for all. */
export function channelsOf(rule: Scoped): readonly Channel[] {
  if ("channels" in rule) return [...rule.channels].sort();
  return "channel" in rule ? [rule.channel] : [];
}

/** Another scope is better for some and worse for others, and how many that is the rule does not say. */
export function channelChange(
  old: Scoped,
  now: Scoped,
): { readonly fields: readonly FieldChange[]; readonly gains: Gains } {
  return { fields: fieldChange("channels", channelsOf(old), channelsOf(now)), gains: UNCLEAR };
}
