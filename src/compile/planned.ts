import type { MissingDocument, Reason, SeenFact } from "../model/verdict.ts";
import type { Leaf, Test, Truth } from "./condition.ts";

/** What a reason says of its rule whatever the request. */
export type RuleWords = Pick<Reason, "rule" | "kind" | "path" | "cite" | "quote" | "draft">;

/** A condition ready to run and to be shown. */
export interface PlannedCondition {
  readonly test: Test;
  readonly leaves: readonly Leaf[];
  /** Absent where one of its facts can have many values. */
  readonly sight: Sight | undefined;
}

/**
 * Numbers what facts with few values show together: the sum of their places, each times its factor. The same sight has
 * the same number, and what was seen at it once is kept: with few values there is little of it, and nothing in it tells
 * one applicant from another.
 */
export interface Sight {
  readonly slots: readonly number[];
  readonly factors: readonly number[];
  /** How many sights there are. */
  readonly size: number;
  readonly seen: (Looked | undefined)[];
}

/** What a condition saw. */
export interface Looked {
  /** Its number; -1 where there are too many to count. */
  readonly sight: number;
  readonly truth: Truth;
  readonly facts: readonly SeenFact[];
  /** The facts among them that nobody has told. */
  readonly missing: readonly string[];
}

/** Reasons that were given before, by the number of what the rule saw; `undefined` as long as none was. */
export type GivenReasons = (Reason | undefined)[];

/** A rule that judges by a condition in facts. `at`: its place among the rules of the book. */
export interface ConditionRule {
  readonly at: number;
  readonly is: "eligibility" | "ground";
  readonly words: RuleWords;
  readonly when: PlannedCondition;
  readonly given: GivenReasons;
}

/** A ground that consists in missing or expired documents. */
export interface AboutDocumentsRule {
  readonly at: number;
  readonly words: RuleWords;
  readonly about: "missing" | "expired";
  /** Where it holds not, and where it holds. */
  readonly given: GivenReasons;
}

/** Documents of which one is enough. A member whose condition does not hold neither asks nor satisfies. */
export interface DocumentGroup {
  readonly members: readonly DocumentMember[];
}

export interface DocumentMember {
  readonly at: number;
  readonly words: RuleWords;
  /** Place in the plan's `documents`. */
  readonly document: number;
  readonly when: PlannedCondition | undefined;
  readonly given: GivenReasons;
  /** What is lacking where this one alone is asked for and is not on the list. */
  readonly lacking: MissingDocument;
}
