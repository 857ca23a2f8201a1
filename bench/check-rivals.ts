import { Engine, type RuleProperties } from "json-rules-engine";
import type { Library } from "../src/library/library.ts";
import type { Volume } from "../src/library/volume.ts";
import { engineRules, type EngineRule } from "../src/compile/json-rules-engine.ts";
import type { Condition } from "../src/model/condition.ts";
import type { Case } from "./check-cases.ts";

/** An engine with the rules of all versions. */
export interface Contender {
  readonly name: string;
  /** Reads a request, which is not measured, and gives what is: the judging. */
  readonly ready: (of: Case) => () => unknown;
  /** The verdict that its answer amounts to. */
  readonly verdictOf: (answer: unknown, of: Case) => string;
}

/** Plain json-rules-engine, one engine a version. */
export function jsonRulesEngine({ volumes }: Library): Contender {
  const engines = new Map(
    volumes.map((volume) => [volume, new Engine(engineRules(volume.book) as unknown as RuleProperties[])]),
  );
  return {
    name: "json-rules-engine (which rules fired)",
    ready: ({ volume, facts }) => {
      const engine = engines.get(volume)!;
      const told = JSON.parse(facts) as object;
      return () => engine.run(told as Record<string, unknown>);
    },
    verdictOf: (answer) => verdictOf((answer as { events: { type: string }[] }).events),
  };
}

interface ZenDecision {
  evaluate: (facts: object) => Promise<{ result: Record<string, boolean> }>;
}

/** GoRules ZEN, one decision a version; undefined where it is not installed. */
export async function zenEngine({ volumes }: Library): Promise<Contender | undefined> {
  try {
    const { ZenEngine } = (await import("@gorules/zen-engine")) as unknown as {
      ZenEngine: new () => { createDecision: (content: Buffer) => ZenDecision };
    };
    const engine = new ZenEngine();
    const decisions = new Map<Volume, ZenDecision>();
    for (const volume of volumes) {
      const content = JSON.stringify(zenContent(engineRules(volume.book)));
      decisions.set(volume, engine.createDecision(Buffer.from(content)));
    }
    return {
      name: "@gorules/zen-engine (which rules fired)",
      ready: ({ volume, facts }) => {
        const decision = decisions.get(volume)!;
        const told = Object.entries(JSON.parse(facts) as object);
        const named = Object.fromEntries(told.map(([id, value]) => [zenName(id), value as unknown]));
        return () => decision.evaluate(named);
      },
      verdictOf: (answer, { volume }) => {
        const { result } = answer as { result: Record<string, boolean> };
        const fired = engineRules(volume.book).filter((_, index) => result[`r${index}`] === true);
        return verdictOf(fired.map(({ event }) => event));
      },
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.log(`@gorules/zen-engine IS NOT THERE, no comparison with it: ${why}`);
    return undefined;
  }
}

function verdictOf(fired: readonly { readonly type: string }[]): string {
  if (fired.some(({ type }) => type === "refuse")) return "refuse";
  return fired.length > 0 ? "incomplete" : "admit";
}

/** The exported rules as a ZEN decision: one expression node, a rule a line. */
function zenContent(rules: readonly EngineRule[]): object {
  const expressions = rules.map(({ conditions }, index) => ({
    id: `e${index}`,
    key: `r${index}`,
    value: zenExpression(conditions),
  }));
  return {
    nodes: [
      { id: "in", type: "inputNode", name: "request", position: { x: 0, y: 0 } },
      {
        id: "rules",
        type: "expressionNode",
        name: "rules",
        position: { x: 1, y: 0 },
        content: { expressions },
      },
      { id: "out", type: "outputNode", name: "response", position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: "1", sourceId: "in", targetId: "rules", type: "edge" },
      { id: "2", sourceId: "rules", targetId: "out", type: "edge" },
    ],
  };
}

/** An expression of ZEN for a condition. */
function zenExpression(condition: Condition): string {
  if ("all" in condition) return `(${condition.all.map(zenExpression).join(" and ")})`;
  if ("any" in condition) return `(${condition.any.map(zenExpression).join(" or ")})`;
  if ("not" in condition) return `(not (${zenExpression(condition.not)}))`;
  const fact = zenName(condition.fact);
  const value = JSON.stringify(condition.value);
  const operators: Partial<Record<typeof condition.operator, string>> = {
    equal: `${fact} == ${value}`,
    notEqual: `${fact} != ${value}`,
    in: `${fact} in ${value}`,
    notIn: `${fact} not in ${value}`,
    lessThan: `${fact} < ${value}`,
    lessThanInclusive: `${fact} <= ${value}`,
    greaterThan: `${fact} > ${value}`,
    greaterThanInclusive: `${fact} >= ${value}`,
  };
  return operators[condition.operator] ?? "false";
}

const zenName = (fact: string): string => `f_${fact.replace(/[^a-z0-9]/gi, "_")}`;
