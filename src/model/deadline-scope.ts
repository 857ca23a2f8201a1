import type { Condition } from "./condition.ts";

/** Whose term a deadline is, where it is not everybody's. */
export interface OfSomeCases {
  /** In the text's words. */
  readonly condition?: string;
  /** The same in facts; set in review. */
  readonly when?: Condition;
}

/** What makes a deadline no term of its own, but one by which another may be prolonged. */
export interface Prolonging {
  /**
   * `further`: the term may end so much later; `anew`: it may run so long once more, from the event (`fromEvent`; absent:
   * `extended`). Absent: it is a term.
   */
  readonly prolongs?: "further" | "anew";
  /** Paths of provisions, or ids of rules, whose terms it prolongs; absent: those of the service. */
  readonly covers?: readonly string[];
}

/** The event by which a term is prolonged that a rule does not name otherwise. */
export const EXTENDED = "extended";
