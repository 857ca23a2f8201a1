import type { Edit } from "./edit.ts";
import type { Repair } from "./repair-type.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A hyphen at a line's end with the rest of its word on the next line. Some converters leave blank lines between. */
const AT_LINE_END = /-[ \t]*(?:\r?\n[ \t]*){1,5}(?<!\n )(?=\p{Ll}|\p{Nd})/gu;
/** A hyphen at a line's beginning, the first part of its word on the line before: `18.00\n-ге дейін`. */
const AT_LINE_START = /\n[ \t]*(?=[-–]\p{Ll})/gu;
/** A hyphen inside a line with a space after it, where tables were narrow: `авторизация- лау`. */
const IN_LINE = /- (?=\p{Ll})/gu;
/** The end of a line between small letters, no hyphen at it: `без пе\nрерыва`. */
const BARE_LINE_END = /(?<=\p{Ll}\p{Ll})[ \t]{0,2}\r?\n[ \t]{0,2}(?=\p{Ll}\p{Ll})/gu;
const ENDS_WORD = /[\p{L}\p{Nd}]/u;
const WORD_LETTER = /[\p{L}\p{Nd}.]/u;
const NEXT_WORD = /^\p{L}+/u;

/**
 * Joins a word that the end of a line has cut in two: the hyphen goes where the text knows the word without it, and stays
 * where it knows the word with it, or after a number. What the text does not know either way is left.
 */
export const joinBrokenWords: Repair = {
  id: "join-broken-words",
  find: (content, { words, links, language }) => {
    const edits: Edit[] = [];
    const push = (start: number, end: number, by: string): void => {
      edits.push({ kind: "join-broken-words", at: { start, end }, by });
    };
    const joinKnown = (start: number, end: number): void => {
      if (!ENDS_WORD.test(content[start - 1] ?? "")) return;
      const [first, second] = wordsAround(content, start, end);
      if (isKnownWhole(first, second, words.has)) push(start, end, "");
      else if (words.has(`${first}-${second}`)) push(start, end, "-");
    };
    for (const { index, 0: cut } of content.matchAll(AT_LINE_START)) {
      let start = index;
      while (start > 0 && /[ \t\r]/u.test(content[start - 1] ?? "")) start -= 1;
      if (/\p{Nd}/u.test(content[start - 1] ?? "")) push(start, index + cut.length, "");
    }
    for (const { index, 0: cut } of content.matchAll(AT_LINE_END)) {
      const end = index + cut.length;
      if (/\d/u.test(content[index - 1] ?? "")) push(index, end, "-");
      else joinKnown(index, end);
    }
    if (language !== undefined && language.vowels !== "")
      for (const { index, 0: cut } of content.matchAll(BARE_LINE_END)) {
        const [first, second] = wordsAround(content, index, index + cut.length);
        if (isCutBare(first, second, words, language.shortWords)) push(index, index + cut.length, "");
      }
    if (links !== undefined)
      for (const { index } of content.matchAll(links.afterNumber)) push(index, index + 1, "");
    for (const { index, 0: cut } of content.matchAll(IN_LINE)) joinKnown(index, index + cut.length);
    return edits;
  },
  examples: [
    ["жұмысшылар келді, жұмыс-\nшылар кетті", "жұмысшылар келді, жұмысшылар кетті"],
    ["сағат 18.00\n-ге дейін", "сағат 18.00-ге дейін"],
    ["Заңының 10\n-бабының", "Заңының 10-бабының"],
    ["Заңының 10 -бабының, сағат 8.00- ден", "Заңының 10-бабының, сағат 8.00-ден"],
    ["2- пайдаланушы, 2 - бап", "2- пайдаланушы, 2 - бап"],
    ["осы Қағидаларға 2-\nқосымшаға сәйкес", "осы Қағидаларға 2-қосымшаға сәйкес"],
    ["2024-\n2026", "2024-2026"],
    ["іс-қимыл. Өзара іс-\nқимыл", "іс-қимыл. Өзара іс-қимыл"],
    ["медициналық-\nсанитариялық", "медициналық- санитариялық"],
    ["дүйсенбі - \nсенбі", "дүйсенбі - сенбі"],
    ["бастап- 1 (бір)", "бастап- 1 (бір)"],
    ["без перерыва; без пе\nрерыва", "без перерыва; без перерыва", "ru"],
    ["подзаконные акты под\nзаконные, под роспись", "подзаконные акты под законные, под роспись", "ru"],
    ["выдачи лицензий, вы-\nдачи справок", "выдачи лицензий, выдачи справок", "ru"],
  ],
};

/** Longest word looked at. */
const LONGEST = 40;

/** The letters right before a cut and right after it. */
function wordsAround(content: string, start: number, end: number): [first: string, second: string] {
  let from = start;
  while (from > start - LONGEST && WORD_LETTER.test(content[from - 1] ?? "")) from -= 1;
  return [content.slice(from, start), NEXT_WORD.exec(content.slice(end, end + LONGEST))?.[0] ?? ""];
}

/** Whether two pieces that the text has nowhere else, and are no words, make a word that it has. */
const isCutBare = (
  first: string,
  second: string,
  words: Vocabulary,
  shortWords: readonly string[],
): boolean =>
  !shortWords.includes(first) &&
  words.has(first + second) &&
  words.times(first) <= 1 &&
  words.times(second) <= 1;

const isKnownWhole = (first: string, second: string, has: (word: string) => boolean): boolean =>
  first.length > 1 && second.length > 1 && has(first + second) && !has(`${first}-${second}`);
