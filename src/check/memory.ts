import type { Truth } from "../compile/condition.ts";
import type { Channel } from "../model/rule.ts";
import type { Reason, SeenFact } from "../model/verdict.ts";

/** What a condition saw. */
export interface Looked {
  /** Number of the sight; -1 where there are too many to count. */
  readonly sight: number;
  readonly truth: Truth;
  readonly facts: readonly SeenFact[];
  /** The facts among them that nobody has told. */
  readonly missing: readonly string[];
}

/**
 * What verdicts by one plan have seen and said, to be used again where a later request shows the same. Only what facts
 * with few values show is kept: there is little of it, and nothing in it tells one applicant from another. The plan
 * itself stays as it was compiled.
 */
export class Memory {
  /** By rule of the book: what its condition saw, by number of the sight. */
  readonly #looked: (Looked | undefined)[][];
  /** By rule of the book: its reasons, by number of what was seen. */
  readonly #reasons: (Reason | undefined)[][];

  /** By channel: the reasons of its rules where nobody asserts a finding and no document is wanting. */
  readonly usual: Partial<Record<Channel, readonly (Reason | undefined)[]>> = {};

  /** `rules`: how many the book has. */
  constructor(rules: number) {
    this.#looked = empty(rules);
    this.#reasons = empty(rules);
  }

  /** What the condition of a rule saw before; `size`: how many sights there are. */
  lookedBy(rule: number, size: number): (Looked | undefined)[] {
    return (this.#looked[rule] ??= empty(size));
  }

  /** The reasons that a rule had before; `size`: how many it can have. */
  reasonsOf(rule: number, size: number): (Reason | undefined)[] {
    return (this.#reasons[rule] ??= empty(size));
  }
}

/** Made at its full length: an array that grows by far jumps becomes a slow one. */
const empty = <Item>(size: number): Item[] => new Array<Item | undefined>(size).fill(undefined) as Item[];
