import type { PlacedSpan, SourcePlace } from "../model/source-place.ts";
import type { Span } from "../model/span.ts";
import { withPlainSpaces } from "../model/hard-spaces.ts";
import { plainText } from "./plain-text.ts";
import type { Block, Cell, Markup, SourceText } from "./source-text.ts";

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
  /** Set at the right, as stamps are: those that follow one another are lines of one block. */
  readonly atRight?: boolean;
  /** An item of a list without numbers. */
  readonly bullet?: boolean;
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
export function richText(parts: readonly RichItem[]): RichText {
  const items = withWholeStamps(parts);
  const writer = new Writer();
  const blocks = items.flatMap((item) => writer.item(item) ?? []);
  const { content } = writer;
  const rest = { content, places: writer.places };
  if (items.some(isMarked)) return { ...rest, layout: "marks", blocks: blocks.map(apart) };
  const isLines =
    items.length >= LEAST_LINES && items.every((item) => item.kind !== "table" && lengthOf(item) <= LINE);
  return {
    ...rest,
    layout: "indents",
    blocks: isLines ? plainText.blocks(withPlainSpaces(content)) : blocks,
  };
}

/** Paragraphs at the right that follow one another, as lines of one. */
function withWholeStamps(items: readonly RichItem[]): readonly RichItem[] {
  const made: RichItem[] = [];
  for (const item of items) {
    const last = made.at(-1);
    const goesOn =
      isAtRight(item) && item.blankLines === 0 && last !== undefined && isAtRight(last) && hasWords(item);
    if (!goesOn) made.push(item);
    else
      made[made.length - 1] = {
        ...last,
        pieces: [
          ...last.pieces,
          ...item.pieces.map((piece, index) => (index === 0 ? { ...piece, text: `\n${piece.text}` } : piece)),
        ],
      };
  }
  return made;
}

const isAtRight = (item: RichItem): item is RichParagraph => item.kind === "quote" && item.atRight === true;

const hasWords = ({ pieces }: RichParagraph): boolean => pieces.some(({ text }) => text.trim() !== "");

/** The lines of a plain text are hardly longer. */
const LINE = 110;
/** A file of fewer is no act that was put in line by line. */
const LEAST_LINES = 20;

const lengthOf = ({ pieces }: RichParagraph): number =>
  pieces.reduce((sum, { text }) => sum + text.length, 0);

const isMarked = (item: RichItem): boolean =>
  item.kind === "heading" || item.kind === "quote" || (item.kind === "paragraph" && item.bold === true);

/** What a file keeps as paragraphs of their own stands apart as in Markdown. */
const apart = (block: Block): Block => ({ ...block, blankLines: Math.max(1, block.blankLines) });

/** What a reader sees before an item of a list without numbers; it is no word. */
const BULLET = "\u{2022} ";

/** Puts the text together and keeps where its stretches come from. */
class Writer {
  readonly places: PlacedSpan[] = [];
  readonly #written: string[] = [];
  #length = 0;

  get content(): string {
    return this.#written.join("");
  }

  /** Writes an item; undefined where there are no words in it. */
  item(item: RichItem): Block | undefined {
    if (item.kind === "table") return this.#table(item);
    const { kind, indent, blankLines, afterSection = false, depth, bold } = item;
    if (!hasWords(item)) return undefined;
    for (let line = 0; line < blankLines; line += 1) this.#write(afterSection && line === 0 ? " \n" : "\n");
    this.#write(" ".repeat(indent));
    const markup: Markup[] = [];
    const span = this.#paragraph(item, markup);
    if (span === undefined) return undefined;
    return {
      kind,
      span,
      indent,
      blankLines,
      afterSection,
      ...(depth === undefined ? {} : { depth }),
      ...(bold === true ? { bold } : {}),
      ...(markup.length === 0 ? {} : { markup }),
    };
  }

  #table({ rows }: RichTable): Block | undefined {
    const markup: Markup[] = [];
    const written = rows.map((row) =>
      row.map((cell): Cell => ({
        paragraphs: cell.paragraphs.flatMap((paragraph) => this.#paragraph(paragraph, markup) ?? []),
      })),
    );
    const spans = written.flatMap((row) => row.flatMap((cell) => cell.paragraphs));
    const [first, last] = [spans[0], spans.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const span = { start: first.start, end: last.end };
    const more = markup.length === 0 ? {} : { markup };
    return { kind: "table", span, indent: 0, blankLines: 0, afterSection: false, rows: written, ...more };
  }

  /** Writes a paragraph's words and the end of its line; gives their span without the white space at its ends. */
  #paragraph(paragraph: RichParagraph, markup: Markup[]): Span | undefined {
    if (!hasWords(paragraph)) return undefined;
    const from = this.#length;
    if (paragraph.bullet === true) {
      this.#write(BULLET);
      markup.push({ at: { start: from, end: this.#length - 1 }, by: "" });
    }
    const words = this.#length;
    let end = words;
    for (const { text, place } of paragraph.pieces) {
      const start = this.#length;
      const shown = start === words ? text.trimStart() : text;
      this.#write(shown);
      if (shown.trim() !== "") end = start + shown.trimEnd().length;
      if (this.#length > start) this.places.push({ at: { start, end: this.#length }, place });
    }
    this.#write("\n");
    return { start: from, end };
  }

  #write(text: string): void {
    this.#written.push(text);
    this.#length += text.length;
  }
}
