import type { Node } from "unist";
import type { Passage } from "../model/passage.ts";

export type ProvisionType =
  | "act"
  | "regulation"
  | "annex"
  | "chapter"
  | "clause"
  | "item"
  | "paragraph"
  | "table"
  | "row"
  | "cell"
  | "heading"
  | "note"
  | "form"
  | "signature";

/** What a requirement table's row is about; the labels of these tables are standard and known. */
export type RowTopic =
  | "service-name"
  | "provider"
  | "channels"
  | "term"
  | "form"
  | "result"
  | "fee"
  | "hours"
  | "documents"
  | "refusal"
  | "other-requirements";

/**
 * A node of the tree of an act. Leaves carry a passage: a piece of repaired text with the way back to the file. All
 * leaves, sorted by their place in the source, give the repaired text again.
 */
export interface Provision extends Node {
  readonly type: ProvisionType;
  /** `annex-1/chapter-2/clause-10`; unique in the act. */
  readonly path: string;
  /** As a lawyer cites it, `1-қосымша, 2-тарау, 10-тармақ`. */
  readonly cite: string;
  /** Number as printed: `10`, `10-1`, `2`. */
  readonly label?: string;
  /** Title of an act, regulation, annex or chapter, in repaired words. */
  readonly title?: Passage;
  /** Number of the service (regulations and what they hold): 1, 2, … in the order of the text; absent for the act. */
  readonly service?: number;
  /** Tables: what kind of table this is. */
  readonly table?: "requirements" | "process" | "contacts" | "other";
  /** Rows of a requirements table: what the row is about, and the passage of its label. */
  readonly topic?: RowTopic;
  readonly rowLabel?: Passage;
  /** Leaves only. */
  readonly passage?: Passage;
  readonly children?: readonly Provision[];
}
