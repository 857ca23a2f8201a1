import type { Language } from "../model/language.ts";
import WORDS from "./card-words.json" with { type: "json" };

export type CardWord = keyof typeof WORDS;

/** A word or sentence of the cards, in the reviewer's language, with what is counted in its place. */
export function cardWord(
  key: CardWord,
  lang: Language,
  counted: Readonly<Record<string, string | number>> = {},
): string {
  return Object.entries(counted).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, String(value)),
    WORDS[key][lang],
  );
}
