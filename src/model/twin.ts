import type { Language } from "./language.ts";
import type { ParityPoint } from "./parity.ts";

/**
 * What the text of an act in the other language says of a rule. `agrees`: the same in substance; `in-part`: the same value,
 * for another way of applying or another case; `differs`: a rule of the kind with another value; `silent`: the provision is
 * there, and no rule of the kind was read in it; `missing`: no provision could be held against it.
 */
export type TwinReading = "agrees" | "in-part" | "differs" | "silent" | "missing";

/** What two readings of one rule can say otherwise: a field, or what several fields come to. */
export type SubstanceField =
  | "length"
  | "direction"
  | "subject"
  | "who"
  | "days"
  | "time"
  | "break"
  | "before"
  | "outside"
  | "stage"
  | "sum"
  | "forms"
  | "channels"
  | "condition"
  | "alternative";

/** One value of a rule that two readings have otherwise; a side that says nothing of it has none. */
export interface SaidOtherwise {
  readonly field: SubstanceField;
  readonly here?: string;
  readonly there?: string;
}

/** What the other language's text did to a candidate: how it reads there, and how sure the reader was without it. */
export interface TwinRemark {
  /** Of the other text, and of the one that the rule was read from. */
  readonly language: Language;
  readonly own: Language;
  readonly reading: TwinReading;
  /** Confidence by this text alone, from 0 to 1. */
  readonly alone: number;
  /** Id of the rule over there, where one of the kind was found. */
  readonly rule?: string;
  /** In what that rule differs. */
  readonly otherwise: readonly SaidOtherwise[];
  /** In what the words of the two provisions differ in substance, whatever was read of them; the first text is this one. */
  readonly points: readonly ParityPoint[];
}
