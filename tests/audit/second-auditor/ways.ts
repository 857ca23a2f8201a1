import type { Channel, DeadlineRule } from "../../../src/model/rule.ts";
import type { LoggedEvent } from "./log.ts";

/**
 * The way of a complaint is that of the row by which it came, whatever way the request came; how a result was handed out
 * is told by the row of the handing out, where it tells any; by neither of two that can each have been the first.
 */
export function wayOf(
  rule: DeadlineRule,
  began: LoggedEvent | undefined,
  ends: readonly LoggedEvent[],
  channel: Channel | undefined,
): Channel | undefined {
  if (rule.fromEvent === "complaint-filed" && began !== undefined) return began.channel;
  if (rule.toEvent !== "step:result-given-out") return channel;
  const latest = Math.min(...ends.map((end) => end.latest));
  const first = ends.filter(({ earliest }) => earliest <= latest).map((end) => end.channel ?? channel);
  return new Set(first).size > 1 ? undefined : (first[0] ?? channel);
}
