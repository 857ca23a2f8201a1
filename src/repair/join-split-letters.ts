import type { Edit } from "./edit.ts";
import type { Repair } from "./repair-type.ts";

/** One or two letters between a space and the end of a word, found first because they are rare. */
const SHORT = / \p{L}{1,2}(?![\p{L}-])/gu;
/** The word's beginning before them, with other split letters between. */
const WORD_BEFORE = /(?<!\p{L})\p{L}{2,30}(?: \p{L}{1,2}){0,3}$/u;
/** The rest of the word after a lone small letter. */
const WORD_AFTER = /^ \p{Ll}{3,30}(?!\p{L})/u;
/** Lone letters of a stretched word, which is for another repair. */
const STRETCHED = /^ \p{L} \S (?:\S(?!\S)| )/u;
/** A hyphen that the same split off: `з ерттеп -қарау`. */
const SPLIT_HYPHEN = / (?=-\p{Ll}{3})/gu;
const PIECES = / /gu;

/**
 * Joins single letters to the word they were split from, `мүмкінд іг ін`, where the text has the whole word elsewhere, or
 * where the line's words stand two spaces apart and the beginning alone is no word of the text. A word of the language as
 * short as that, `отказа в`, stays where it is.
 */
export const joinSplitLetters: Repair = {
  id: "join-split-letters",
  find: (content, { words, language }) => {
    const isWord = new Set(language?.shortWords);
    const known: Known = { has: words.has, own: language?.ownLetters ?? "" };
    const edits: Edit[] = [];
    const join = (start: number, split: string): void => {
      for (const { index } of split.matchAll(PIECES))
        edits.push({
          kind: "join-split-letters",
          at: { start: start + index, end: start + index + 1 },
          by: "",
        });
    };
    let done = -1;
    for (const { index, 0: short } of content.matchAll(SHORT)) {
      if (index < done || isWord.has(short.slice(1).toLowerCase())) continue;
      if (STRETCHED.test(content.slice(index, index + 8))) continue;
      const end = endOfSplit(content, index + short.length);
      const before = WORD_BEFORE.exec(content.slice(Math.max(0, index - 45), index));
      const after = short.length === 2 ? WORD_AFTER.exec(content.slice(end, end + 34)) : null;
      const split = before === null ? undefined : { start: index - before[0].length, end };
      const whole = isWhole(content, split, known, "first");
      const late = after === null ? undefined : { start: index + 1, end: end + after[0].length };
      if (split !== undefined && whole) join(split.start, content.slice(split.start, split.end));
      else if (late !== undefined && isWhole(content, late, known, "last"))
        join(late.start, content.slice(late.start, late.end));
      if (whole) done = end;
    }
    for (const { index } of content.matchAll(SPLIT_HYPHEN))
      if (/\p{Ll}/u.test(content[index - 1] ?? "") && standsApart(content, index, index)) join(index, " ");
    return edits;
  },
  examples: [
    ["мүмкіндігін береді. Таңдау  мүмкінд іг ін  алады", "мүмкіндігін береді. Таңдау мүмкіндігін алады"],
    ["алушыға  дәлелд і  бас  тарту  ұсынылады.", "алушыға дәлелді бас тарту ұсынылады."],
    ["ол ел не жер", "ол ел не жер"],
    ["отказав. Основания  для  отказа в  приеме", "отказав. Основания для отказа в приеме", "ru"],
    ["Қызмет т е г і н  б а р", "Қызмет т е г і н б а р"],
  ],
};

/** The end of the last of several short pieces, one space apart each. */
function endOfSplit(content: string, from: number): number {
  const more = /^(?: \p{L}{1,2}(?![\p{L}-])){1,3}/u.exec(content.slice(from, from + 12));
  return from + (more?.[0].length ?? 0);
}

/** The text's words, and the letters that are no word by themselves. */
interface Known {
  readonly has: (word: string) => boolean;
  readonly own: string;
}

/** Whether the pieces make a word of the text, or stand apart, while the long one alone is no word of it. */
function isWhole(
  content: string,
  split: { start: number; end: number } | undefined,
  { has, own }: Known,
  long: "first" | "last",
): boolean {
  if (split === undefined) return false;
  const text = content.slice(split.start, split.end);
  const pieces = text.split(PIECES);
  if (
    has(pieces.join("")) &&
    pieces.slice(1).some((piece) => piece.length === 1 && own.includes(piece.toLowerCase()))
  )
    return true;
  if (has((long === "first" ? pieces[0] : pieces.at(-1)) ?? "")) return false;
  return has(pieces.join("")) || standsApart(content, split.start, split.end);
}

/** Letters around a word in which other words stand two spaces apart, too: its line, wherever lines break now. */
const AROUND = 50;

/** Whether two spaces stand right before the word or after it, or at two places around it. */
function standsApart(content: string, start: number, end: number): boolean {
  const before =
    content
      .slice(Math.max(0, start - AROUND), start)
      .split(/\n\s*\n|\n {3}/u)
      .at(-1) ?? "";
  const after = content.slice(end, end + AROUND).split(/\n\s*\n|\n {3}/u)[0] ?? "";
  if (/\S {2,}$/u.test(before) || /^(?: ?-\p{L}+)?(?: ?[.,;:)])? {2,}\S/u.test(after)) return true;
  return (`${before}xx${after}`.match(/\S\S {2,}(?=\S\S)/gu)?.length ?? 0) >= 2;
}
