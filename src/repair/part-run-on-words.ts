import type { Repair } from "./repair-type.ts";

/** A word of small letters, and the word after it. */
const WORD = /(?<![\p{L}\p{N}-])(\p{Ll}{5,40}) (?=(\p{Ll}{3,30})(?![\p{L}-]))/gu;
/** Fewer letters before a preposition may be a word by chance. */
const LEAST_LETTERS = 4;

/**
 * Parts a preposition from the word that it has been run on to, `месяцевс даты`: where the text has the word without it
 * and the whole nowhere else, and has the preposition before the same word elsewhere.
 */
export const partRunOnWords: Repair = {
  id: "part-run-on-words",
  find: (content, { words, language }) => {
    const prepositions = language?.prepositions ?? [];
    if (prepositions.length === 0) return [];
    let governed: ReadonlySet<string> | undefined;
    return [...content.matchAll(WORD)].flatMap(({ index, 1: word = "", 2: next = "" }) => {
      const preposition = prepositions.find(
        (one) =>
          word.endsWith(one) &&
          word.length - one.length >= LEAST_LETTERS &&
          words.has(word.slice(0, -one.length)) &&
          words.times(word) <= 1 &&
          (governed ??= governedIn(content, prepositions)).has(`${one} ${next}`),
      );
      if (preposition === undefined) return [];
      const at = index + word.length - preposition.length;
      return [{ kind: "part-run-on-words", at: { start: at, end: at }, by: " " }];
    });
  },
  examples: [
    [
      "шести месяцев, с даты выдачи. Шесть месяцевс даты",
      "шести месяцев, с даты выдачи. Шесть месяцев с даты",
      "ru",
    ],
    [
      "заявления, на получение. Форма заявленияна получение",
      "заявления, на получение. Форма заявления на получение",
      "ru",
    ],
    [
      "номер указа, указав номер, указана дата, на дату",
      "номер указа, указав номер, указана дата, на дату",
      "ru",
    ],
    ["адрес регистрации, с регистрации", "адрес регистрации, с регистрации", "ru"],
    ["қызметс алушы", "қызметс алушы"],
  ],
};

/** Prepositions of a text with the words after them. */
function governedIn(content: string, prepositions: readonly string[]): ReadonlySet<string> {
  const any = new RegExp(`(?<![\\p{L}-])(?:${prepositions.join("|")}) \\p{Ll}{3,30}(?![\\p{L}-])`, "gu");
  return new Set(Array.from(content.matchAll(any), ([words]) => words));
}
