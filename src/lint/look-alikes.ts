import { wordAround } from "../model/letter.ts";
import type { Edit } from "../repair/edit.ts";
import type { WordInFile } from "./draft.ts";

/** What a reading has of the text and of what was repaired in it. */
interface Repaired {
  readonly edits: readonly Edit[];
  readonly content: string;
}

/** The words in which a letter of another script was replaced, as they stand in the file. */
export function lookAlikes({ edits, content }: Repaired): readonly WordInFile[] {
  const words = new Map<number, WordInFile>();
  let last: WordInFile | undefined;
  for (const { kind, at } of edits) {
    if (kind !== "replace-look-alikes") continue;
    // A word of many such letters is walked through once.
    if (last !== undefined && last.span.start <= at.start && at.end <= last.span.end) continue;
    const span = wordAround(content, at);
    last = { span, word: content.slice(span.start, span.end) };
    words.set(span.start, last);
  }
  return [...words.values()];
}
