import type { Edit } from "./edit.ts";
import type { Repair } from "./repair-type.ts";

const SPACE = "[ \\t\\r\\n\\u{A0}]+";
/** White space before a mark that leans on the word before it. */
const BEFORE = new RegExp(`(?<=[\\p{L}\\p{Nd})"»])${SPACE}(?=[,;:.!?)](?![.\\p{Nd}]))`, "gu");
/** White space after an opening bracket or quote that leans on the word after it. */
const AFTER = new RegExp(`(?<=(?<![\\p{L}\\p{Nd}])[(«])${SPACE}(?=[\\p{L}\\p{Nd}"«])`, "gu");
/** A straight quote at the end of a line, free on its left side: it opens what the next line goes on with. */
const OPENING = /(?<=(?:^|[\s(])["])[ \t\u{A0}]*\r?\n[ \t\u{A0}]*(?=[\p{L}\p{Nd}])/gu;
/** A straight quote at the beginning of a line, free on its right side: it closes what the line before ended with. */
const CLOSING = /(?<=[\p{L}\p{Nd}])[ \t\u{A0}]*\r?\n[ \t\u{A0}]*(?=["](?:\s|$))/gu;

/** Closes up marks that the end of a line has parted from their word: `18.00-ге дейін\n.`, `(\nқызметкерлерінің)`. */
export const closeUpPunctuation: Repair = {
  id: "close-up-punctuation",
  find: (content) => {
    const edits: Edit[] = [];
    for (const pattern of [BEFORE, AFTER, OPENING, CLOSING])
      for (const { index, 0: space } of content.matchAll(pattern)) {
        if (isParagraphBreak(space)) continue;
        edits.push({ kind: "close-up-punctuation", at: { start: index, end: index + space.length }, by: "" });
      }
    return edits;
  },
  examples: [
    ["нәтижелері (\nқызметкерлері) беріледі\n.", "нәтижелері (қызметкерлері) беріледі."],
    ['қызмет "\nЭлектрондық үкімет"', 'қызмет "Электрондық үкімет"'],
    ['www.egov.kz "электрондық үкімет\n" веб-порталы', 'www.egov.kz "электрондық үкімет" веб-порталы'],
    ["сұрау салуы :", "сұрау салуы:"],
    ["бар . . .", "бар . . ."],
    ["1) бірінші; 2) екінші", "1) бірінші; 2) екінші"],
  ],
};

/** More than one line break, or an indent after one, parts paragraphs; whether they belong together is not for this repair. */
const isParagraphBreak = (space: string): boolean => /\n[^\S\n]*\n|\n[^\S\n]{3}/u.test(space);
