import type { FactValue } from "../model/condition.ts";
import { MISSING, UNTOLD } from "../model/document-state.ts";
import type { Channel, DocumentRule } from "../model/rule.ts";
import type { Reason } from "../model/verdict.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { bears, isOnChannel } from "./bears.ts";
import { decisionOf } from "./decision.ts";
import type { Fact } from "./fact.ts";
import type { ConditionRule } from "./planned.ts";
import type { Blank, ChannelPlan, Plan, TermByFact } from "./plan.ts";
import type { PlannedRule } from "./planned-rule.ts";
import { plannedTerms } from "./planned-terms.ts";
import { stepsOf } from "./steps.ts";

type Names = Pick<Plan, "facts" | "slots" | "documents" | "documentSlots" | "classes">;

/** The rules of a book as they bear on requests through one channel. */
export function channelPlan(
  book: Rulebook,
  channel: Channel,
  names: Names,
  planned: readonly PlannedRule[],
): ChannelPlan {
  const ways = book.rules.filter((rule) => rule.kind === "channel");
  const offered = ways.length === 0 || ways.some((rule) => rule.channel === channel);
  const asked = groupsOf(
    book.rules.filter((rule) => rule.kind === "document").filter((rule) => bears(rule, channel)),
  );
  const judging = planned.filter(({ rule }) => bears(rule, channel));
  const conditions = judging.flatMap(({ condition }) => condition ?? []);
  const { verdict: decision, lacks } = decisionOf(book, asked, channel, offered, names);
  const groups = lacks.map((lacks, index) => ({
    lacks,
    members: planned.flatMap(({ rule, member }) =>
      asked[index]?.includes(rule as DocumentRule) === true ? (member ?? []) : [],
    ),
  }));
  const whens = [...conditions, ...groups.flatMap(({ members }) => members)].map(({ when }) => when);
  const slots = whens.flatMap((when) => when?.leaves ?? []).map(({ slot }) => slot);
  const reasons = planned.map((each) => fixedReason(each, channel, offered));
  return {
    channel,
    reasons,
    varying: reasons.flatMap((reason, at) => (reason === undefined ? [at] : [])),
    conditions: conditions.filter((rule) => !looksAtFindingsAlone(rule, names)),
    ...rulesOnFindings(conditions, names),
    aboutDocuments: judging.flatMap(({ aboutDocuments }) => aboutDocuments ?? []),
    groups,
    offered,
    decision,
    steps: stepsOf(decision, names.classes),
    ...plannedTerms(planned, channel),
    termsByFact: planned.flatMap((each) => termByFact(each, channel)),
    facts: [...new Set(slots)].sort((a, b) => a - b),
    findings: findingsAmong(slots, names),
    ...blanksOf(channel, names),
  };
}

const looksAtFindingsAlone = ({ when }: ConditionRule, { facts }: Names): boolean =>
  when.leaves.length > 0 && when.leaves.every(({ slot }) => facts[slot]?.finding === true);

function rulesOnFindings(
  conditions: readonly ConditionRule[],
  names: Names,
): Pick<ChannelPlan, "onFindings" | "byFinding"> {
  const onFindings = conditions.filter((rule) => looksAtFindingsAlone(rule, names));
  const lookingAt = (asked: number): ConditionRule[] =>
    onFindings.filter(({ when }) => when.leaves.some(({ slot }) => slot === asked));
  return {
    onFindings,
    byFinding: names.facts.map(({ finding }, slot) => (finding ? lookingAt(slot) : undefined)),
  };
}

function findingsAmong(among: readonly number[], { facts }: Names): ChannelPlan["findings"] {
  const slots = facts.flatMap(({ finding }, slot) => (finding && among.includes(slot) ? [slot] : []));
  return { slots, names: slots.map((slot) => facts[slot]?.id ?? "") };
}

/** The reason of a rule that has nothing to ask of a request; undefined where it has. */
function fixedReason(
  { rule, starting, condition, fixed }: PlannedRule,
  channel: Channel,
  offered: boolean,
): Reason | undefined {
  if (rule.kind === "channel") {
    if (rule.channel === channel) return fixed("channel-offered");
    return offered ? fixed("another-channel") : fixed("channel-not-offered", "fail");
  }
  if (!isOnChannel(rule, channel)) return fixed("another-channel");
  if (rule.judges === false)
    return fixed(rule.kind === "eligibility" ? "grants-possibility" : "another-rule-judges");
  switch (rule.kind) {
    case "eligibility":
      return rule.when === undefined ? fixed("stands") : undefined;
    case "refusal":
    case "document":
      return undefined;
    case "deadline":
      if (typeof starting === "number" || condition !== undefined) return undefined;
      return fixed(starting === "request" ? "term-starts" : "term-stands");
    default:
      return fixed("stands");
  }
}

/** The reasons of a term that starts with a request for which a fact holds. */
function termByFact(
  { at, rule, starting: slot, condition, fixed }: PlannedRule,
  channel: Channel,
): TermByFact[] {
  if (typeof slot !== "number" || rule.judges === false || !isOnChannel(rule, channel)) return [];
  const starts = condition === undefined ? fixed("term-starts") : undefined;
  return [{ at, slot, starts, stands: fixed("term-stands"), ofOthers: fixed("term-of-other-requests") }];
}

/** What is known before a request has been read: its channel, and whether it has a list of documents. */
function blanksOf(
  channel: Channel,
  { slots, facts, documents }: Names,
): Pick<ChannelPlan, "values" | "blank"> {
  const own = slots.get("channel");
  const known = facts.map(({ finding }, slot) => (slot === own ? channel : finding ? false : undefined));
  const places = facts.map((fact, slot) => placeOf(fact, known[slot]));
  const blank = (state: number): Blank => ({
    places: [...places, ...documents.map(() => state)],
    documents: documents.flatMap(({ seen }) => seen[state] ?? []),
  });
  return {
    values: known,
    blank: { listed: blank(MISSING), untold: blank(UNTOLD) },
  };
}

/** Place of what is known of a fact before a request has been read. */
function placeOf({ few, classOf }: Fact, value: FactValue | undefined): number {
  if (value === undefined) return 0;
  return few === undefined ? classOf(value) + 1 : (few.places.get(value) ?? 0);
}

/** Documents that share an alternative group; each of the others is a group by itself. */
export function groupsOf(asked: readonly DocumentRule[]): DocumentRule[][] {
  const groups = new Map<string, DocumentRule[]>();
  for (const rule of asked) {
    const key = rule.alternativeGroup === undefined ? `rule ${rule.id}` : `group ${rule.alternativeGroup}`;
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()];
}
