import type { Span } from "./span.ts";

/** A provision as a lawyer cites it, with its words. */
export interface Citation {
  /** File or document the words stand in. */
  readonly document: string;
  /** Path of the provision, `annex-1/chapter-2/clause-10`. */
  readonly path: string;
  /** As a lawyer cites it, `1-қосымша, 2-тарау, 10-тармақ`. */
  readonly cite: string;
  /** The repaired words. */
  readonly quote: string;
  /** Places of the words in the ingested text, in UTF-16 units. */
  readonly spans: readonly Span[];
}
