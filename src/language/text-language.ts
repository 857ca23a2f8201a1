import type { Language } from "../model/language.ts";
import type { Grammar } from "./grammar.ts";
import type { StructureWords } from "./structure-words.ts";

/** A language that texts are written in, as far as it is known here. To add one is to add a folder and a line in the list. */
export interface TextLanguage {
  readonly code: Language;
  /** As a message names it, in English. */
  readonly name: string;
  /** Its letters, small. */
  readonly alphabet: string;
  /** Of them, those that no other language has: they tell it, and none of them is a word by itself. */
  readonly ownLetters: string;
  /** Its words of one or two letters: none of them is a piece of the word beside it. Empty where it has too few to matter. */
  readonly shortWords: readonly string[];
  /**
   * Its vowels, one of which each syllable has: words are cut there. Empty where compounds are written with a hyphen and
   * without one alike, and a hyphen inside a word says nothing.
   */
  readonly vowels: string;
  /** Its prepositions, small: where a space was lost, one of them hangs on the word before it. */
  readonly prepositions: readonly string[];
  /** The letter of its script that a Latin one looks like as it is printed; undefined where there is none. */
  readonly lookAlike: (latin: string) => string | undefined;
  /** The words that mark the parts of an act: with them a text becomes a tree. */
  readonly structure: StructureWords;
  /** What repairs, extractors and lints ask; absent where an act can be put into a tree and no rule of it is read. */
  readonly grammar?: Grammar;
}
