import type { Condition, FactCondition } from "../model/condition.ts";
import type { Term } from "../calendar/term.ts";
import type { Reason, StartedTerm } from "../model/verdict.ts";
import { CHANNELS, type Channel } from "../model/rule.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Vocabulary } from "../rulebook/vocabulary.ts";
import { channelPlan } from "./channel-plan.ts";
import type { Leaf, Test, Values } from "./condition.ts";
import type { Diagram } from "./diagram.ts";
import { factOf, type Fact } from "./fact.ts";
import { conditionOf, documentType } from "./rule-condition.ts";

/** What a reason says of its rule whatever the request. */
export type RuleWords = Pick<Reason, "rule" | "kind" | "path" | "cite" | "quote" | "draft">;

/** A condition ready to run and to be shown. */
export interface PlannedCondition {
  readonly test: Test;
  readonly leaves: readonly Leaf[];
  /** A number for what the condition sees, where its facts have few values: the same sight, the same number. */
  readonly sight?: (values: Values) => number;
}

/**
 * Reasons that were given before, by what the rule saw: with few values there are few, nothing in them tells one
 * applicant from another, and the same one serves every verdict.
 */
export type GivenReasons = Map<number, Reason>;

/** A rule as one channel sees it. */
export type PlannedRule =
  | { readonly is: "fixed"; readonly reason: Reason }
  | {
      readonly is: "eligibility" | "ground";
      readonly words: RuleWords;
      readonly when: PlannedCondition;
      readonly given: GivenReasons;
    }
  | {
      readonly is: "about-documents";
      readonly words: RuleWords;
      readonly about: "missing" | "expired";
      readonly given: GivenReasons;
    }
  | {
      readonly is: "document";
      readonly words: RuleWords;
      readonly group: number;
      readonly member: number;
      readonly given: GivenReasons;
    };

/** Documents of which one is enough. A member whose condition does not hold neither asks nor satisfies. */
export interface DocumentGroup {
  readonly members: readonly DocumentMember[];
}

export interface DocumentMember {
  readonly rule: string;
  /** Place in the plan's `documents`. */
  readonly document: number;
  readonly when?: PlannedCondition;
}

/** A term that a request starts, ready to be counted. */
export interface PlannedTerm {
  readonly term: Term;
  readonly words: Omit<StartedTerm, "start" | "due" | "unknown">;
}

/** The rules as they bear on requests through one channel. */
export interface ChannelPlan {
  readonly channel: Channel;
  /** One entry a rule of the book, in its order. */
  readonly rules: readonly PlannedRule[];
  readonly groups: readonly DocumentGroup[];
  readonly offered: boolean;
  /**
   * 0 refuse, 1 incomplete, 2 admit, as a function of the facts (variables 0 …) and the documents (from `facts.length`
   * on: class 0 there and good, class 1 not).
   */
  readonly decision: Diagram;
  /** Terms that a request starts. */
  readonly terms: readonly PlannedTerm[];
  /** Places in the plan's `facts` that this channel's rules look at, findings included. */
  readonly facts: readonly number[];
}

/** A document type that a book asks for. */
export interface AskedDocument {
  readonly id: string;
  /** Bears a last day of validity: without one told, it is not known whether it is still good. */
  readonly expires: boolean;
}

/** A rulebook ready to be applied to requests. Nothing in it depends on a request. */
export interface Plan {
  readonly book: Rulebook;
  readonly facts: readonly Fact[];
  readonly slots: ReadonlyMap<string, number>;
  readonly documents: readonly AskedDocument[];
  readonly documentSlots: ReadonlyMap<string, number>;
  readonly channels: Readonly<Record<Channel, ChannelPlan>>;
}

/** Compiles a rulebook once for all requests. Throws RangeError where its conditions are too entangled. */
export function compile(book: Rulebook, vocabulary: Vocabulary): Plan {
  const comparisons = new Map<string, FactCondition[]>();
  for (const condition of book.rules.flatMap(conditionOf)) collect(condition, comparisons);
  const facts = [...comparisons].map(([id, found]) => factOf(id, found, vocabulary));
  const slots = new Map(facts.map(({ id }, slot) => [id, slot]));
  const expiring = new Set(vocabulary.documents.flatMap(({ id, expires }) => (expires === true ? [id] : [])));
  const types = book.rules.flatMap((rule) => (rule.kind === "document" ? [documentType(rule)] : []));
  const documents = [...new Set(types)].map((id) => ({ id, expires: expiring.has(id) }));
  const documentSlots = new Map(documents.map(({ id }, slot) => [id, slot]));
  const names = { facts, slots, documents, documentSlots };
  const channels = Object.fromEntries(
    CHANNELS.map((channel) => [channel, channelPlan(book, channel, names)]),
  ) as Record<Channel, ChannelPlan>;
  return { book, ...names, channels };
}

function collect(condition: Condition, into: Map<string, FactCondition[]>): void {
  if ("fact" in condition) {
    const there = into.get(condition.fact);
    if (there === undefined) into.set(condition.fact, [condition]);
    else there.push(condition);
  } else if ("not" in condition) collect(condition.not, into);
  else for (const part of "all" in condition ? condition.all : condition.any) collect(part, into);
}
