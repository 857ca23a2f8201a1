import type { ChannelPlan, Plan } from "../compile/plan.ts";
import type { Channel } from "../model/rule.ts";
import type { Change } from "../model/verdict.ts";
import { classOf } from "./deciding.ts";
import { knownOf, type Known } from "./known.ts";
import type { Request } from "./request.ts";

/**
 * The fewest changes of facts, findings, documents and channel that would make a request admissible: none where it is
 * admitted, `null` where nothing would. The shortest way through the decision diagram, so no smaller one exists; of
 * several as short, the one without a change of channel, then the first in the order of the rules.
 */
export function smallestFix(plan: Plan, request: Request, isoDay: string): readonly Change[] | null {
  const own = plan.channels[request.channel];
  let best = within(plan, own, knownOf(plan, own, request, isoDay));
  for (const other of Object.values(plan.channels)) {
    if (!other.offered || other.channel === request.channel) continue;
    const rest = within(plan, other, knownOf(plan, other, request, isoDay));
    if (rest === null || (best !== null && rest.length + 1 >= best.length)) continue;
    best = [channelChange(other.channel), ...rest];
  }
  return best;
}

const channelChange = (to: Channel): Change => ({ change: "channel", to });

const ADMIT = 2;

interface Way {
  readonly cost: number;
  /** Class to take at this node, and whether that is a change. */
  readonly take: number;
}

function within(plan: Plan, { decision }: ChannelPlan, known: Known): Change[] | null {
  const { nodes, root, terminals } = decision;
  const ways = new Map<number, Way>();
  const cost = (at: number): number => {
    if (at < terminals) return at === ADMIT ? 0 : Infinity;
    const there = ways.get(at);
    if (there !== undefined) return there.cost;
    const node = nodes[at - terminals];
    let best: Way = { cost: Infinity, take: -1 };
    const is = node === undefined ? -1 : classOf(plan, known, node.variable);
    const movable = node !== undefined && plan.facts[node.variable]?.id !== "channel";
    for (const [value, child] of (node?.children ?? []).entries()) {
      if (value !== is && !movable) continue;
      const whole = cost(child) + (value === is ? 0 : 1);
      if (whole < best.cost || (whole === best.cost && value === is)) best = { cost: whole, take: value };
    }
    ways.set(at, best);
    return best.cost;
  };
  if (cost(root) === Infinity) return null;
  const changes: Change[] = [];
  for (let at = root; at >= terminals;) {
    const node = nodes[at - terminals];
    const take = ways.get(at)?.take ?? 0;
    if (node === undefined) break;
    if (classOf(plan, known, node.variable) !== take)
      changes.push(changeOf(plan, known, node.variable, take));
    at = node.children[take] ?? ADMIT;
  }
  return changes;
}

function changeOf(plan: Plan, known: Known, variable: number, take: number): Change {
  const fact = plan.facts[variable];
  if (fact === undefined) {
    const seen = known.documents[variable - plan.facts.length];
    return { change: "document", document: seen?.document ?? "", from: seen?.state ?? "unknown" };
  }
  const from = known.values[variable];
  const to = fact.classes[take]?.[0] ?? null;
  const change = fact.finding ? "finding" : "fact";
  return { change, fact: fact.id, ...(from === undefined ? {} : { from }), to };
}
