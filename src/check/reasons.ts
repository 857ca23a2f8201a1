import type { Truth } from "../compile/condition.ts";
import type { ChannelPlan, Plan } from "../compile/plan.ts";
import type { AboutDocumentsRule, ConditionRule } from "../compile/planned.ts";
import type { MissingDocument, Reason, ReasonCode } from "../model/verdict.ts";
import { isExpired, type DocumentsSeen } from "./documents.ts";
import type { Known } from "./known.ts";
import { look } from "./look.ts";
import type { Looked } from "./memory.ts";

type Told = readonly [Reason["outcome"], ReasonCode];
type Outcomes = Readonly<Record<Truth, Told>>;
const OUTCOMES: Readonly<Record<ConditionRule["is"], Outcomes>> = {
  eligibility: {
    1: ["pass", "eligible"],
    0: ["fail", "not-eligible"],
    [-1]: ["unknown", "eligibility-unknown"],
  },
  ground: {
    1: ["fail", "ground-holds"],
    0: ["pass", "ground-does-not-hold"],
    [-1]: ["unknown", "ground-unknown"],
  },
  hold: {
    1: ["hold", "result-held"],
    0: ["pass", "result-not-held"],
    [-1]: ["unknown", "result-hold-unknown"],
  },
  "starting-term": {
    1: ["pass", "term-starts"],
    0: ["pass", "term-of-other-cases"],
    [-1]: ["unknown", "term-case-unknown"],
  },
  "waiting-term": {
    1: ["pass", "term-stands"],
    0: ["pass", "term-of-other-cases"],
    [-1]: ["unknown", "term-case-unknown"],
  },
};

/** What became of a rule with a condition in facts; a reason that was given before where it saw the same. */
export function conditionReason(rule: ConditionRule, plan: Plan, known: Known): Reason {
  const { at, when } = rule;
  const looked = look(at, when, plan, known);
  if (when.sight === undefined) return reasonOf(rule, looked);
  const before = known.memory.reasonsOf(at, when.sight.size);
  return (before[looked.sight] ??= reasonOf(rule, looked));
}

/**
 * The reasons of a channel's rules that ask nothing of a request; of those that look at findings alone, where nobody has
 * asserted any; and of grounds about documents, where none is wanting: always the same.
 */
export const usualReasons = (
  channel: ChannelPlan,
  plan: Plan,
  known: Known,
): readonly (Reason | undefined)[] =>
  (known.memory.usual[channel.channel] ??= withUsual(channel, plan, known));

function withUsual(channel: ChannelPlan, plan: Plan, known: Known): readonly (Reason | undefined)[] {
  const { reasons, onFindings, aboutDocuments, values, blank } = channel;
  const nothing: Known = { ...known, values: [...values], places: [...blank.untold.places] };
  const all = reasons.slice();
  for (const rule of onFindings) all[rule.at] = conditionReason(rule, plan, nothing);
  for (const rule of aboutDocuments) all[rule.at] = settled(rule, 0, known);
  return all;
}

function reasonOf({ is, words }: ConditionRule, { truth, facts, missing }: Looked): Reason {
  const [outcome, code] = OUTCOMES[is][truth];
  const reason = { ...words, outcome, code, facts };
  return truth === -1 ? { ...reason, missing } : reason;
}

/** What became of a channel's grounds that consist in documents, once the reasons of these are there. */
export function aboutDocumentsReasons(
  { aboutDocuments }: ChannelPlan,
  { lacking, open }: DocumentsSeen,
  reasons: (Reason | undefined)[],
  known: Known,
): void {
  // That none of them holds is what stands there already.
  if (lacking.length === 0 && open.length === 0) return;
  for (const rule of aboutDocuments)
    if (holdsFor(rule, lacking)) reasons[rule.at] = settled(rule, 1, known);
    else {
      const asking = open.filter((reason) => isAskedFor(rule, reason));
      reasons[rule.at] = asking.length === 0 ? settled(rule, 0, known) : leftOpen(rule, asking);
    }
}

/** Whether a document that a ground's words name is lacking in its way: not there, or no longer good. */
function holdsFor({ about, covered }: AboutDocumentsRule, lacking: readonly MissingDocument[]): boolean {
  for (const lack of lacking)
    if (isExpired(lack) === (about === "expired") && (covered === undefined || names(covered, lack.rules)))
      return true;
  return false;
}

function names(covered: ReadonlySet<string>, rules: readonly string[]): boolean {
  for (const rule of rules) if (covered.has(rule)) return true;
  return false;
}

/** Whether what is open of a document could yet make a ground hold. */
const isAskedFor = (
  { about, covered }: AboutDocumentsRule,
  { rule, documents: oneOf = [] }: Reason,
): boolean =>
  (covered === undefined || covered.has(rule)) &&
  (oneOf.some(({ state }) => state === "unknown") || isExpired({ oneOf }) === (about === "expired"));

function leftOpen({ is, words }: AboutDocumentsRule, asking: readonly Reason[]): Reason {
  const [outcome, code] = OUTCOMES[is][-1];
  const missing = [...new Set(asking.flatMap(({ missing = [] }) => missing))];
  return { ...words, outcome, code, facts: [], missing };
}

function settled({ at, is, words }: AboutDocumentsRule, holds: 0 | 1, { memory }: Known): Reason {
  const [outcome, code] = OUTCOMES[is][holds];
  // Where it does not hold, and where it does.
  const before = memory.reasonsOf(at, 2);
  return (before[holds] ??= { ...words, outcome, code, facts: [] });
}
