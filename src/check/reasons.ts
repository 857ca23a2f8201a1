import type { Truth } from "../compile/condition.ts";
import type { ChannelPlan, Plan, PlannedCondition, PlannedRule, RuleWords } from "../compile/plan.ts";
import { impossible } from "../model/impossible.ts";
import type { Reason, ReasonCode, SeenDocument, SeenFact } from "../model/verdict.ts";
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
      return ofCondition(rule, plan, known, ELIGIBILITY);
    case "ground":
      return ofCondition(rule, plan, known, GROUND);
    case "about-documents":
      return aboutDocuments(rule, documents);
    case "document":
      return ofDocument(rule, plan, channel, known, documents);
    default:
      return impossible(rule);
  }
}

type Told = readonly [Reason["outcome"], ReasonCode];
type Outcomes = Readonly<Record<Truth, Told>>;
const ELIGIBILITY: Outcomes = {
  1: ["pass", "eligible"],
  0: ["fail", "not-eligible"],
  [-1]: ["unknown", "eligibility-unknown"],
};
const GROUND: Outcomes = {
  1: ["fail", "ground-holds"],
  0: ["pass", "ground-does-not-hold"],
  [-1]: ["unknown", "ground-unknown"],
};

type Rule<Is extends PlannedRule["is"]> = Extract<PlannedRule, { readonly is: Is }>;

/** A reason that was given before for the same sight, or a new one; `undefined` is a sight not to be kept. */
function kept(given: Map<number, Reason>, sight: number | undefined, make: () => Reason): Reason {
  if (sight === undefined) return make();
  const there = given.get(sight);
  if (there !== undefined) return there;
  const made = make();
  given.set(sight, made);
  return made;
}

const ofCondition = (
  { words, when, given }: Rule<"eligibility" | "ground">,
  plan: Plan,
  known: Known,
  outcomes: Outcomes,
): Reason =>
  kept(given, when.sight?.(known.values), () => {
    const truth = when.test(known.values);
    const [outcome, code] = outcomes[truth];
    const reason = { ...words, outcome, code, facts: seenFacts(when, plan, known) };
    return truth === -1 ? { ...reason, missing: unknownFacts(when, plan, known) } : reason;
  });

function aboutDocuments({ words, about, given }: Rule<"about-documents">, documents: DocumentsSeen): Reason {
  const { holds, missing } = about === "expired" ? documents.expired : documents.missing;
  return kept(given, holds === -1 ? undefined : holds, () => {
    const [outcome, code] = GROUND[holds];
    return { ...words, outcome, code, facts: [], ...(holds === -1 ? { missing } : {}) };
  });
}

function ofDocument(
  { words, group, member, given }: Rule<"document">,
  plan: Plan,
  channel: ChannelPlan,
  known: Known,
  documents: DocumentsSeen,
): Reason {
  const seen = documents.groups[group]?.members[member];
  if (seen === undefined) throw new RangeError(`${words.rule} belongs to no group`);
  const { document, outcome, code, missing } = seen;
  const when = channel.groups[group]?.members[member]?.when;
  const facts = when === undefined ? 0 : when.sight?.(known.values);
  // A day of validity is the applicant's own: such a reason is not kept.
  const isShared = facts !== undefined && document.validUntil === undefined;
  const state = STATES.indexOf(document.state) * 2 + (known.listed ? 1 : 0);
  const sight = isShared ? (facts * CODES.length + CODES.indexOf(code)) * 8 + state : undefined;
  return kept(given, sight, () => {
    const looked = when === undefined ? NO_FACTS : seenFacts(when, plan, known);
    const told = ofWords(words, outcome, code, looked, document);
    return outcome === "unknown" ? { ...told, missing } : told;
  });
}

/** Field by field where all are there: such reasons are made for every verdict, and a spread would cost most of it. */
function ofWords(
  words: RuleWords,
  outcome: Reason["outcome"],
  code: ReasonCode,
  facts: readonly SeenFact[],
  document: SeenDocument,
): Reason {
  const { rule, kind, path, cite, quote, draft } = words;
  const documents = [document];
  if (path === undefined || quote === undefined || draft !== undefined)
    return { ...words, outcome, code, facts, documents };
  return { rule, kind, outcome, code, facts, documents, path, cite, quote };
}

const NO_FACTS: readonly SeenFact[] = [];
const CODES: readonly ReasonCode[] = [
  "document-present",
  "document-missing",
  "document-not-needed",
  "other-document-present",
  "document-expired",
  "document-unknown",
  "document-need-unknown",
];
const STATES: readonly SeenDocument["state"][] = ["present", "missing", "expired", "unknown"];

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
