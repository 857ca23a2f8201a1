import type { Node } from "../compile/diagram.ts";
import type { ChannelPlan, Plan } from "../compile/plan.ts";
import { DOCUMENTS_FACT } from "../model/condition.ts";
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

/** Of a request as it is: papers are changed one by one, as documents. */
const RESERVED: ReadonlySet<string> = new Set(["channel", DOCUMENTS_FACT]);

/** What is not told and is left so. */
const LEAVE = -1;

interface Way {
  readonly cost: number;
  /** Class to take of the first variable, or `LEAVE`. */
  readonly take: number;
}

/**
 * The cheapest way from the root to admission. Where a fact is not told it may be left so, if all its values then lead to
 * admission by the same further changes: so the way goes through sets of places, all of which have to get there.
 */
function within(plan: Plan, { decision }: ChannelPlan, known: Known): Change[] | null {
  const { nodes, root, terminals } = decision;
  const nodeAt = (at: number): Node | undefined => nodes[at - terminals];
  const variableOf = (places: readonly number[]): number =>
    Math.min(...places.map((at) => nodeAt(at)?.variable ?? Infinity));
  const next = (places: readonly number[], variable: number, take: number): number[] => {
    const after = places.flatMap((at) => {
      const node = nodeAt(at);
      if (node?.variable !== variable) return [at];
      return take === LEAVE ? node.children : [node.children[take] ?? 0];
    });
    return [...new Set(after)].filter((at) => at !== ADMIT).sort((a, b) => a - b);
  };
  const ways = new Map<string, Way>();
  const wayFrom = (places: readonly number[]): Way => {
    if (places.length === 0) return { cost: 0, take: LEAVE };
    if (places.some((at) => at < terminals)) return { cost: Infinity, take: LEAVE };
    const key = places.join();
    const there = ways.get(key);
    if (there !== undefined) return there;
    const variable = variableOf(places);
    const is = classOf(plan, known, variable);
    const movable = !RESERVED.has(plan.facts[variable]?.id ?? "");
    const width = nodes.find((node) => node.variable === variable)?.children.length ?? 0;
    const classes = [...Array(width).keys()].filter((value) => movable || value === is);
    const takes = is === LEAVE ? [LEAVE, ...classes] : [is, ...classes.filter((value) => value !== is)];
    let best: Way = { cost: Infinity, take: LEAVE };
    for (const [place, take] of takes.entries()) {
      const cost = wayFrom(next(places, variable, take)).cost + (place === 0 ? 0 : 1);
      if (cost < best.cost) best = { cost, take };
    }
    ways.set(key, best);
    return best;
  };
  const start = root === ADMIT ? [] : [root];
  if (wayFrom(start).cost === Infinity) return null;
  const changes: Change[] = [];
  for (let places = start; places.length > 0;) {
    const variable = variableOf(places);
    const { take } = wayFrom(places);
    if (take !== LEAVE && classOf(plan, known, variable) !== take)
      changes.push(changeOf(plan, known, variable, take));
    places = next(places, variable, take);
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
