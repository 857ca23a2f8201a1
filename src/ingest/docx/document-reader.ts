import type { CellPlace, DocxPlace } from "../../model/source-place.ts";
import { parted } from "../line-breaks.ts";
import { setsApart, tableOf, type GridCell } from "../merged-cells.ts";
import type { Piece, RichItem, RichParagraph } from "../rich-text.ts";
import { asStamp } from "../stamp.ts";
import { BULLET, Numbering, type InList } from "./numbering.ts";
import type { Parts } from "./package-parts.ts";
import { isThere, numberIn, propertiesOf, runsOn, wordsOf, type Changes, type NoteSign } from "./runs.ts";
import { firstOf, headingOf, stylesOf, type Style } from "./styles.ts";
import { child, childrenOf, valueOf, wholeNumber, type Xml } from "./xml.ts";

/** A document's paragraphs and tables, and words in it that are not shown. */
export interface Read {
  readonly items: readonly RichItem[];
  readonly hidden: readonly string[];
}

/** Reads the body of a document in one of its two texts. */
export function readDocument(parts: Parts, changes: Changes): Read {
  const reader = new DocumentReader(parts, changes);
  const items = reader.blocks(child(parts.document, "body"), false);
  return { items, hidden: reader.hidden };
}

/** Words of a paragraph whose end is not in the text that is read: those of the next one go on with them. */
interface Begun {
  readonly pieces: readonly Piece[];
  readonly bold: boolean;
}

class DocumentReader {
  readonly hidden: string[] = [];
  readonly #styleOf: (id: string | undefined) => Style;
  readonly #numbering: Numbering;
  #paragraphs = 0;
  #tables = 0;
  #notes = 0;
  /** Where paragraphs stand that are not in the body itself. */
  #cell: CellPlace | undefined;
  #note: { readonly number: number; paragraphs: number } | undefined;

  constructor(
    private readonly parts: Parts,
    private readonly changes: Changes,
  ) {
    this.#styleOf = stylesOf(parts.styles);
    this.#numbering = new Numbering(parts.numbering);
  }

