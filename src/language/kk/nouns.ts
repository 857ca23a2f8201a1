import type { Cue } from "../cues.ts";
import type { PhraseFile } from "../lexicon.ts";
import ENDINGS from "./endings.json" with { type: "json" };
import NOUNS from "./nouns.json" with { type: "json" };

/** A case in which a noun stands; the nominative has no ending. */
export type NounCase = keyof typeof ENDINGS.cases;

const STEMS: Readonly<Record<Noun, readonly string[]>> = NOUNS.nouns;
type Noun = keyof typeof NOUNS.nouns;

/** Cues that are nouns: of which, and in which cases they mean that. */
const CUES: readonly (readonly [cue: Cue, nouns: readonly Noun[], cases: readonly NounCase[]])[] = [
  ["document", ["paper"], ["nominative", "accusative"]],
  ["document-given", ["paper"], ["accusative"]],
  ["with-document", ["paper"], ["instrumental"]],
  ["document-owning", ["paper", "listing"], ["genitive"]],
  ["copy", ["copy"], ["nominative", "accusative"]],
  ["the-application", ["request"], ["nominative", "accusative"]],
];

/** What stands for cues that are nouns: their stems in the cases in which they mean that, of one and of many, owned or not. */
export const nounPhrases = (): PhraseFile => ({
  phrases: Object.fromEntries(
    CUES.map(([cue, nouns, cases]) => [
      cue,
      nouns.flatMap((noun) => STEMS[noun]).flatMap((stem) => cases.flatMap((one) => nounForms(stem, one))),
    ]),
  ),
});

/**
 * A noun in a case: alone, of many, owned, and of many owned. Vowels follow the last of the stem (`құжаттар`, `куәліктер`);
 * consonants are not told apart, so forms that nobody writes are among them (`құжатны`).
 */
export function nounForms(stem: string, nounCase: NounCase): readonly string[] {
  const fit = (endings: readonly string[]): readonly string[] =>
    endings.filter((ending) => suits(stem, ending));
  const bare = [stem, ...fit(ENDINGS.plural).map((ending) => stem + ending)];
  const owned = bare.flatMap((word) => fit(ENDINGS.possessive).map((ending) => softened(word) + ending));
  if (nounCase === "nominative") return [...bare, ...owned];
  const { bare: onBare, owned: onOwned } = ENDINGS.cases[nounCase];
  return [
    ...bare.flatMap((word) => fit(onBare).map((ending) => word + ending)),
    ...owned.flatMap((word) => fit(onOwned).map((ending) => word + ending)),
  ];
}

const BACK = /[аоұыуяюё]/u;
const VOWEL = /[аоұыуяюёәөүіеиэ]/gu;

/** Whether the vowel of an ending goes with the last vowel of a stem; an ending of consonants alone goes with all. */
function suits(stem: string, ending: string): boolean {
  const last = (word: string): string | undefined => word.match(VOWEL)?.at(-1);
  const [own, added] = [last(stem), last(ending)];
  return (
    own === undefined || added === undefined || BACK.test(own) === BACK.test(added) || ANY_VOWEL.has(ending)
  );
}

/** Endings that have one form for stems of either kind: `құжатпен`. */
const ANY_VOWEL: ReadonlySet<string> = new Set(ENDINGS.cases.instrumental.bare);

const SOFT: Readonly<Record<string, string>> = { к: "г", қ: "ғ", п: "б" };

/** `куәлік` before a vowel: `куәліг-і`. */
const softened = (word: string): string => word.replace(/[кқп]$/u, (letter) => SOFT[letter] ?? letter);
