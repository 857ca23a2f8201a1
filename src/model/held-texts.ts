import type { BothPlaces, Parity } from "./parity.ts";
import type { Kind } from "./rule.ts";
import type { SaidOtherwise } from "./twin.ts";

/**
 * A place where both texts gave a rule of one kind, and the two say otherwise, although no difference was found in the words:
 * `here` is the first text. One of the two is likely misread; that the law differs is not said.
 */
export interface ReadOtherwise extends BothPlaces {
  readonly kind: Kind;
  readonly otherwise: readonly SaidOtherwise[];
}

/** Two texts of one law held against each other, by their words and by what was read of them. */
export interface HeldTexts extends Parity {
  readonly readOtherwise: readonly ReadOtherwise[];
}
