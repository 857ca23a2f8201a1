import type { Language } from "./language.ts";
import type { SourcePlace } from "./source-place.ts";
import type { Span } from "./span.ts";
import type { TwinReading } from "./twin.ts";

/** Where a rule's words stand in the file they were read from. */
export interface Source {
  /** The file's name, with its ending. */
  readonly file: string;
  readonly sha256: string;
  /** Places of the words in the ingested text, in UTF-16 units, in the order of the source. */
  readonly spans: readonly Span[];
  /** First and last line of the file that the spans touch, from 1. */
  readonly lines: readonly [number, number];
  /** Where they begin in a file that has no lines to count. */
  readonly place?: SourcePlace;
  /** The repaired words. */
  readonly quote: string;
  /** The language they were read in, where it is not that of most of the file. */
  readonly language?: Language;
  /** Where the same law stands in its other language; absent where that text was not at hand, or has no such provision. */
  readonly twin?: TwinSource;
}

/** Where the other language's text has what a rule was read from, and its words. */
export interface TwinSource {
  readonly language: Language;
  readonly reading: Exclude<TwinReading, "missing">;
  /** The file's name, with its ending. */
  readonly file: string;
  readonly sha256: string;
  readonly path: string;
  /** As a lawyer cites it, in the words of that language. */
  readonly cite: string;
  /** Places of the words in that file's ingested text, in UTF-16 units, in the order of the source. */
  readonly spans: readonly Span[];
  readonly lines: readonly [number, number];
  readonly place?: SourcePlace;
  /** The repaired words. */
  readonly quote: string;
}
