import type { Diagram, Node } from "../compile/diagram.ts";
import type { ChannelPlan, Plan } from "../compile/plan.ts";
import type { Answer } from "../model/verdict.ts";
import type { Known } from "./known.ts";

/** The answer as far as what is known goes. */
export interface Deciding {
  readonly answer: Answer;
  /** Exactly the facts whose values could still change the answer; empty where it is settled. */
  readonly facts: readonly string[];
}

/** Class of a decision variable's value; -1 where it is not known. */
export const classOf = ({ classes }: Plan, { places }: Known, variable: number): number =>
  classes[variable]?.[places[variable] ?? 0] ?? -1;

const SETTLED: readonly [] = [];
const ANSWERS = ["refuse", "incomplete", "admit"] as const;

/**
 * Follows the channel's decision diagram along what is known. Where all ways lead to one answer, that is the answer;
 * otherwise the facts that the remaining diagram still asks for are those that would decide, no more and no fewer.
 */
export function decide(plan: Plan, channel: ChannelPlan, known: Known): Deciding {
  const straight = followed(channel, known);
  if (straight !== undefined) return { answer: straight, facts: SETTLED };
  const { result, facts } = resultOf(channel.decision, plan, known);
  if (result === undefined) return { answer: "undetermined", facts };
  return { answer: ANSWERS[result] ?? "undetermined", facts: SETTLED };
}

/** The result of a diagram as far as what is known goes; undefined where facts are missing, which are then named. */
export interface Result {
  readonly result: number | undefined;
  readonly facts: readonly string[];
}

/** What a diagram comes to where all ways that are left lead to one result, or the facts that would decide between them. */
export function resultOf({ terminals, nodes, root }: Diagram, plan: Plan, known: Known): Result {
  const done = new Map<number, string>();
  const asked = new Set<number>();
  /** Gives a name to what is left of a diagram: the same name for the same function. */
  const walk = (at: number): string => {
    if (at < terminals) return String(at);
    const there = done.get(at);
    if (there !== undefined) return there;
    const node = nodes[at - terminals];
    if (node === undefined) return String(at);
    const value = classOf(plan, known, node.variable);
    const name = value < 0 ? open(node) : walk(node.children[value] ?? 0);
    done.set(at, name);
    return name;
  };
  const names = new Map<string, string>();
  const open = ({ variable, children }: Node): string => {
    const left = children.map(walk);
    const [first] = left;
    if (first !== undefined && left.every((name) => name === first)) return first;
    asked.add(variable);
    const key = `${variable}:${left.join()}`;
    const name = names.get(key) ?? `n${names.size}`;
    names.set(key, name);
    return name;
  };
  const end = walk(root);
  return end.startsWith("n")
    ? { result: undefined, facts: nameAll(plan, known, asked) }
    : { result: Number(end), facts: SETTLED };
}

/** The result that what is known leads to without a question left open on the way. */
function followed({ steps: { first, row } }: ChannelPlan, { places }: Known): Answer | undefined {
  let at = first;
  while (at >= 0) at = row[at + 1 + (places[row[at] ?? 0] ?? 0)] ?? 0;
  return ANSWERS[-1 - at];
}

function nameAll(plan: Plan, known: Known, asked: ReadonlySet<number>): string[] {
  const names = [...asked].sort((a, b) => a - b).map((variable) => nameOf(plan, known, variable));
  return [...new Set(names)];
}

/** What a person would have to tell: a fact, the list of documents, or until when one on the list is good. */
function nameOf(plan: Plan, known: Known, variable: number): string {
  const fact = plan.facts[variable];
  if (fact !== undefined) return fact.id;
  const document = plan.documents[variable - plan.facts.length];
  return known.listed ? `documents.${document?.id ?? ""}.validUntil` : "documents";
}
