import type { Channel, Rule } from "../model/rule.ts";

/** Whether a rule judges requests through a channel. */
export const bears = (rule: Rule, channel: Channel): boolean =>
  rule.judges !== false && isOnChannel(rule, channel);

/** Whether what a rule says covers a channel: its channels, its channel, or without one every channel. */
export function isOnChannel(rule: Rule, channel: Channel): boolean {
  if ("channels" in rule) return rule.channels.includes(channel);
  return !("channel" in rule) || rule.channel === channel;
}
