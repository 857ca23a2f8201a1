import type { Plan } from "../compile/plan.ts";
import { smallestFix } from "../check/smallest-fix.ts";
import type { FactValue } from "../model/condition.ts";
import type { Channel } from "../model/rule.ts";
import { isTold, valuesOf } from "./samples.ts";
import { longGood, type Asked, type Told } from "./told.ts";

/**
 * A request through a channel with which all is in order: the fewest facts that admit it, every other told as it comes,
 * every paper handed in. Undefined where no request is admitted.
 */
export function inOrder(plan: Plan, channel: Channel, asked: Asked): Told | undefined {
  const { facts, documents } = plan;
  const papers = Object.fromEntries(
    documents.map(({ id, expires }) => [id, expires ? longGood(asked.day) : undefined]),
  );
  const bare: Told = { channel, facts: {}, findings: [], papers };
  const changes = smallestFix(only(channel, plan), asked.request(bare), asked.day);
  if (changes === null) return undefined;
  const fixed = new Map<string, FactValue>(
    changes.flatMap((each) => (each.change === "fact" ? [[each.fact, each.to] as const] : [])),
  );
  const findings = changes.flatMap((each) =>
    each.change === "finding" && each.to === true ? [each.fact] : [],
  );
  const seen = new Set(plan.channels[channel].facts);
  const values = facts
    .filter((fact, slot) => isTold(fact) && seen.has(slot))
    .map((fact) => [fact.id, fixed.get(fact.id) ?? plainValue(valuesOf(fact))] as const);
  const told: Told = { channel, facts: Object.fromEntries(values), findings, papers };
  return asked.of(told).answer === "admit" ? told : undefined;
}

/** The plan with one channel alone: no other is proposed in its place. */
const only = (channel: Channel, plan: Plan): Plan => ({
  ...plan,
  channels: Object.fromEntries(
    Object.entries(plan.channels).map(([name, of]) => [
      name,
      { ...of, offered: of.offered && name === channel },
    ]),
  ) as unknown as Plan["channels"],
});

/** What is told of a fact that decides nothing: that it does not hold, or the first value there is. */
const plainValue = (values: readonly FactValue[]): FactValue =>
  values.includes(false) ? false : (values[0] ?? null);
