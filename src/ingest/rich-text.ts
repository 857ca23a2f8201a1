import type { PlacedSpan, SourcePlace } from "../model/source-place.ts";
import type { Span } from "../model/span.ts";
import { withPlainSpaces } from "../model/hard-spaces.ts";
import { plainText } from "./plain-text.ts";
import type { Block, Cell, SourceText } from "./source-text.ts";

/** Words and where they stand in the file. A line break in them parts lines of one paragraph. */
export interface Piece {
  readonly text: string;
  readonly place: SourcePlace;
}

/** A paragraph as a reader sees it. White space at its ends does not count. */
export interface RichParagraph extends Pick<Block, "depth" | "bold"> {
  readonly kind: Exclude<Block["kind"], "table">;
  readonly pieces: readonly Piece[];
  /** Columns of white space before the first line. */
  readonly indent: number;
  /** Empty paragraphs before it. */
  readonly blankLines: number;
  /** One of these holds a lone space. */
  readonly afterSection?: boolean;
}

/** Rows of cells; what is merged stands in the first of its cells, and the others are empty. */
export interface RichTable {
  readonly kind: "table";
  readonly rows: readonly (readonly RichCell[])[];
}

export interface RichCell {
  readonly paragraphs: readonly RichParagraph[];
}

export type RichItem = RichParagraph | RichTable;

/** What is made of such items. */
export type RichText = Pick<SourceText, "content" | "layout" | "blocks"> &
  Required<Pick<SourceText, "places">>;

/**
 * Writes paragraphs and tables as one text, each paragraph (those of cells too) on a line of its own, with its blocks and
 * places. A file in which nothing is marked, and whose paragraphs are no longer than lines, is a plain text that was put
 * into it line by line: its paragraphs are told as those of one.
 */
export function richText(items: readonly RichItem[]): RichText {
  const writer = new Writer();
  const blocks = items.flatMap((item) => writer.item(item) ?? []);
  const { content } = writer;
  const rest = { content, places: writer.places };
  if (items.some(isMarked)) return { ...rest, layout: "marks", blocks: blocks.map(apart) };
  const isLines = items.every((item) => item.kind !== "table" && lengthOf(item) <= LINE);
  return {
    ...rest,
    layout: "indents",
    blocks: isLines ? plainText.blocks(withPlainSpaces(content)) : blocks,
  };
}

/** The lines of a plain text are hardly longer. */
const LINE = 110;

const lengthOf = ({ pieces }: RichParagraph): number =>
  pieces.reduce((sum, { text }) => sum + text.length, 0);

const isMarked = (item: RichItem): boolean =>
  item.kind === "heading" || item.kind === "quote" || (item.kind === "paragraph" && item.bold === true);

/** What a file keeps as paragraphs of their own stands apart as in Markdown. */
const apart = (block: Block): Block => ({ ...block, blankLines: Math.max(1, block.blankLines) });

/** Puts the text together and keeps where its stretches come from. */
class Writer {
  content = "";
  readonly places: PlacedSpan[] = [];

  /** Writes an item; undefined where there are no words in it. */
  item(item: RichItem): Block | undefined {
    if (item.kind === "table") return this.#table(item);
    const { kind, indent, blankLines, afterSection = false, depth, bold } = item;
    const first = item.pieces.find(({ text }) => text.trim() !== "");
    if (first === undefined) return undefined;
    for (let line = 0; line < blankLines; line += 1)
      this.content += afterSection && line === 0 ? " \n" : "\n";
    this.content += " ".repeat(indent);
    const span = this.#paragraph(item);
    if (span === undefined) return undefined;
    return {
      kind,
      span,
      indent,
      blankLines,
      afterSection,
      ...(depth === undefined ? {} : { depth }),
      ...(bold === true ? { bold } : {}),
    };
  }

  #table({ rows }: RichTable): Block | undefined {
    const written = rows.map((row) =>
      row.map((cell): Cell => ({
        paragraphs: cell.paragraphs.flatMap((paragraph) => this.#paragraph(paragraph) ?? []),
      })),
    );
    const spans = written.flatMap((row) => row.flatMap((cell) => cell.paragraphs));
    const [first, last] = [spans[0], spans.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const span = { start: first.start, end: last.end };
    return { kind: "table", span, indent: 0, blankLines: 0, afterSection: false, rows: written };
  }

  /** Writes a paragraph's words and the end of its line; gives their span without the white space at its ends. */
  #paragraph({ pieces }: RichParagraph): Span | undefined {
    const from = this.content.length;
    for (const { text, place } of pieces) {
      const start = this.content.length;
      this.content += start === from ? text.trimStart() : text;
      const end = this.content.length;
      if (end > start) this.places.push({ at: { start, end }, place });
    }
    const words = this.content.slice(from).trimEnd();
    if (words === "") return undefined;
    this.content += "\n";
    return { start: from, end: from + words.length };
  }
}
