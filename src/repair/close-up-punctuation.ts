import type { Edit } from "./edit.ts";
import type { Repair } from "./repair-type.ts";

/** White space before a mark; it leans on the word before it. */
const BEFORE = /[ \t\r\n\u{A0}]+(?=[,;:.!?)])/gu;
const WORD_END = /[\p{L}\p{Nd})"»]/u;
const ELLIPSIS = /^\.[.\p{Nd}]|^\. \./u;
/** White space after an opening bracket or quote that leans on the word after it. */
const AFTER = /[(«][ \t\r\n\u{A0}]+(?=[\p{L}\p{Nd}"«])/gu;
/** A straight quote at the end of a line, free on its left side: it opens what the next line goes on with. */
const OPENING = /"[ \t\u{A0}]*\r?\n[ \t\u{A0}]*(?=[\p{L}\p{Nd}])/gu;
/** A straight quote right after a mark opens what follows. */
const AFTER_MARK = /[;:]"[ \u{A0}](?=\p{L})/gu;
/** A straight quote at the beginning of a line, free on its right side: it closes what the line before ended with. */
const CLOSING = /[ \t\u{A0}]*\r?\n[ \t\u{A0}]*(?="(?:\s|$))/gu;

/** Closes up marks that the end of a line has parted from their word: `18.00-ге дейін\n.`, `(\nқызметкерлерінің)`. */
export const closeUpPunctuation: Repair = {
  id: "close-up-punctuation",
  find: (content) => {
    const edits: Edit[] = [];
    const close = (start: number, end: number): void => {
      if (isParagraphBreak(content.slice(start, end))) return;
      edits.push({ kind: "close-up-punctuation", at: { start, end }, by: "" });
    };
    for (const { index, 0: space } of content.matchAll(BEFORE)) {
      const end = index + space.length;
      if (WORD_END.test(content[index - 1] ?? "") && !ELLIPSIS.test(content.slice(end, end + 3)))
        close(index, end);
    }
    for (const { index, 0: found } of content.matchAll(AFTER))
      if (!/[\p{L}\p{Nd}]/u.test(content[index - 1] ?? "")) close(index + 1, index + found.length);
    for (const { index, 0: found } of content.matchAll(OPENING))
      if (/^[\s(]?$/u.test(content[index - 1] ?? "")) close(index + 1, index + found.length);
    for (const { index, 0: found } of content.matchAll(AFTER_MARK)) close(index + 2, index + found.length);
    for (const { index, 0: space } of content.matchAll(CLOSING))
      if (/[\p{L}\p{Nd}]/u.test(content[index - 1] ?? "")) close(index, index + space.length);
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
