import type { Language } from "../../model/language.ts";
import WORDS from "./apply-words.json" with { type: "json" };

export type ApplyWord = keyof typeof WORDS;

/** A word or sentence of the applicant's pages, with its value put in where it has one. */
export const apply = (key: ApplyWord, lang: Language, ...values: readonly (string | number)[]): string =>
  values.reduce<string>(
    (words, value, place) => words.replace(`{${place}}`, () => String(value)),
    WORDS[key][lang],
  );
