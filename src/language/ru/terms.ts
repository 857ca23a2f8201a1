import type { Lexicon } from "../lexicon.ts";
import { knownWords, type Term, type TermWords } from "../terms.ts";
import NOUNS from "./nouns.json" with { type: "json" };
import TERMS from "./terms.json" with { type: "json" };

type Declension = keyof typeof TERMS.endings;

/** Letters at least: shorter words are a letter away from too many others. */
const LEAST_LETTERS = 8;

/** Of a word as `nouns.json` tells it: `перечень:перечн`, `справка:справк:справок`, `заявление`. */
function termsOf(word: string, declension: Declension): readonly Term[] {
  const [nominative = "", declined, ofMany] = word.split(":");
  if (nominative.length < LEAST_LETTERS) return [];
  const endings = TERMS.endings[declension];
  const whole = (stem: string): Term => ({ stem, endings: new Set([""]) });
  const isMasculine = declension === "masculine" || declension === "soft-masculine";
  return [
    { stem: declined ?? (isMasculine ? nominative : nominative.slice(0, -1)), endings: new Set(endings) },
    ...(ofMany === undefined ? [] : [whole(ofMany)]),
  ];
}

/** The terms of Russian: papers and acts of `nouns.json`, parties of `terms.json`. */
export function termWords(lexicon: Lexicon): TermWords {
  const terms = [NOUNS.nouns, TERMS.parties].flatMap(
    (file: Readonly<Record<Declension, readonly string[]>>) =>
      Object.entries(file).flatMap(([declension, words]) =>
        words.flatMap((word) => termsOf(word, declension as Declension)),
      ),
  );
  return { terms, isKnown: knownWords(lexicon, TERMS.others) };
}
