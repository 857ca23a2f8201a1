import type { Language } from "../model/language.ts";
import WORDS from "./book-ui-words.json" with { type: "json" };

export type BookUiWord = keyof typeof WORDS;

/** A word or sentence of the page of a book, in the reviewer's language. */
export const bookUi = (key: BookUiWord, lang: Language): string => WORDS[key][lang];

/** The name of a field of the book, or of a part of one. */
export const bookFieldName = (field: string, lang: Language): string => {
  const key = `field.${field}`;
  return Object.hasOwn(WORDS, key) ? WORDS[key as BookUiWord][lang] : field;
};
