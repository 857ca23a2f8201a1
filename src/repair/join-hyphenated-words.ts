import type { TextLanguage } from "../language/text-language.ts";
import type { Repair } from "./repair-type.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A word with hyphens inside it, all but its first letter small. */
const HYPHENATED = /(?<![\p{L}\p{N}-])\p{L}\p{Ll}*(?:-\p{Ll}+)+(?![\p{L}\p{N}-])/gu;
const HYPHEN = /-/gu;
/** So many pieces, none longer than a syllable may be, are no compound. */
const SYLLABLES = 3;
const SYLLABLE = 4;

/**
 * Joins a word that lines of another width had cut at its syllables, `вы-дачи`: where the text has it whole oftener than cut,
 * and a piece is no word; or where three pieces and more are syllables of which none is a word, `рож-де-ния`.
 */
export const joinHyphenatedWords: Repair = {
  id: "join-hyphenated-words",
  find: (content, { words, language }) => {
    if (language === undefined || language.vowels === "") return [];
    return [...content.matchAll(HYPHENATED)].flatMap(({ index, 0: word }) =>
      isCut(word, words, language)
        ? Array.from(word.matchAll(HYPHEN), (hyphen) => ({
            kind: "join-hyphenated-words",
            at: { start: index + hyphen.index, end: index + hyphen.index + 1 },
            by: "",
          }))
        : [],
    );
  },
  examples: [
    ["выдачи, выдачи, вы-дачи", "выдачи, выдачи, выдачи", "ru"],
    ["место; место; Ме-сто рож-де-ния", "место; место; Место рождения", "ru"],
    ["веб-портал, вебпортал, какого-либо", "веб-портал, вебпортал, какого-либо", "ru"],
    ["так, также, также, так-же", "так, также, также, так-же", "ru"],
    ["іс-қимыл, ісқимыл, ісқимыл", "іс-қимыл, ісқимыл, ісқимыл"],
  ],
};

function isCut(word: string, words: Vocabulary, { vowels, shortWords }: TextLanguage): boolean {
  const pieces = word.toLowerCase().split("-");
  const known = (piece: string): boolean => words.has(piece) || shortWords.includes(piece);
  if (!pieces.every((piece) => Array.from(piece).some((letter) => vowels.includes(letter)))) return false;
  if (words.times(pieces.join("")) > words.times(word)) return !pieces.every(known);
  return pieces.length >= SYLLABLES && pieces.every((piece) => piece.length <= SYLLABLE && !known(piece));
}
