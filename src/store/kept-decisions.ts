import type { ReadDecisions } from "../files/decisions-file.ts";
import type { Decision } from "../review/decision.ts";

/** What reviewers have decided on one regulation, wherever it is kept; only ever added to. */
export interface KeptDecisions {
  /** Names the place, for people and for those who take turns at it. */
  readonly place: string;
  readonly isThere: () => Promise<boolean>;
  /** All decisions in their order. Throws `Trouble` for one that was changed, `Unkept` where the store is away. */
  readonly read: () => Promise<ReadDecisions>;
  /**
   * Adds decisions and returns when a crash does not reach them. `seen`: how many there were when they were made; where
   * others have come since, a store that several servers share throws `Overtaken`, and nothing is added.
   */
  readonly append: (decisions: readonly Decision[], seen: number) => Promise<void>;
}

/** Decisions that were made on what is no longer all: to be made anew on what is there now. */
export class Overtaken extends Error {
  constructor() {
    super("others have decided meanwhile");
  }
}

/** Decisions on many regulations; `own`: those in files, with which a regulation begins that the store has nothing of. */
export interface ReviewStore {
  readonly of: (regulation: string, own: KeptDecisions) => KeptDecisions;
  /** Whether it has any on a regulation of this act. */
  readonly hasAny: (act: string) => Promise<boolean>;
}
