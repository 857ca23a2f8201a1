import type { ChannelRule, Rule } from "../model/rule.ts";

/** The rule by which the portal is the only way of a service; undefined where there is another, or none is told. */
export function onlyPortal(rules: readonly Rule[]): ChannelRule | undefined {
  const channels = rules.filter((rule): rule is ChannelRule => rule.kind === "channel");
  const others = rules.some(
    (rule) =>
      (rule.kind === "channel" && rule.channel !== "portal") ||
      (rule.kind === "deadline" && rule.subject === "service" && (rule.channel ?? "portal") !== "portal"),
  );
  return others ? undefined : channels[0];
}
