import { wordAround } from "../model/letter.ts";
import type { Edit } from "../repair/edit.ts";
import type { Misspelt } from "./draft.ts";

/** What a reading has of the text and of what was repaired in it. */
interface Repaired {
  readonly edits: readonly Edit[];
  readonly content: string;
}

/** The terms that were written with a slip, as they stand in the file and as they were read. */
export function misspeltTerms({ edits, content }: Repaired): readonly Misspelt[] {
  return edits
    .filter(({ kind }) => kind === "correct-misspelt-terms")
    .map(({ at, by }) => {
      const span = wordAround(content, at);
      const right = content.slice(span.start, at.start) + by + content.slice(at.end, span.end);
      return { span, word: content.slice(span.start, span.end), right };
    });
}
