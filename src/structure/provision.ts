import type { RowTopic } from "../language/structure-words.ts";
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

/**
 * A node of the tree of an act. `passage` holds the node's own words, with the way back to the file; a node may have both
 * own words and children (a clause: its opening words, then `paragraph-2`, `item-1` …). Titles, markers, row labels and
 * passages of all nodes, sorted by their place in the source, give the repaired text again. Every provision is a unist node.
 */
export interface Provision {
  readonly type: ProvisionType;
  /** `annex-1/chapter-2/clause-10`; unique in the act. */
  readonly path: string;
  /** As a lawyer cites it, `1-қосымша, 2-тарау, 10-тармақ`. */
  readonly cite: string;
  /** Number as printed: `10`, `10-1`, `2`. */
  readonly label?: string;
  /** The number as it stands before the words, `10.`, `2)`, `- 1)`, `2-тарау.`; it is not part of the passage. */
  readonly marker?: Passage;
  /** The words over an annex that say what it belongs to: `… бұйрығына 1-қосымша`. */
  readonly head?: Passage;
  /** Title of an act, regulation, annex, chapter or table, in repaired words. */
  readonly title?: Passage;
  /** Number of the service (regulations and what they hold): 1, 2, … in the order of the text; absent for the act. */
  readonly service?: number;
  /** Tables: what kind of table this is. */
  readonly table?: "requirements" | "process" | "contacts" | "other";
  /** Rows of a requirements table: what the row is about, and the passage of its label. */
  readonly topic?: RowTopic;
  readonly rowLabel?: Passage;
  /** The node's own words. */
  readonly passage?: Passage;
  readonly children?: readonly Provision[];
}
