import type { Edit } from "../repair/edit.ts";
import type { Misspelt } from "./draft.ts";

/** What a reading has of the text and of what was repaired in it. */
interface Repaired {
  readonly edits: readonly Edit[];
  readonly content: string;
}

/** The terms that were written with a slip, as they stand in the file and as they were read. */
export function misspeltTerms({ edits, content }: Repaired): readonly Misspelt[] {
  const isLetter = (at: number): boolean => /\p{L}/u.test(content[at] ?? "");
  return edits
    .filter(({ kind }) => kind === "correct-misspelt-terms")
    .map(({ at, by }) => {
      let { start, end } = at;
      while (isLetter(start - 1)) start -= 1;
      while (isLetter(end)) end += 1;
      const right = content.slice(start, at.start) + by + content.slice(at.end, end);
      return { span: { start, end }, word: content.slice(start, end), right };
    });
}
