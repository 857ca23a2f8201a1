import type { Block, SourceText } from "../ingest/source-text.ts";
import type { Passage } from "../model/passage.ts";
import type { Edit } from "./edit.ts";

/** A text as it reads once conversion and layout are undone. */
export interface RepairedText {
  readonly source: SourceText;
  /** What was changed, in the order of the text. White space within a paragraph is made one space without an edit. */
  readonly edits: readonly Edit[];
  /** In the order of the text; their passages (and those of their cells) are the repaired text. */
  readonly paragraphs: readonly Paragraph[];
}

/** A block of the source, mended: its words in reading order, each tied to its place in the ingested text. */
export interface Paragraph extends Pick<
  Block,
  "kind" | "indent" | "blankLines" | "afterSection" | "depth" | "bold"
> {
  /** Of a table: empty; its words are in `rows`. */
  readonly passage: Passage;
  /** Of a table: rows of cells of paragraphs. */
  readonly rows?: readonly (readonly (readonly Passage[])[])[];
}
