import { cyrillicLike } from "../look-alikes.ts";
import type { StructureWords } from "../structure-words.ts";
import type { TextLanguage } from "../text-language.ts";
import letters from "./letters.json" with { type: "json" };
import structure from "./structure.json" with { type: "json" };

/** Russian: an act becomes a tree; its rules are not read yet. */
export const russian: TextLanguage = {
  code: "ru",
  name: "Russian",
  alphabet: letters.alphabet,
  ownLetters: letters.own,
  lookAlike: cyrillicLike,
  structure: structure satisfies StructureWords,
};
