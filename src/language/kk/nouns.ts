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
  const own = harmonyOf(stem);
  const fit = (endings: readonly string[]): readonly string[] =>
    endings.filter((ending) => own === undefined || (HARMONIES.get(ending) ?? own) === own);
  const bare = [stem, ...fit(ENDINGS.plural).map((ending) => stem + ending)];
  const owned = bare.flatMap((word) => fit(ENDINGS.possessive).map((ending) => softened(word) + ending));
  if (nounCase === "nominative") return [...bare, ...owned];
  const { bare: onBare, owned: onOwned } = ENDINGS.cases[nounCase];
  return [
    ...bare.flatMap((word) => fit(onBare).map((ending) => word + ending)),
    ...owned.flatMap((word) => fit(onOwned).map((ending) => word + ending)),
  ];
}

const BACK = "аоұыуяюё";
const FRONT = "әөүіеиэ";

/** Which vowels a word ends in, and its endings therefore have; nothing where it has no vowel. */
function harmonyOf(word: string): "back" | "front" | undefined {
  for (let at = word.length - 1; at >= 0; at -= 1) {
    if (BACK.includes(word.charAt(at))) return "back";
    if (FRONT.includes(word.charAt(at))) return "front";
  }
  return undefined;
}

/** The vowels of each ending; of one that has none, or is the same behind stems of either kind (`құжатпен`), nothing. */
const HARMONIES = new Map(
  [
    ENDINGS.plural,
    ENDINGS.possessive,
    ...Object.values(ENDINGS.cases).flatMap(({ bare, owned }) => [bare, owned]),
  ]
    .flat()
    .map((ending) => [
      ending,
      ENDINGS.cases.instrumental.bare.includes(ending) ? undefined : harmonyOf(ending),
    ]),
);

const SOFT: Readonly<Record<string, string>> = { к: "г", қ: "ғ", п: "б" };

/** `куәлік` before a vowel: `куәліг-і`. */
const softened = (word: string): string => word.replace(/[кқп]$/u, (letter) => SOFT[letter] ?? letter);
