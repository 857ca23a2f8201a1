import type { Span } from "./span.ts";

/** Where a person finds words in a file that has no lines to count: a Word document, a web page, a PDF. */
export type SourcePlace = DocxPlace | HtmlPlace | PdfPlace;

/** The paragraphs of a Word document are counted from 1 as they follow one another, those in tables and empty ones too. */
export interface DocxPlace {
  readonly in: "docx";
  readonly paragraph: number;
  /** Words under the line: the number of the footnote or endnote; its paragraphs count from 1. */
  readonly note?: number;
  readonly table?: CellPlace;
}

/** Of the tables of a document the nth, and in it row and cell, all from 1; the outermost where one stands in another. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly cell: number;
}

/** An element of a web page. */
export interface HtmlPlace {
  readonly in: "html";
  /** A CSS selector that finds it: `#z12`, `body > div:nth-of-type(2) > p:nth-of-type(3)`. */
  readonly element: string;
  /** The last `id` or `<a name>` at or before it: what an address leads to behind `#`. */
  readonly anchor?: string;
}

/** A stretch of a page, in points from its upper left corner. */
export interface PdfPlace {
  readonly in: "pdf";
  /** From 1, as the file has its pages. */
  readonly page: number;
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/** A stretch of an ingested text and the place in the file that it comes from. */
export interface PlacedSpan {
  readonly at: Span;
  readonly place: SourcePlace;
}

/** The place that an offset comes from, or the next one before it; undefined where nothing is before it. */
export function placeAt(places: readonly PlacedSpan[], offset: number): SourcePlace | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.at.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return places[low - 1]?.place;
}
