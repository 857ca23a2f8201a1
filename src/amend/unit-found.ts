import type { AmendStep, AmendUnit } from "../model/amendment.ts";

/** A part of an act that a sentence names. */
export interface UnitFound extends AmendStep {
  readonly unit: AmendUnit;
  /** It is what something is supplemented with: `пунктом`. */
  readonly with: boolean;
  /** It has the new wording: `согласно приложению 2`. */
  readonly isSource: boolean;
  /** What is put in stands beside it: `после строки «…»`. */
  readonly beside: "after" | "before" | undefined;
  /** Where the word stands among the tokens, and the first and last of what belongs to it. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
