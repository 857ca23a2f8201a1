import type { Truth } from "../compile/condition.ts";
import type { Channel } from "../model/rule.ts";
import type { Reason, SeenFact, WaitingTerm } from "../model/verdict.ts";

/** What a condition saw. */
export interface Looked {
  /** Number of the sight; -1 where there are too many to count. */
  readonly sight: number;
  readonly truth: Truth;
  readonly facts: readonly SeenFact[];
  /** The facts among them that nobody has told and that leave it open, each once; none where it is not open. */
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

  /** By rule of the book: its reasons that hang on facts of other rules too, by what was seen and those facts. */
  readonly #hanging: (Map<string, Reason> | undefined)[];

  /** Lists of waiting terms, by channel and the facts that nobody tells of. */
  readonly #waiting = new Map<string, readonly WaitingTerm[]>();

  /** By channel: the reasons of its rules where nobody asserts a finding and no document is wanting. */
  readonly usual: Partial<Record<Channel, readonly (Reason | undefined)[]>> = {};

  /** `rules`: how many the book has. */
  constructor(rules: number) {
    this.#looked = empty(rules);
    this.#reasons = empty(rules);
    this.#hanging = empty(rules);
  }

  /** What the condition of a rule saw before; `size`: how many sights there are. */
  lookedBy(rule: number, size: number): (Looked | undefined)[] {
    return (this.#looked[rule] ??= empty(size));
  }

  /** The reasons that a rule had before; `size`: how many it can have. */
  reasonsOf(rule: number, size: number): (Reason | undefined)[] {
    return (this.#reasons[rule] ??= empty(size));
  }

  /** The reason that a rule had before where it saw the same and hung on the same facts of other rules. */
  hanging(rule: number, on: string, make: () => Reason): Reason {
    return kept((this.#hanging[rule] ??= new Map<string, Reason>()), on, make);
  }

  /** The list of waiting terms that a channel had before where nobody told of the same facts: written as JSON once. */
  waiting(channel: Channel, on: string, make: () => readonly WaitingTerm[]): readonly WaitingTerm[] {
    return kept(this.#waiting, `${channel} ${on}`, make);
  }
}

/** More ways for facts to be missing are made anew each time. */
const MOST_KEPT = 256;

function kept<Item>(before: Map<string, Item>, on: string, make: () => Item): Item {
  const there = before.get(on);
  if (there !== undefined) return there;
  const made = make();
  if (before.size < MOST_KEPT) before.set(on, made);
  return made;
}

/** Made at its full length: an array that grows by far jumps becomes a slow one. */
const empty = <Item>(size: number): Item[] => new Array<Item | undefined>(size).fill(undefined) as Item[];
