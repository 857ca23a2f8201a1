import type { Change, ChangeSide, ServiceName } from "./change.ts";
import type { Kind } from "./rule.ts";
import type { UnreadShare } from "./unread-share.ts";

/** A version of an act: its name, and the day from which it holds, `YYYY-MM-DD`, or `unknown`. */
export interface HistoryVersion {
  readonly name: string;
  readonly since: string;
  readonly unread: UnreadShare | "unknown";
}

/**
 * What happened to a rule with a version. `there`: the first version has it, nobody knows since when; `came`; `changed` in
 * substance; `reworded`: other words or another place; `gone`; `said-elsewhere`: it is said once less often, not gone;
 * `unread`: this version says much the same and was not read; `read-again`: an earlier one was not read.
 */
export const LIFE_EVENTS = [
  "there",
  "came",
  "changed",
  "reworded",
  "gone",
  "said-elsewhere",
  "unread",
  "read-again",
] as const;
export type LifeEventKind = (typeof LIFE_EVENTS)[number];

export interface LifeEvent {
  /** Index of the version that it came with. */
  readonly version: number;
  readonly is: LifeEventKind;
  /** The rule there; of one that is gone, where it was before. */
  readonly side: ChangeSide;
  /** What changed, against the version before. */
  readonly change?: Change;
}

/** One rule through all versions, followed over renumbering and moves. */
export interface RuleLife {
  readonly kind: Kind;
  /** The service it was last a rule of. */
  readonly service: ServiceName;
  readonly events: readonly LifeEvent[];
}

/** When each rule of an act came, changed and went. */
export interface History {
  readonly of: "candidates" | "rules";
  readonly versions: readonly HistoryVersion[];
  readonly lives: readonly RuleLife[];
}
