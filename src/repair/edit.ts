import type { Span } from "../model/span.ts";

/** A change that a repair proposes to the ingested text. */
export interface Edit {
  /** Id of the repair. */
  readonly kind: string;
  /** The stretch that is replaced; empty where words are put in. */
  readonly at: Span;
  /** What stands there instead. */
  readonly by: string;
  /** The words in `by` stand here in the file and are taken from here; another edit of the same kind removes them. */
  readonly movedFrom?: Span;
  /** The words at `at` have gone to this place. */
  readonly movedTo?: Span;
}
