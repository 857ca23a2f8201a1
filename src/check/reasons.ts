import type { Truth } from "../compile/condition.ts";
import type { ChannelPlan, Plan } from "../compile/plan.ts";
import type { AboutDocumentsRule, ConditionRule } from "../compile/planned.ts";
import type { MissingDocument, Reason, ReasonCode } from "../model/verdict.ts";
import { isExpired } from "./documents.ts";
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

/** The reason of a rule that looks at findings alone where nobody has asserted any: always the same. */
export const untoldReason = (rule: ConditionRule, plan: Plan, known: Known): Reason =>
  (known.memory.untold[rule.at] ??= conditionReason(rule, plan, known));

function reasonOf({ is, words }: ConditionRule, { truth, facts, missing }: Looked): Reason {
  const [outcome, code] = OUTCOMES[is][truth];
  const reason = { ...words, outcome, code, facts };
  return truth === -1 ? { ...reason, missing: [...new Set(missing)] } : reason;
}

/** What became of the grounds that consist in documents of one kind: one outcome for all of them. */
type AboutDocuments = 0 | 1 | Pick<Reason, "outcome" | "code" | "facts" | "missing">;

/** What became of a channel's grounds that consist in documents, once the reasons of these are there. */
export function aboutDocumentsReasons(
  { aboutDocuments, groups }: ChannelPlan,
  lacking: readonly MissingDocument[],
  reasons: (Reason | undefined)[],
  known: Known,
): void {
  const outcomes: Partial<Record<AboutDocumentsRule["about"], AboutDocuments>> = {};
  for (const rule of aboutDocuments) {
    const became = (outcomes[rule.about] ??= aboutDocumentsOutcome(rule.about, groups, lacking, reasons));
    reasons[rule.at] =
      typeof became === "number" ? settled(rule, became, known) : { ...rule.words, ...became };
  }
}

function aboutDocumentsOutcome(
  about: AboutDocumentsRule["about"],
  groups: ChannelPlan["groups"],
  lacking: readonly MissingDocument[],
  reasons: readonly (Reason | undefined)[],
): AboutDocuments {
  const isSo = (lack: Pick<MissingDocument, "oneOf">): boolean => isExpired(lack) === (about === "expired");
  if (lacking.some(isSo)) return 1;
  const open: Reason[] = [];
  for (const { members } of groups)
    for (const { at } of members) {
      const reason = reasons[at];
      if (reason?.outcome !== "unknown") continue;
      const { documents: oneOf = [] } = reason;
      if (oneOf.some(({ state }) => state === "unknown") || isSo({ oneOf })) open.push(reason);
    }
  if (open.length === 0) return 0;
  const [outcome, code] = OUTCOMES.ground[-1];
  return { outcome, code, facts: [], missing: [...new Set(open.flatMap((reason) => reason.missing ?? []))] };
}

function settled({ at, words }: AboutDocumentsRule, holds: 0 | 1, { memory }: Known): Reason {
  const [outcome, code] = OUTCOMES.ground[holds];
  // Where it does not hold, and where it does.
  const before = memory.reasonsOf(at, 2);
  return (before[holds] ??= { ...words, outcome, code, facts: [] });
}
