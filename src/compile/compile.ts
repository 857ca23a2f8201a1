import { comparisonsOf, DOCUMENTS_FACT, type FactCondition } from "../model/condition.ts";
import { DOCUMENT_CLASSES, DOCUMENT_STATES } from "../model/document-state.ts";
import { groupedBy } from "../model/grouped-by.ts";
import { NameIndex } from "../model/name-index.ts";
import { CHANNELS, type Channel } from "../model/rule.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { channelPlan } from "./channel-plan.ts";
import { factOf } from "./fact.ts";
import { withPapersForFacts } from "./papers-for-facts.ts";
import type { ChannelPlan, Plan } from "./plan.ts";
import { plannedRule } from "./planned-rule.ts";
import { conditionsOf, documentType } from "./rule-condition.ts";

/** Compiles a rulebook once for all requests. Throws RangeError where its conditions are too entangled. */
export function compile(given: Rulebook, vocabulary: Vocabulary): Plan {
  const book = withPapersForFacts(given, vocabulary);
  const asked = [...book.rules.flatMap(conditionsOf).flatMap(comparisonsOf), ...eventFacts(book, vocabulary)];
  const comparisons = groupedBy(asked, ({ fact }) => fact);
  const facts = [...comparisons].map(([id, found]) => factOf(id, found, vocabulary));
  const slots = new NameIndex(facts.map(({ id }, slot) => [id, slot] as const));
  const expiring = new Set(vocabulary.documents.flatMap(({ id, expires }) => (expires === true ? [id] : [])));
  const types = [
    ...book.rules.flatMap((rule) => (rule.kind === "document" ? [documentType(rule)] : [])),
    // Papers that a condition looks for among those handed in are asked for as well, though no rule needs them.
    ...(comparisons.get(DOCUMENTS_FACT) ?? []).flatMap(({ value }) =>
      typeof value === "string" ? [value] : [],
    ),
  ];
  const documents = [...new Set(types)].map((document) => ({
    id: document,
    expires: expiring.has(document),
    seen: DOCUMENT_STATES.map((state) => ({ document, state })),
  }));
  const documentSlots = new NameIndex(documents.map(({ id }, slot) => [id, slot] as const));
  const classes = [
    ...facts.map((fact) => fact.few?.classes ?? [-1, ...fact.classes.keys()]),
    ...documents.map(() => DOCUMENT_CLASSES),
  ];
  const names = { facts, slots, documents, documentSlots, classes };
  const rules = book.rules.map((rule, at, all) => plannedRule(rule, at, all, names));
  const channels = Object.fromEntries(
    CHANNELS.map((channel) => [channel, channelPlan(book, channel, names, rules)]),
  ) as Record<Channel, ChannelPlan>;
  return {
    book,
    ...names,
    channels,
    findings: facts.flatMap(({ finding }, slot) => (finding ? [slot] : [])),
    leavesWeighty: (book.notHeld ?? []).some(({ kinds }) => kinds.some((kind) => WEIGHTY.has(kind))),
  };
}

/** That a request is an event from which a term of the book runs: asked of the facts that say so. */
function eventFacts({ rules }: Rulebook, { facts }: Vocabulary): FactCondition[] {
  const events = new Set(rules.flatMap((rule) => (rule.kind === "deadline" ? (rule.fromEvent ?? []) : [])));
  return facts.flatMap(({ id, event }) =>
    event !== undefined && events.has(event) ? [{ fact: id, operator: "equal" as const, value: true }] : [],
  );
}

/** Kinds whose absence makes an admission one only as far as the rules at hand go. */
const WEIGHTY = new Set(["refusal", "document", "eligibility"]);