  /** What the body, a cell, a note or a text box holds. */
  blocks(holder: Xml | undefined, inCell: boolean): RichItem[] {
    const items: RichItem[] = [];
    let empty = { lines: 0, section: false };
    let begun: Begun = { pieces: [], bold: true };
    for (const block of blocksIn(holder)) {
      if (block.name === "tbl") {
        for (const item of this.#table(block)) items.push(item);
        continue;
      }
      const read = this.#paragraph(block, inCell, begun);
      begun = read.begun;
      if (read.items.length === 0 && begun.pieces.length === 0)
        empty = { lines: empty.lines + 1, section: empty.section || read.blank };
      const [first, ...others] = read.items;
      if (first === undefined) continue;
      const before = { blankLines: empty.lines, ...(empty.section ? { afterSection: true } : {}) };
      items.push(first.kind === "table" ? first : { ...first, ...before });
      for (const item of others) items.push(item);
      empty = { lines: 0, section: false };
    }
    return items;
  }

  #paragraph(
    paragraph: Xml,
    inCell: boolean,
    { pieces: earlier, bold: earlierBold }: Begun,
  ): { readonly items: RichItem[]; readonly begun: Begun; readonly blank: boolean } {
    const place = this.#place();
    const own = propertiesOf(paragraph, this.changes);
    const style = this.#styleOf(valueOf(own, "pStyle"));
    const words = wordsOf(paragraph, style, this.#styleOf, this.changes);
    if (words.hidden.trim() !== "") this.hidden.push(words.hidden);
    const boxes = words.boxes.flatMap((box) => this.blocks(box, inCell));
    if (CONTENTS.test(style.name)) return { items: boxes, begun: NOTHING, blank: false };
    const pieces = words.text === "" ? earlier : [...earlier, { text: words.text, place }];
    const bold = earlierBold && (words.bold || words.text.trim() === "");
    if (runsOn(paragraph, this.changes)) return { items: boxes, begun: { pieces, bold }, blank: false };
    const properties = [...(own === undefined ? [] : [own]), ...style.paragraph];
    const number = this.#number(properties, valueOf(own, "pStyle"));
    const isEmpty = pieces.every(({ text }) => text.trim() === "");
    const set = setOut(properties, style, bold);
    const marker = number === "" || number === BULLET ? [] : [{ text: number, place }];
    const [first, ...others] = isEmpty ? [] : linesOf([...marker, ...pieces], set, inCell);
    const items =
      first === undefined ? [] : [number === BULLET ? { ...first, bullet: true } : first, ...others];
    const notes = words.notes.flatMap((sign) => this.#noteOf(sign));
    return { items: [...boxes, ...items, ...notes], begun: NOTHING, blank: words.text !== "" };
  }

  #place(): DocxPlace {
    if (this.#note !== undefined) {
      this.#note.paragraphs += 1;
      return { in: "docx", paragraph: this.#note.paragraphs, note: this.#note.number };
    }
    this.#paragraphs += 1;
    return {
      in: "docx",
      paragraph: this.#paragraphs,
      ...(this.#cell === undefined ? {} : { table: this.#cell }),
    };
  }

  #number(properties: readonly Xml[], styleId: string | undefined): string {
    const ask = (name: string): string | undefined =>
      firstOf(properties, (one) => valueOf(child(one, "numPr"), name));
    const list = ask("numId");
    if (list === undefined || list === "0") return "";
    const level = wholeNumber(ask("ilvl")) ?? this.#numbering.levelOf(list, styleId ?? "") ?? 0;
    const at: InList = { list, level };
    return this.#numbering.next(at);
  }

  /** The paragraphs of a note, where its sign stands. */
  #noteOf({ in: part, id }: NoteSign): RichItem[] {
    if (this.#note !== undefined) return [];
    const note = childrenOf(this.parts[part]).find(({ attributes }) => attributes["id"] === id);
    this.#notes += 1;
    this.#note = { number: this.#notes, paragraphs: 0 };
    const items = this.blocks(note, false);
    this.#note = undefined;
    return items.map((item) => (item.kind === "table" ? item : { ...item, kind: "quote", blankLines: 0 }));
  }

  #table(table: Xml): RichItem[] {
    const isOutermost = this.#cell === undefined;
    if (isOutermost) this.#tables += 1;
    const rows = rowsIn(table)
      .filter((row) => isThere(child(row, "trPr"), this.changes))
      .map((row, index) => this.#row(row, index + 1, isOutermost));
    if (isOutermost) this.#cell = undefined;
    if (setsApart(rows)) return rows.flat().flatMap(({ items }) => asStamp(items));
    return [tableOf(rows)];
  }

  #row(row: Xml, number: number, isOutermost: boolean): GridCell[] {
    const properties = child(row, "trPr");
    const gap = (name: string): GridCell[] =>
      Array.from({ length: Math.min(wholeNumber(valueOf(properties, name)) ?? 0, MOST_GAP) }, () => EMPTY);
    const cells = cellsIn(row)
      .filter((cell) => isThere(child(cell, "tcPr"), this.changes))
      .map((cell, index): GridCell => {
        if (isOutermost) this.#cell = { table: this.#tables, row: number, cell: index + 1 };
        const of = child(cell, "tcPr");
        const merged = child(of, "vMerge") ?? child(of, "hMerge");
        const goesOn = merged !== undefined && merged.attributes["val"] !== "restart";
        const items = this.blocks(cell, true);
        return {
          items: goesOn ? [] : items,
          columns: Math.max(1, wholeNumber(valueOf(of, "gridSpan")) ?? 1),
          goesOn,
        };
      });
    return [...gap("gridBefore"), ...cells, ...gap("gridAfter")];
  }
}

const NOTHING: Begun = { pieces: [], bold: true };
const EMPTY: GridCell = { items: [], columns: 1, goesOn: false };
const MOST_GAP = 50;
/** Styles of a table of contents: it says again what the headings say. */
const CONTENTS = /^toc \d$/u;

/** Paragraphs and tables, also those in what only groups them. */
const blocksIn = (holder: Xml | undefined): Xml[] => within(holder, (name) => name === "p" || name === "tbl");
const rowsIn = (table: Xml): Xml[] => within(table, (name) => name === "tr");
const cellsIn = (row: Xml): Xml[] => within(row, (name) => name === "tc");

function within(holder: Xml | undefined, isWanted: (name: string) => boolean): Xml[] {
  return childrenOf(holder).flatMap((one) => {
    if (isWanted(one.name)) return [one];
    if (one.name === "AlternateContent")
      return within(child(one, "Choice") ?? child(one, "Fallback"), isWanted);
    return GROUPS.has(one.name) ? within(one, isWanted) : [];
  });
}

const GROUPS = new Set("sdt sdtContent customXml smartTag ins moveTo".split(" "));

type SetOut = Pick<RichParagraph, "kind" | "indent" | "depth" | "bold" | "atRight">;

/** Twentieths of a point in a column: six columns are half an inch. */
const COLUMN = 120;
/** From this indent on, in twentieths of a point, words stand at the right: stamps do. */
const AT_RIGHT = 4500;
const DEEPEST_HEADING = 6;
const QUOTES = /^(?:(?:intense )?quote|block text)$/u;

function setOut(properties: readonly Xml[], style: Style, bold: boolean): SetOut {
  const depth = headingOf(properties, style);
  const align = firstOf(properties, (one) => valueOf(one, "jc"));
  const indent = (name: string, other = name): number =>
    firstOf(properties, (one) => numberIn(child(one, "ind"), name) ?? numberIn(child(one, "ind"), other)) ??
    0;
  const left = indent("left", "start");
  const atRight = align === "right" || align === "end" || left >= AT_RIGHT;
  return {
    kind: depth !== undefined ? "heading" : atRight || QUOTES.test(style.name) ? "quote" : "paragraph",
    ...(atRight ? { atRight } : {}),
    indent: Math.max(0, Math.min(40, Math.round((left + indent("firstLine") - indent("hanging")) / COLUMN))),
    ...(depth === undefined ? {} : { depth: Math.min(depth, DEEPEST_HEADING) }),
    ...(bold || align === "center" ? { bold: true } : {}),
  };
}

/** A paragraph, or those that line breaks part it into. */
function linesOf(pieces: readonly Piece[], set: SetOut, inCell: boolean): RichParagraph[] {
  const text = pieces.map((piece) => piece.text).join("");
  const lead = /^[ \u{A0}\t]*/u.exec(text)?.[0].length ?? 0;
  const whole = { ...set, pieces, indent: Math.max(lead, set.indent), blankLines: 0 };
  const place = pieces.at(-1)?.place;
  if (set.kind !== "paragraph" || !text.includes("\n") || place === undefined) return [whole];
  return parted(text, inCell).map((part) => ({
    ...set,
    pieces: [{ text: part.text, place }],
    blankLines: part.blankLines,
  }));
}
