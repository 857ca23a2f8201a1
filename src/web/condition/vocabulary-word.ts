import type { Language } from "../../model/language.ts";
import { filled } from "../../report/amounts.ts";
import WORDS from "./vocabulary-words.json" with { type: "json" };

/** A word of the form that names facts and papers, in the reviewer's language. */
export const vocabularyWord = (
  key: keyof typeof WORDS,
  lang: Language,
  values: Readonly<Record<string, string | number>> = {},
): string => filled(WORDS[key][lang], values, lang);
