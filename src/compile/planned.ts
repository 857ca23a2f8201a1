import type { MissingDocument, Reason } from "../model/verdict.ts";
import type { Condition } from "../model/condition.ts";
import type { Diagram } from "./diagram.ts";
import type { Leaf, Test, Values } from "./condition.ts";

/** What a reason says of its rule whatever the request. */
export type RuleWords = Pick<
  Reason,
  | "rule"
  | "kind"
  | "path"
  | "cite"
  | "quote"
  | "twin"
  | "draft"
  | "law"
  | "cites"
  | "startsAt"
  | "startsWith"
  | "prolongs"
>;

/** A condition ready to run and to be shown. */
export interface PlannedCondition {
  readonly test: Test;
  readonly leaves: readonly Leaf[];
  /** Slots of the facts that leave it open, in the order of the text. */
  readonly open: (values: Values) => readonly number[];
  /** Absent where one of its facts can have many values. */
  readonly sight: Sight | undefined;
}

/**
 * Numbers what facts with few values show together: the sum of their places, each times its factor. The same sight has
 * the same number.
 */
export interface Sight {
  readonly slots: readonly number[];
  readonly factors: readonly number[];
  /** How many sights there are. */
  readonly size: number;
}

/** What a ground does where it holds: it refuses, or it keeps the result back. */
export type GroundEffect = "ground" | "hold";

/** What a term in a condition is where that holds: it starts with the request, or waits for another event. */
export type TermInCase = "starting-term" | "waiting-term";

/** A rule that judges by a condition in facts. `at`: its place among the rules of the book. */
export interface ConditionRule {
  readonly at: number;
  readonly is: "eligibility" | GroundEffect | TermInCase;
  readonly words: RuleWords;
  readonly when: PlannedCondition;
}

/** A ground that consists in missing or expired documents. */
export interface AboutDocumentsRule {
  readonly at: number;
  readonly is: GroundEffect;
  readonly words: RuleWords;
  readonly about: "missing" | "expired";
  /** Ids of the rules whose documents its words name; undefined: of every rule that asks for one. */
  readonly covered: ReadonlySet<string> | undefined;
}

/** Documents of which one is enough. A member whose condition does not hold neither asks nor satisfies. */
export interface DocumentGroup {
  /** Where one is asked for and none is there and good, 1, otherwise 0: as a function of the facts and documents. */
  readonly lacks: Diagram;
  readonly members: readonly DocumentMember[];
}

export interface DocumentMember {
  readonly at: number;
  readonly words: RuleWords;
  /** Its rule's condition as the book has it. */
  readonly condition: Condition | undefined;
  /** Place in the plan's `documents`. */
  readonly document: number;
  readonly when: PlannedCondition | undefined;
  /** What is lacking where this one alone is asked for and is not on the list. */
  readonly lacking: MissingDocument;
}
