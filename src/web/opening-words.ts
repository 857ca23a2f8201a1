import type { Language } from "../model/language.ts";
import WORDS from "./opening-words.json" with { type: "json" };

export type OpeningWord = keyof typeof WORDS;

/** A word or sentence about opening acts and what is known of them, in the reviewer's language. */
export const opening = (key: OpeningWord, lang: Language): string => WORDS[key][lang];
