import type { Edit } from "./edit.ts";
import type { Repair } from "./repair-type.ts";

const SPACE = "[ \\u{A0}]";
/** A word's beginning and, one space apart each, the letters or pairs of letters that justification split off. */
const SPLIT_END = new RegExp(`(?<!\\p{L})\\p{L}{2,}(?:${SPACE}\\p{L}{1,2}){1,4}(?![\\p{L}-])`, "gu");
/** A lone letter before the rest of its word. */
const SPLIT_START = new RegExp(`(?<!\\S)\\p{Ll}${SPACE}\\p{Ll}{3,}`, "gu");
/** A hyphen that the same split off: `з ерттеп -қарау`. */
const SPLIT_HYPHEN = new RegExp(`(?<=\\p{Ll})${SPACE}(?=-\\p{Ll}{3,})`, "gu");
const PIECES = new RegExp(SPACE, "gu");

/**
 * Joins single letters to the word they were split from, `мүмкінд іг ін`, where the text has the whole word elsewhere, or
 * where the line's words stand two spaces apart and the beginning alone is no word of the text.
 */
export const joinSplitLetters: Repair = {
  id: "join-split-letters",
  find: (content, { words }) => {
    const edits: Edit[] = [];
    const join = (start: number, split: string): void => {
      for (const { index } of split.matchAll(PIECES))
        edits.push({
          kind: "join-split-letters",
          at: { start: start + index, end: start + index + 1 },
          by: "",
        });
    };
    for (const pattern of [SPLIT_END, SPLIT_START])
      for (const { index, 0: split } of content.matchAll(pattern)) {
        const whole = split.replaceAll(PIECES, "");
        const [first = "", ...rest] = split.split(PIECES);
        const long = pattern === SPLIT_END ? first : (rest.at(-1) ?? "");
        if (words.has(long)) continue;
        if (words.has(whole) || standsApart(content, index, index + split.length)) join(index, split);
      }
    for (const { index } of content.matchAll(SPLIT_HYPHEN))
      if (standsApart(content, index, index)) join(index, " ");
    return edits;
  },
  examples: [
    ["мүмкіндігін береді. Таңдау  мүмкінд іг ін  алады", "мүмкіндігін береді. Таңдау мүмкіндігін алады"],
    ["алушыға  дәлелд і  бас  тарту  ұсынылады.", "алушыға дәлелді бас тарту ұсынылады."],
    ["ол ел не жер", "ол ел не жер"],
  ],
};

/** Whether two spaces or a line's end stand on both sides of the word, and two spaces on one at least. */
function standsApart(content: string, start: number, end: number): boolean {
  const line = content.slice(content.lastIndexOf("\n", start) + 1, lineEnd(content, end));
  return (line.match(/\S[ \u{A0}]{2,}(?=\S)/gu)?.length ?? 0) >= 2;
}

function lineEnd(content: string, from: number): number {
  const feed = content.indexOf("\n", from);
  return feed < 0 ? content.length : feed;
}
