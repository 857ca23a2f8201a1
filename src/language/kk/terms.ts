import type { Lexicon } from "../lexicon.ts";
import { knownWords, type Term, type TermWords } from "../terms.ts";
import ENDINGS from "./endings.json" with { type: "json" };
import NOUNS from "./nouns.json" with { type: "json" };
import TERMS from "./terms.json" with { type: "json" };

/** Letters at least: shorter words are a letter away from too many others. */
const LEAST_LETTERS = 8;

/** All endings of a noun, one after another. */
const INFLECTIONS: ReadonlySet<string> = new Set(
  ["", ...ENDINGS.plural].flatMap((plural) =>
    ["", ...ENDINGS.possessive].flatMap((own) => ["", ...ENDINGS.case].map((end) => plural + own + end)),
  ),
);
const SOFT: Readonly<Record<string, string>> = { к: "г", қ: "ғ", п: "б" };

/** A noun, and as it stands before a vowel: `нұсқаулық`, `нұсқаулығ-ы`. */
function termsOf(noun: string, before?: string): readonly Term[] {
  const soft = noun.replace(/[кқп]$/u, (letter) => SOFT[letter] ?? letter);
  const one = { endings: INFLECTIONS, ...(before === undefined ? {} : { before }) };
  return [...new Set([noun, soft])].map((stem) => ({ stem, ...one }));
}

/** What is left of a word once endings are taken off, in every way that they can be. */
function* bases(word: string): Generator<string> {
  for (let length = 3; length <= word.length; length += 1)
    if (INFLECTIONS.has(word.slice(length))) yield word.slice(0, length);
}

/** The terms of Kazakh: papers of `nouns.json`, parties of `terms.json`. */
export function termWords(lexicon: Lexicon): TermWords {
  const isInLexicon = knownWords(lexicon, TERMS.others);
  const papers = new Set([...Object.values(NOUNS.nouns).flat(), ...TERMS.parties]);
  const terms = [
    ...[...papers].filter((noun) => noun.length >= LEAST_LETTERS).flatMap((noun) => termsOf(noun)),
    ...Object.entries(TERMS.partiesBehind).flatMap(([noun, before]) =>
      before.flatMap((word) => termsOf(noun, word)),
    ),
  ];
  const isBase = (base: string): boolean => isInLexicon(base) || base.endsWith("у");
  return { terms, isKnown: (word) => [...bases(word)].some(isBase) };
}
