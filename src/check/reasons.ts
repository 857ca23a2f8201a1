import type { Truth } from "../compile/condition.ts";
import type { ChannelPlan, Plan, PlannedCondition, PlannedRule } from "../compile/plan.ts";
import { impossible } from "../model/impossible.ts";
import type { Reason, ReasonCode, SeenFact } from "../model/verdict.ts";
import type { DocumentsSeen } from "./documents.ts";
import type { Known } from "./known.ts";

/** What became of every rule of the book, in its order. */
export function reasonsOf(
  plan: Plan,
  channel: ChannelPlan,
  known: Known,
  documents: DocumentsSeen,
): Reason[] {
  return channel.rules.map((rule) => reasonOf(rule, plan, channel, known, documents));
}

function reasonOf(
  rule: PlannedRule,
  plan: Plan,
  channel: ChannelPlan,
  known: Known,
  documents: DocumentsSeen,
): Reason {
  switch (rule.is) {
    case "fixed":
      return rule.reason;
    case "eligibility":
      return told(rule, plan, known, { 1: ELIGIBLE, 0: NOT_ELIGIBLE, [-1]: ELIGIBILITY_UNKNOWN });
    case "ground":
      return told(rule, plan, known, { 1: GROUND_HOLDS, 0: NO_GROUND, [-1]: GROUND_UNKNOWN });
    case "about-documents": {
      const { holds, missing } = rule.about === "expired" ? documents.expired : documents.missing;
      const [outcome, code] = { 1: GROUND_HOLDS, 0: NO_GROUND, [-1]: GROUND_UNKNOWN }[holds];
      return { ...rule.words, outcome, code, facts: [], ...(holds === -1 ? { missing } : {}) };
    }
    case "document": {
      const seen = documents.groups[rule.group]?.members[rule.member];
      const when = channel.groups[rule.group]?.members[rule.member]?.when;
      const facts = when === undefined ? [] : seenFacts(when, plan, known);
      if (seen === undefined) throw new RangeError(`${rule.words.rule} belongs to no group`);
      const { document, outcome, code, missing } = seen;
      const told = { ...rule.words, outcome, code, facts, documents: [document] };
      return outcome === "unknown" ? { ...told, missing } : told;
    }
    default:
      return impossible(rule);
  }
}

type Told = readonly [Reason["outcome"], ReasonCode];
const ELIGIBLE: Told = ["pass", "eligible"];
const NOT_ELIGIBLE: Told = ["fail", "not-eligible"];
const ELIGIBILITY_UNKNOWN: Told = ["unknown", "eligibility-unknown"];
const GROUND_HOLDS: Told = ["fail", "ground-holds"];
const NO_GROUND: Told = ["pass", "ground-does-not-hold"];
const GROUND_UNKNOWN: Told = ["unknown", "ground-unknown"];

function told(
  { words, when }: Extract<PlannedRule, { readonly when: PlannedCondition }>,
  plan: Plan,
  known: Known,
  table: Readonly<Record<Truth, Told>>,
): Reason {
  const truth = when.test(known.values);
  const [outcome, code] = table[truth];
  const reason = { ...words, outcome, code, facts: seenFacts(when, plan, known) };
  return truth === -1 ? { ...reason, missing: unknownFacts(when, plan, known) } : reason;
}

/** Every comparison of a condition with the value it saw. */
function seenFacts({ leaves }: PlannedCondition, plan: Plan, { values }: Known): SeenFact[] {
  return leaves.map(({ slot, condition: { operator, value: expected }, holds }) => {
    const fact = plan.facts[slot]?.id ?? "";
    const value = values[slot];
    if (value === undefined) return { fact, operator, expected, outcome: "unknown" };
    return { fact, operator, expected, value, outcome: holds(value) ? "pass" : "fail" };
  });
}

/** The facts of a condition that nobody has told. */
function unknownFacts({ leaves }: PlannedCondition, plan: Plan, { values }: Known): string[] {
  const missing = leaves.filter(({ slot }) => values[slot] === undefined);
  return [...new Set(missing.map(({ slot }) => plan.facts[slot]?.id ?? ""))];
}
