import type { Language } from "../../model/language.ts";
import WORDS from "./condition-form-words.json" with { type: "json" };

/** A word of the form in which conditions are put together, in the reviewer's language. */
export const conditionFormWord = (key: keyof typeof WORDS, lang: Language): string => WORDS[key][lang];
export type ConditionFormWord = keyof typeof WORDS;
