import { holds } from "../../compile/operator.ts";
import type { Condition } from "../../model/condition.ts";
import type { Channel } from "../../model/rule.ts";

/** The fact of which a request's channel is the value. */
export const CHANNEL = "channel";

/** What a condition comes to on a channel, as far as that decides it; where the channel is not known, what it says stays open. */
export function givenChannel(condition: Condition, channel: Channel | undefined): Condition | boolean {
  if (channel === undefined) return condition;
  if ("fact" in condition)
    return condition.fact === CHANNEL ? holds(condition.operator, condition.value)(channel) : condition;
  if ("not" in condition) {
    const inner = givenChannel(condition.not, channel);
    return typeof inner === "boolean" ? !inner : { not: inner };
  }
  const isAll = "all" in condition;
  const open: Condition[] = [];
  for (const part of isAll ? condition.all : condition.any) {
    const told = givenChannel(part, channel);
    // One part that does not hold decides "all", one that holds decides "any".
    if (told === !isAll) return told;
    if (typeof told !== "boolean") open.push(told);
  }
  if (open.length === 0) return isAll;
  return isAll ? { all: open } : { any: open };
}
