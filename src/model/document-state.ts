import type { SeenDocument } from "./verdict.ts";

/** There is no list of documents. */
export const UNTOLD = 0;
/** On the list, but not until when it is good. */
export const UNDATED = 1;
/** There and good. */
export const PRESENT = 2;
/** Not on the list. */
export const MISSING = 3;
/** There, and no longer good. */
export const EXPIRED = 4;

/** What a verdict calls a document's state, by the number it has here. */
export const DOCUMENT_STATES: readonly SeenDocument["state"][] = [
  "unknown",
  "unknown",
  "present",
  "missing",
  "expired",
];

/** What the decision asks of a document, by the same number: 0 there and good, 1 not, -1 not known. */
export const DOCUMENT_CLASSES: readonly number[] = [-1, -1, 0, 1, 1];
