/**
 * Verdicts a second on one core, with full explanation (every rule with its facts, documents and citation, due times,
 * the facts that would decide): ours beside plain json-rules-engine and @gorules/zen-engine, on the same rules and the
 * same requests, in the same run. The others answer with less: which rules fired.
 */
import { Engine, type RuleProperties } from "json-rules-engine";
import { check } from "../src/check/check.ts";
import type { Request } from "../src/check/request.ts";
import type { Volume } from "../src/cli/library.ts";
import { openLibrary } from "../src/cli/open-library.ts";
import { engineRules, type EngineRule } from "../src/compile/json-rules-engine.ts";
import type { Plan } from "../src/compile/plan.ts";
import type { Condition, FactValue } from "../src/model/condition.ts";
import { CHANNELS } from "../src/model/rule.ts";

const SECONDS = 3;
const REQUESTS = 500;

const library = openLibrary();

/** Numbers from 0 to 1, the same at each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Case {
  readonly volume: Volume;
  readonly request: Request;
  /** The same as flat facts, for the other engines. */
  readonly facts: Readonly<Record<string, FactValue>>;
}

/** Complete requests to all services, each fact with one of its values. */
function cases(): Case[] {
  const random = seeded(1);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  return Array.from({ length: REQUESTS }, () => {
    const volume = pick(library.volumes);
    const plan = volume.plan();
    const facts: Record<string, FactValue> = {};
    const findings = [];
    for (const { id, classes, finding } of plan.facts) {
      if (id === "channel") continue;
      const value = finding ? random() < 0.1 : pick(pick(classes));
      if (finding) findings.push({ fact: id, holds: value === true, by: "n", at: "2025-03-17T10:00" });
      else facts[id] = value;
    }
    const documents = plan.documents
      .filter(() => random() < 0.8)
      .map(({ id }) => ({ type: id, validUntil: "2030-01-01" }));
    const channel = pick(CHANNELS.filter((one) => plan.channels[one].offered));
    const request = {
      service: plan.book.id,
      channel,
      submitted: submittedFor(volume),
      facts,
      findings,
      documents,
    };
    return { volume, request, facts: { ...facts, ...flat(plan, request), channel } };
  });
}

function submittedFor({ book }: Volume): string {
  const { inForce } = book;
  const from = typeof inForce?.from === "object" ? inForce.from.assumed : inForce?.from;
  const day = from === undefined || from === "unknown" ? (inForce?.adopted ?? "2025-03-17") : from;
  return `${day}T10:00`;
}

function flat(plan: Plan, request: Pick<Request, "documents" | "findings">): Record<string, FactValue> {
  const given = new Set(request.documents?.map(({ type }) => type));
  return {
    ...Object.fromEntries(plan.documents.map(({ id }) => [`document.${id}`, given.has(id)])),
    ...Object.fromEntries((request.findings ?? []).map(({ fact, holds }) => [fact, holds])),
  };
}

/**
 * Runs through the cases again and again; gives cases a second of processor time, of all threads together: what one core
 * does, whatever else the machine is doing.
 */
async function rate(name: string, one: (of: Case) => unknown): Promise<number> {
  const all = cases();
  for (let round = 0; round < 5; round += 1) for (const each of all) await one(each);
  let done = 0;
  const start = process.cpuUsage();
  const used = (): number => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  while (used() < SECONDS) {
    for (const each of all) {
      const answer = one(each);
      if (answer instanceof Promise) await answer;
    }
    done += all.length;
  }
  const figure = done / used();
  console.log(`${name.padEnd(46)} ${Math.round(figure).toLocaleString("en").padStart(10)} requests/s`);
  return figure;
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

interface ZenDecision {
  evaluate: (facts: object) => Promise<{ result: Record<string, boolean> }>;
}

async function zen(): Promise<((of: Case) => Promise<unknown>) | undefined> {
  try {
    const { ZenEngine } = (await import("@gorules/zen-engine")) as unknown as {
      ZenEngine: new () => { createDecision: (content: Buffer) => ZenDecision };
    };
    const engine = new ZenEngine();
    const decisions = new Map<Volume, ZenDecision>();
    for (const volume of library.volumes)
      decisions.set(
        volume,
        engine.createDecision(Buffer.from(JSON.stringify(zenContent(engineRules(volume.book))))),
      );
    const named = new WeakMap<object, object>();
    return ({ volume, facts }) => {
      const there =
        named.get(facts) ??
        Object.fromEntries(Object.entries(facts).map(([id, value]) => [zenName(id), value]));
      named.set(facts, there);
      return decisions.get(volume)!.evaluate(there);
    };
  } catch (error) {
    console.log(
      `@gorules/zen-engine IS NOT THERE, no comparison with it: ${error instanceof Error ? error.message : ""}`,
    );
    return undefined;
  }
}

const verdictOf = (fired: readonly string[]): string =>
  fired.includes("refuse") ? "refuse" : fired.length > 0 ? "incomplete" : "admit";

/** All three must say the same before their speed is worth anything. */
async function agree(
  plain: (of: Case) => Promise<{ events: { type: string }[] }>,
  withZen: Awaited<ReturnType<typeof zen>>,
): Promise<void> {
  for (const each of cases()) {
    const { verdict } = library.judge(each.request);
    const { events } = await plain(each);
    const said = [verdict, verdictOf(events.map(({ type }) => type))];
    if (withZen !== undefined) {
      const { result } = (await withZen(each)) as { result: Record<string, boolean> };
      said.push(
        verdictOf(
          engineRules(each.volume.book)
            .filter((_, index) => result[`r${index}`] === true)
            .map(({ event }) => event.type),
        ),
      );
    }
    if (new Set(said).size > 1) throw new Error(`${each.request.service}: ${said.join(" / ")}`);
  }
}

const engines = new Map(
  library.volumes.map((volume) => [
    volume,
    new Engine(engineRules(volume.book) as unknown as RuleProperties[]),
  ]),
);
const plain = ({ volume, facts }: Case): Promise<{ events: { type: string }[] }> =>
  engines.get(volume)!.run(facts);
const withZen = await zen();
const rules = library.volumes.reduce((sum, { book }) => sum + engineRules(book).length, 0);
console.log(
  `${library.volumes.length} services, ${rules} judging rules, ${REQUESTS} requests; ${SECONDS} s of processor time each`,
);
await agree(plain, withZen);
const full = await rate("tarmaq, full verdict with due times", ({ request }) => library.judge(request));
const bare = await rate("tarmaq, full verdict without due times", ({ volume, request }) =>
  check(volume.plan(), request, { rulebook: { id: "b", standing: "in-force" } }),
);
const theirs = await rate("json-rules-engine (which rules fired)", plain);
console.log(
  `  → ${(full / theirs).toFixed(1)} times json-rules-engine (${(bare / theirs).toFixed(1)} without due times); wanted: 40`,
);
if (withZen !== undefined) {
  const zens = await rate("@gorules/zen-engine (which rules fired)", withZen);
  console.log(
    `  → ${(full / zens).toFixed(1)} times zen-engine (${(bare / zens).toFixed(1)} without due times); wanted: 8`,
  );
}
