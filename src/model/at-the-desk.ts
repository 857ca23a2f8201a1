/** The ways of handing a result out are channels of their own: such a step is judged by that of the row that ends it. */
export const HANDS_OUT = "step:result-given-out";

/** Events that happen at an organisation: they can be done until it closes alone (Civil Code, art. 176(1)). */
export const AT_THE_DESK: ReadonlySet<string> = new Set([
  "submitted",
  "documents-provided",
  "complaint-filed",
  HANDS_OUT,
]);
