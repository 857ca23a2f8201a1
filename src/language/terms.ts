import type { Lexicon, PhraseWord } from "./lexicon.ts";

/** A word of a language's own terms: what names a party, a paper or an act. */
export interface Term {
  /** Its letters up to the ending, small. */
  readonly stem: string;
  /** All that may stand behind the stem; "" where it may stand alone. */
  readonly endings: ReadonlySet<string>;
  /** Of a term of several words: the word right before this one; short words are told by it alone. */
  readonly before?: string;
}

/** The terms of a language, and the words that are none although one letter makes one of them. */
export interface TermWords {
  readonly terms: readonly Term[];
  /** Whether a word is one that the language is known to have. */
  readonly isKnown: (word: string) => boolean;
}

/** Fewer letters of an open beginning stand before words of any kind. */
const LEAST_BEGINNING = 4;
/** More letters behind an open beginning are another word: `услуг~` is no beginning of `услугодателя`. */
const LONGEST_ENDING = 4;

/** Tells the words that phrases of a lexicon are made of, at any place in them, and other words, whole or (`word~`) open. */
export function knownWords({ exact, open }: Lexicon, others: readonly string[]): (word: string) => boolean {
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  const add = (one: PhraseWord): Set<string> => (one.open ? beginnings : whole).add(one.word);
  for (const { words } of [...exact.values(), ...open.values()].flat()) words.forEach(add);
  for (const one of others)
    add(one.endsWith("~") ? { word: one.slice(0, -1), open: true } : { word: one, open: false });
  return (word) => {
    if (whole.has(word)) return true;
    for (
      let length = Math.max(LEAST_BEGINNING, word.length - LONGEST_ENDING);
      length <= word.length;
      length += 1
    )
      if (beginnings.has(word.slice(0, length))) return true;
    return false;
  };
}
