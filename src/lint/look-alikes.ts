import type { Edit } from "../repair/edit.ts";
import type { LookAlike } from "./draft.ts";

/** What a reading has of the text and of what was repaired in it. */
interface Repaired {
  readonly edits: readonly Edit[];
  readonly content: string;
}

/** The words in which a letter of another script was replaced, as they stand in the file. */
export function lookAlikes({ edits, content }: Repaired): readonly LookAlike[] {
  const isLetter = (at: number): boolean => /\p{L}/u.test(content[at] ?? "");
  const words = new Map<number, LookAlike>();
  let last: LookAlike | undefined;
  for (const { kind, at } of edits) {
    if (kind !== "replace-look-alikes") continue;
    // A word of many such letters is walked through once.
    if (last !== undefined && last.span.start <= at.start && at.end <= last.span.end) continue;
    let { start, end } = at;
    while (isLetter(start - 1)) start -= 1;
    while (isLetter(end)) end += 1;
    last = { span: { start, end }, word: content.slice(start, end) };
    words.set(start, last);
  }
  return [...words.values()];
}
