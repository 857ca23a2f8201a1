import type { Edit } from "./edit.ts";
import type { Repair } from "./repair-type.ts";

/** White space before a mark; it leans on the word before it. */
const BEFORE = /(?<![ \t\r\n])[ \t\r\n]+(?=[,;:.!?)])/gu;
const WORD_END = /[\p{L}\p{Nd})"»]/u;
/** Dots of an ellipsis, a decimal; or a mark that a link displaced, which stands close before a word. */
const OTHER = /^\.[.\p{Nd}]|^\. \.|^[;.:]["«\p{L}]/u;
/** White space after an opening bracket or quote that leans on the word after it. */
const AFTER = /[(«][ \t\r\n]+(?=[\p{L}\p{Nd}"«])/gu;
/** A straight quote at the end of a line, free on its left side: it opens what the next line goes on with. */
const OPENING = /"[ \t]*\r?\n[ \t]*(?=[\p{L}\p{Nd}])/gu;
/** A straight quote right after a mark opens what follows. */
const AFTER_MARK = /[;:]" (?=\p{L})/gu;
/** A straight quote at the beginning of a line, free on its right side: it closes what the line before ended with. */
const CLOSING = /[ \t]{0,9}\r?\n[ \t]{0,9}(?="(?:\s|$))/gu;

/** A straight quote with a space on both sides, where lines were broken anew. */
const FREE = / " /u;

/** Closes up marks that the end of a line has parted from their word: `18.00-ге дейін\n.`, `(\nқызметкерлерінің)`. */
export const closeUpPunctuation: Repair = {
  id: "close-up-punctuation",
  find: (content, { blocks }) => {
    const edits: Edit[] = [];
    const close = (start: number, end: number): void => {
      if (isParagraphBreak(content.slice(start, end))) return;
      edits.push({ kind: "close-up-punctuation", at: { start, end }, by: "" });
    };
    for (const { index, 0: space } of content.matchAll(BEFORE)) {
      const end = index + space.length;
      if (WORD_END.test(content[index - 1] ?? "") && !OTHER.test(content.slice(end, end + 3)))
        close(index, end);
    }
    for (const { index, 0: found } of content.matchAll(AFTER))
      if (!/[\p{L}\p{Nd}]/u.test(content[index - 1] ?? "")) close(index + 1, index + found.length);
    for (const { index, 0: found } of content.matchAll(OPENING))
      if (/^[\s(]?$/u.test(content[index - 1] ?? "")) close(index + 1, index + found.length);
    for (const { index, 0: found } of content.matchAll(AFTER_MARK)) close(index + 2, index + found.length);
    for (const { index, 0: space } of content.matchAll(CLOSING))
      if (/[\p{L}\p{Nd}]/u.test(content[index - 1] ?? "")) close(index, index + space.length);
    for (const block of blocks)
      for (const { start, end } of freeQuotes(content.slice(block.span.start, block.span.end)))
        close(block.span.start + start, block.span.start + end);
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

/** The white space beside quotes that stand free within a line: after one that opens, before one that closes. */
function freeQuotes(text: string): { start: number; end: number }[] {
  if (!FREE.test(text)) return [];
  const quotes = [...text.matchAll(/"/gu)].map((quote) => quote.index);
  const opening = (index: number): boolean => index % 2 === 0;
  const paired = quotes.every((at, index) => !contradicts(text, at, opening(index)));
  if (!paired || quotes.length % 2 === 1) return [];
  return quotes.flatMap((at, index) => {
    const before = / {1,20}$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0].length ?? 0;
    const after = /^ +/u.exec(text.slice(at + 1, at + 20))?.[0].length ?? 0;
    if (before === 0 || after === 0) return [];
    return [opening(index) ? { start: at + 1, end: at + 1 + after } : { start: at - before, end: at }];
  });
}

/** Whether a quote that leans on a word on one side only cannot open (or close) there. */
function contradicts(text: string, at: number, opens: boolean): boolean {
  const before = /\s|^$/u.test(text.charAt(at - 1));
  const after = /\s|^$/u.test(text.charAt(at + 1));
  return before !== after && before !== opens;
}

/** More than one line break, or an indent after one, parts paragraphs; whether they belong together is not for this repair. */
const isParagraphBreak = (space: string): boolean => /\n[^\S\n]*\n|\n[^\S\n]{3}/u.test(space);
