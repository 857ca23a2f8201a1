import type { Condition } from "../model/condition.ts";
import type { Channel, DeadlineRule, DocumentRule, Rule } from "../model/rule.ts";
import type { Reason, ReasonCode } from "../model/verdict.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { bears, isOnChannel } from "./bears.ts";
import { leavesOf, testOf } from "./condition.ts";
import { decisionOf } from "./decision.ts";
import type {
  ChannelPlan,
  DocumentMember,
  Plan,
  PlannedCondition,
  PlannedRule,
  PlannedTerm,
  RuleWords,
} from "./plan.ts";
import { conditionOf, documentType } from "./rule-condition.ts";

/** With more ways to see a rule, its reasons are made anew for each verdict. */
const MOST_SIGHTS = 4096;

type Names = Pick<Plan, "facts" | "slots" | "documents" | "documentSlots">;

/** The rules of a book as they bear on requests through one channel. */
export function channelPlan(book: Rulebook, channel: Channel, names: Names): ChannelPlan {
  const ways = book.rules.filter((rule) => rule.kind === "channel");
  const offered = ways.length === 0 || ways.some((rule) => rule.channel === channel);
  const asked = groupsOf(
    book.rules.filter((rule) => rule.kind === "document").filter((rule) => bears(rule, channel)),
  );
  const rules = book.rules.map((rule) => plannedRule(rule, channel, offered, asked, names));
  const groups = asked.map((group) => ({ members: group.map((rule) => memberOf(rule, names)) }));
  const terms = book.rules
    .filter((rule) => rule.kind === "deadline")
    .filter((rule) => isOnChannel(rule, channel) && startsWithRequest(rule))
    .map((rule) => plannedTerm(rule, channel));
  const leaves = [
    ...rules.flatMap((rule) => ("when" in rule ? rule.when.leaves : [])),
    ...groups.flatMap(({ members }) => members.flatMap(({ when }) => when?.leaves ?? [])),
  ];
  const facts = [...new Set(leaves.map(({ slot }) => slot))].sort((a, b) => a - b);
  return {
    channel,
    rules,
    groups,
    offered,
    decision: decisionOf(book, asked, channel, offered, names),
    terms,
    facts,
  };
}

function plannedRule(
  rule: Rule,
  channel: Channel,
  offered: boolean,
  groups: readonly (readonly DocumentRule[])[],
  names: Names,
): PlannedRule {
  const words = wordsOf(rule);
  const fixed = (code: ReasonCode, outcome: Reason["outcome"] = "pass"): PlannedRule => ({
    is: "fixed",
    reason: { ...words, outcome, code, facts: [] },
  });
  if (rule.kind === "channel") {
    if (rule.channel === channel) return fixed("channel-offered");
    return offered ? fixed("another-channel") : fixed("channel-not-offered", "fail");
  }
  if (!isOnChannel(rule, channel)) return fixed("another-channel");
  if (rule.judges === false)
    return fixed(rule.kind === "eligibility" ? "grants-possibility" : "another-rule-judges");
  const [condition] = conditionOf(rule);
  switch (rule.kind) {
    case "eligibility":
      if (condition === undefined) return fixed("stands");
      return { is: "eligibility", words, when: planned(condition, names), given: new Map() };
    case "refusal":
      if (condition !== undefined)
        return { is: "ground", words, when: planned(condition, names), given: new Map() };
      return { is: "about-documents", words, about: rule.aboutDocuments ?? "missing", given: new Map() };
    case "document": {
      const group = groups.findIndex((some) => some.includes(rule));
      return { is: "document", words, group, member: groups[group]?.indexOf(rule) ?? 0, given: new Map() };
    }
    case "deadline":
      return fixed(startsWithRequest(rule) ? "term-starts" : "term-stands");
    default:
      return fixed("stands");
  }
}

function planned(condition: Condition, { slots, facts }: Names): PlannedCondition {
  const slotOf = (fact: string): number => slots.get(fact) ?? -1;
  const leaves = leavesOf(condition, slotOf);
  const sight = sightOf([...new Set(leaves.map(({ slot }) => slot))], facts);
  return { test: testOf(condition, slotOf), leaves, ...(sight === undefined ? {} : { sight }) };
}

/** Numbers what facts with few values show together; undefined where one of them can have many. */
function sightOf(slots: readonly number[], facts: Names["facts"]): PlannedCondition["sight"] {
  const few = slots.flatMap((slot) => facts[slot]?.few ?? []);
  const sights = few.reduce((product, { size }) => product * (size + 1), 1);
  if (few.length < slots.length || sights > MOST_SIGHTS) return undefined;
  return (values) => {
    let sight = 0;
    for (let index = 0; index < few.length; index += 1) {
      const fact = few[index];
      if (fact !== undefined) sight = sight * (fact.size + 1) + fact.placeOf(values[slots[index] ?? -1]);
    }
    return sight;
  };
}

function memberOf(rule: DocumentRule, names: Names): DocumentMember {
  const document = names.documentSlots.get(documentType(rule)) ?? -1;
  return { rule: rule.id, document, ...(rule.when === undefined ? {} : { when: planned(rule.when, names) }) };
}

/** Subjects whose last day stays where it falls unless the rule says otherwise. */
const NEVER_MOVES = new Set(["validity", "entry-into-force"]);

function plannedTerm(rule: DeadlineRule, channel: Channel): PlannedTerm {
  const { id, subject, amount, unit, toEvent, cite, judges, countsStartDay, clock } = rule;
  const movesToWorkingDay = rule.movesToWorkingDay ?? !NEVER_MOVES.has(subject);
  const words = { rule: id, subject, amount, unit, judges: judges !== false, cite };
  return {
    term: { amount, unit, channel, countsStartDay, movesToWorkingDay, clock },
    words: toEvent === undefined ? words : { ...words, toEvent },
  };
}

const startsWithRequest = (rule: DeadlineRule): boolean =>
  rule.fromEvent === "submitted" && rule.direction !== "before";

/** Documents that share an alternative group; each of the others is a group by itself. */
export function groupsOf(asked: readonly DocumentRule[]): DocumentRule[][] {
  const groups = new Map<string, DocumentRule[]>();
  for (const rule of asked) {
    const key = rule.alternativeGroup === undefined ? `rule ${rule.id}` : `group ${rule.alternativeGroup}`;
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()];
}

const wordsOf = (rule: Rule): RuleWords => ({
  rule: rule.id,
  kind: rule.kind,
  ...(rule.path === undefined ? {} : { path: rule.path }),
  cite: rule.cite,
  ...(rule.source === undefined ? {} : { quote: rule.source.quote }),
  ...(rule.review?.status === "draft" ? { draft: true as const } : {}),
});
