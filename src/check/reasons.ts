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
  return truth === -1 ? { ...reason, missing: [...new Set(missing)] } : reason;
}

/** What became of the grounds that consist in documents of one kind: one outcome for all of them. */
type AboutDocuments = 0 | 1 | Pick<Reason, "outcome" | "code" | "facts" | "missing">;

/** What became of a channel's grounds that consist in documents, once the reasons of these are there. */
export function aboutDocumentsReasons(
  { aboutDocuments }: ChannelPlan,
  { lacking, open }: DocumentsSeen,
  reasons: (Reason | undefined)[],
  known: Known,
): void {
  // That none of them holds is what stands there already.
  if (lacking.length === 0 && open.length === 0) return;
  const outcomes: Partial<Record<AboutDocumentsRule["about"], AboutDocuments>> = {};
  for (const rule of aboutDocuments) {
    const became = (outcomes[rule.about] ??= aboutDocumentsOutcome(rule.about, lacking, open));
    reasons[rule.at] =
      typeof became === "number" ? settled(rule, became, known) : { ...rule.words, ...became };
  }
}

function aboutDocumentsOutcome(
  about: AboutDocumentsRule["about"],
  lacking: readonly MissingDocument[],
  open: readonly Reason[],
): AboutDocuments {
  const isSo = (lack: Pick<MissingDocument, "oneOf">): boolean => isExpired(lack) === (about === "expired");
  if (lacking.length > 0 && lacking.some(isSo)) return 1;
  const asking = open.filter(
    ({ documents: oneOf = [] }) => oneOf.some(({ state }) => state === "unknown") || isSo({ oneOf }),
  );
  if (asking.length === 0) return 0;
  const [outcome, code] = OUTCOMES.ground[-1];
  return { outcome, code, facts: [], missing: [...new Set(asking.flatMap(({ missing = [] }) => missing))] };
}

function settled({ at, words }: AboutDocumentsRule, holds: 0 | 1, { memory }: Known): Reason {
  const [outcome, code] = OUTCOMES.ground[holds];
  // Where it does not hold, and where it does.
  const before = memory.reasonsOf(at, 2);
  return (before[holds] ??= { ...words, outcome, code, facts: [] });
}
