import type { Condition } from "../model/condition.ts";
import type { Channel, DocumentRule } from "../model/rule.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { bears } from "./bears.ts";
import { DiagramBuilder, type Diagram } from "./diagram.ts";
import type { Fact } from "./fact.ts";
import { holds } from "./operator.ts";
import type { Plan } from "./plan.ts";
import { conditionOf, documentType, holdsResult } from "./rule-condition.ts";

const REFUSE = 0;
const INCOMPLETE = 1;
const ADMIT = 2;

/** Within the building, the first two results serve as no and yes. */
const NO = 0;
const YES = 1;

const or = (a: number, b: number): number => (a === YES || b === YES ? YES : NO);
const and = (a: number, b: number): number => (a === YES && b === YES ? YES : NO);
const andNot = (a: number, b: number): number => (a === YES && b === NO ? YES : NO);

/** What a channel decides, as functions of all facts and documents. */
export interface Decisions {
  /** 0 refuse, 1 incomplete, 2 admit. */
  readonly verdict: Diagram;
  /** By group of documents: 1 where one is asked for and none is there and good. */
  readonly lacks: readonly Diagram[];
}

/**
 * The verdict as one function of all facts and documents: variables are the facts in their order, then the documents
 * (class 0 there and good, 1 not). From it come the facts that would decide, and the smallest fix, both exact.
 */
export function decisionOf(
  book: Rulebook,
  groups: readonly (readonly DocumentRule[])[],
  channel: Channel,
  offered: boolean,
  { facts, slots, documentSlots }: Pick<Plan, "facts" | "slots" | "documentSlots">,
): Decisions {
  const builder = new DiagramBuilder(3);
  const of = (condition: Condition): number => truthOf(condition, builder, facts, slots);
  let refused = NO;
  for (const rule of book.rules) {
    if (!bears(rule, channel) || rule.kind === "document" || holdsResult(rule)) continue;
    for (const condition of conditionOf(rule)) {
      const truth = of(condition);
      const against = rule.kind === "eligibility" ? builder.apply(YES, truth, andNot) : truth;
      refused = builder.apply(refused, against, or);
    }
  }
  const lacks = groups.map((group) => {
    let asked = NO;
    let given = NO;
    for (const rule of group) {
      const document = builder.node(facts.length + (documentSlots.get(documentType(rule)) ?? 0), [YES, NO]);
      const asks = rule.when === undefined ? YES : of(rule.when);
      asked = builder.apply(asked, asks, or);
      given = builder.apply(given, builder.apply(asks, document, and), or);
    }
    return builder.apply(asked, given, andNot);
  });
  const lacking = lacks.reduce((some, lack) => builder.apply(some, lack, or), NO);
  const unless = builder.apply(refused, lacking, (no, lack) =>
    no === YES ? REFUSE : lack === YES ? INCOMPLETE : ADMIT,
  );
  return {
    verdict: builder.diagram(offered ? unless : REFUSE),
    lacks: lacks.map((lack) => builder.diagram(lack)),
  };
}

/** A condition as a diagram of `YES` and `NO`. */
function truthOf(
  condition: Condition,
  builder: DiagramBuilder,
  facts: readonly Fact[],
  slots: Plan["slots"],
): number {
  if ("fact" in condition) {
    const slot = slots.get(condition.fact) ?? -1;
    const isTrue = holds(condition.operator, condition.value);
    const classes = facts[slot]?.classes ?? [];
    return builder.node(
      slot,
      classes.map(([value]) => (value !== undefined && isTrue(value) ? YES : NO)),
    );
  }
  if ("not" in condition) return builder.apply(YES, truthOf(condition.not, builder, facts, slots), andNot);
  const isAll = "all" in condition;
  return (isAll ? condition.all : condition.any)
    .map((part) => truthOf(part, builder, facts, slots))
    .reduce((whole, part) => builder.apply(whole, part, isAll ? and : or), isAll ? YES : NO);
}
