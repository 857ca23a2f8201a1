import type { Language } from "../../model/language.ts";
import WORDS from "./words.json" with { type: "json" };

/** What an editor shows beside the sentences of lints, in the reader's language; `{name}` stands for a value. */
export function editorWords(
  name: keyof typeof WORDS,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return WORDS[name][language].replaceAll(/\{(\w+)\}/gu, (whole, key: string) => values[key] ?? whole);
}
