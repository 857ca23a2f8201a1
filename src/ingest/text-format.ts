import type { Outcome } from "../model/finding.ts";
import type { About, Block, SourceText } from "./source-text.ts";

/** What a file's bytes give: a text without the name and the hash, which every file has. */
export type TextRead = Omit<SourceText, "document" | "sha256">;

/** A format that a file may be in. To add one is to add a file with such a value, and a line in `formats.ts`. */
export interface FileFormat {
  /** Whether bytes are in this format, by what they hold and never by their file's name. */
  readonly tells: (bytes: Uint8Array) => boolean;
  /** Their text; what cannot be read gives an empty text and a finding of severity `error`. */
  readonly read: (bytes: Uint8Array, about: About) => Outcome<TextRead>;
}

/** A format whose letters are the text itself. */
export interface TextFormat extends Pick<SourceText, "layout"> {
  readonly id: SourceText["format"];
  /** Whether a text is in this format, by what it holds. */
  readonly tells: (content: string) => boolean;
  /** The stretches that the layout sets apart, in the order of the text. */
  readonly blocks: (content: string) => Block[];
}
