import type { Cue } from "../cues.ts";
import type { PhraseFile } from "../lexicon.ts";
import NOUNS from "./nouns.json" with { type: "json" };

/** The forms of a noun by what a paper in that form is in its sentence; the dative and locative name none. */
interface Forms {
  /** Nominative and accusative, of one and of many: the paper itself. */
  readonly named: readonly string[];
  /** Genitive: whose the word before it is. */
  readonly owning: readonly string[];
  /** Instrumental: together with what. */
  readonly along: readonly string[];
}

type Declension = keyof typeof NOUNS.nouns;

/** Consonants behind which an ending has `и` instead of `ы`. */
const SOFTENING = /[гкхжшчщ]$/u;
/** Of those, the ones that take `ей` in the genitive of many. */
const HUSHING = /[жшчщ]$/u;

/**
 * How the nouns of each declension are declined. A word is told as its nominative, or as `nominative:stem` where a vowel is
 * lost (`список:списк`), with the genitive of many behind it where that has one more (`справка:справк:справок`).
 */
const DECLENSIONS: Readonly<Record<Declension, (word: string) => Forms>> = {
  masculine: (word) => {
    const [nominative = "", stem = nominative] = word.split(":");
    const many = stem + (SOFTENING.test(stem) ? "и" : "ы");
    return {
      named: [nominative, many],
      owning: [`${stem}а`, stem + (HUSHING.test(stem) ? "ей" : "ов")],
      along: [`${stem}ом`, `${stem}ем`, `${stem}ами`],
    };
  },
  "soft-masculine": (word) => {
    const [nominative = "", stem = nominative] = word.split(":");
    return {
      named: [nominative, `${stem}и`],
      owning: [`${stem}я`, `${stem}ей`],
      along: [`${stem}ем`, `${stem}ями`],
    };
  },
  feminine: (word) => {
    const [nominative = "", stem = "", ofMany = stem] = word.split(":");
    const many = stem + (SOFTENING.test(stem) ? "и" : "ы");
    return {
      named: [nominative, `${stem}у`, many],
      owning: [many, ofMany],
      along: [`${stem}ой`, `${stem}ами`],
    };
  },
  "on-iya": (word) => {
    const stem = word.slice(0, -1);
    return {
      named: [word, `${stem}ю`, `${stem}и`],
      owning: [`${stem}и`, `${stem.slice(0, -1)}ий`],
      along: [`${stem}ей`, `${stem}ями`],
    };
  },
  soft: (word) => {
    const stem = word.slice(0, -1);
    return {
      named: [word, `${stem}и`],
      owning: [`${stem}и`, `${stem}ей`],
      along: [`${word}ю`, `${stem}ями`],
    };
  },
  "on-iye": (word) => {
    const stem = word.slice(0, -1);
    return {
      named: [word, `${stem}я`],
      owning: [`${stem}я`, `${stem.slice(0, -1)}ий`],
      along: [`${word}м`, `${stem}ями`],
    };
  },
  neuter: (word) => {
    const stem = word.slice(0, -1);
    return { named: [word, `${stem}а`], owning: [`${stem}а`, stem], along: [`${stem}ом`, `${stem}ами`] };
  },
};

/** What stands for cues that are nouns: papers as they are named, owned and brought along. */
export function nounPhrases(): PhraseFile {
  const all = Object.entries(NOUNS.nouns).flatMap(([declension, words]) =>
    words.map((word) => ({ word, forms: DECLENSIONS[declension as Declension](word) })),
  );
  const of = (words: readonly string[]): readonly Forms[] =>
    all.filter(({ word }) => words.includes(word)).map(({ forms }) => forms);
  const phrases = {
    document: once(all.flatMap(({ forms }) => forms.named)),
    "document-owning": once(all.flatMap(({ forms }) => forms.owning)),
    "with-document": once(all.flatMap(({ forms }) => forms.along)),
    copy: once(of(NOUNS.copies).flatMap(({ named }) => named)),
    "the-application": once(of(NOUNS.applications).flatMap(({ named }) => named)),
  } satisfies Partial<Record<Cue, readonly string[]>>;
  return { phrases };
}

const once = (words: readonly string[]): readonly string[] => [...new Set(words)];
