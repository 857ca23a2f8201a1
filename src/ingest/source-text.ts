import type { PlacedSpan } from "../model/source-place.ts";
import type { Span } from "../model/span.ts";

/** What is known about a text beside its bytes. */
export interface About {
  /** The file's name, with its ending; findings and citations name the text by it. */
  readonly file: string;
  /** Which of the two texts of a file with tracked changes: with all of them accepted (the default), or before any. */
  readonly changes?: "accepted" | "original";
}

/**
 * A text as it was received, letter for letter, and the blocks that its layout shows; of a file that holds more than
 * letters (a web page, a Word document) the words that a reader sees.
 */
export interface SourceText {
  /** The file's name, with its ending. */
  readonly document: string;
  /** Of the bytes as received, in hexadecimal. */
  readonly sha256: string;
  /** The whole text, without a byte order mark. All offsets are UTF-16 units of this. */
  readonly content: string;
  /** Told by the content, not by the file's ending. */
  readonly format: "text" | "markdown" | "html" | "docx" | "pdf";
  /** How its parts are told: by indents and blank lines alone, or by marks: headings, bold, quotes, tables. */
  readonly layout: "indents" | "marks";
  /** In the order of the text, without overlaps; what lies between them is white space. */
  readonly blocks: readonly Block[];
  /** Where stretches of it are found in the file, in the order of the text; absent where its lines say so. */
  readonly places?: readonly PlacedSpan[];
}

/** A stretch of the text that the layout sets apart from what is before and after it. */
export interface Block {
  /** Plain text shows nothing but paragraphs. */
  readonly kind: "paragraph" | "heading" | "quote" | "literal" | "table";
  readonly span: Span;
  /** Columns of white space before the first line. */
  readonly indent: number;
  /** Empty lines before it. */
  readonly blankLines: number;
  /** The lines before it are not all empty: one holds a lone space, with which the converted texts part their sections. */
  readonly afterSection: boolean;
  /** Of a heading, 1 to 6. */
  readonly depth?: number;
  /** The whole block is in bold. */
  readonly bold?: boolean;
  /** Stretches that are the format's and not words, with what stands for them; in order, without overlaps. */
  readonly markup?: readonly Markup[];
  /** Of a table: rows of cells. */
  readonly rows?: readonly (readonly Cell[])[];
}

/** One cell of a table: the paragraphs in it. */
export interface Cell {
  readonly paragraphs: readonly Span[];
}

/** What the format writes at `at` stands for `by`: nothing for `**`, a character for an escape or an entity. */
export interface Markup {
  readonly at: Span;
  readonly by: string;
}
