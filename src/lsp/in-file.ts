import type { Span } from "../model/span.ts";

/** Where offsets of a text that was read stand in its file as the editor holds it, both in UTF-16 units. */
export interface InFile {
  readonly toFile: (offset: number) => number;
  /** The offset of the text that stands at or before one of the file. */
  readonly toText: (offset: number) => number;
}

/** Of plain text and Markdown, which are read letter for letter. */
export const LETTER_FOR_LETTER: InFile = { toFile: (offset) => offset, toText: (offset) => offset };

/** A stretch of the text as one of the file: from its first letter to its last. */
export function spanInFile({ start, end }: Span, { toFile }: InFile): Span {
  const from = toFile(start);
  return { start: from, end: end > start ? Math.max(from, toFile(end - 1) + 1) : from };
}
