import type { Block, SourceText } from "./source-text.ts";

/** A format that a text may be in. To add one is to add a file with such a value, and a line in `formats.ts`. */
export interface TextFormat {
  readonly id: SourceText["format"];
  /** Whether a text is in this format, by what it holds and never by its file's name. */
  readonly tells: (content: string) => boolean;
  /** The stretches that the layout sets apart, in the order of the text. */
  readonly blocks: (content: string) => Block[];
}
