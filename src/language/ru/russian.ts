import { cyrillicLike } from "../look-alikes.ts";
import type { StructureWords } from "../structure-words.ts";
import type { TextLanguage } from "../text-language.ts";
import { grammar } from "./grammar.ts";
import letters from "./letters.json" with { type: "json" };
import structure from "./structure.json" with { type: "json" };

/** Russian, with all that is asked of a language. */
export const russian: TextLanguage = {
  code: "ru",
  name: "Russian",
  alphabet: letters.alphabet,
  ownLetters: letters.own,
  shortWords: letters.short,
  vowels: letters.vowels,
  prepositions: letters.prepositions,
  lookAlike: cyrillicLike,
  structure: structure satisfies StructureWords,
  grammar,
};
