import type { Language } from "../model/language.ts";
import WORDS from "./ui-words.json" with { type: "json" };

export type UiWord = keyof typeof WORDS;

/** A word or sentence of the interface, in the reviewer's language. */
export const ui = (key: UiWord, lang: Language): string => WORDS[key][lang];

/** The name of a rule's field, in the reviewer's language; the field's own name where there is no word for it. */
export function fieldName(field: string, lang: Language): string {
  const key = `field.${field}`;
  return Object.hasOwn(WORDS, key) ? WORDS[key as UiWord][lang] : field;
}

/** The minute of an ISO time, as pages show it. */
export const minuteText = (at: string): string => at.slice(0, "YYYY-MM-DDTHH:MM".length).replace("T", " ");
