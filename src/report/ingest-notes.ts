import type { Finding } from "../model/finding.ts";
import type { Language } from "../model/language.ts";
import WORDS from "./ingest-note-words.json" with { type: "json" };

type Said = Readonly<Record<Language, string>>;
type Words = Said | { readonly accepted: Said; readonly original: Said };

/** No value takes more room than this in a note. */
const LONGEST = 200;

/**
 * What is to be known of a file beside its text, a line each with the file's name: changes that were accepted, words that
 * are hidden, what was left out. Empty where there is nothing among the findings of a reading.
 */
export function ingestNotes(findings: readonly Finding[], file: string, lang: Language): string {
  return findings.map((finding) => noteOf(finding, file, lang)).join("");
}

function noteOf({ code, severity, details = {} }: Finding, file: string, lang: Language): string {
  const words = (WORDS as Readonly<Record<string, Words>>)[code];
  if (words === undefined || severity === "error") return "";
  const said = "accepted" in words ? words[details["read"] === "original" ? "original" : "accepted"] : words;
  const filled = said[lang].replaceAll(/\{(\w+)\}/gu, (_, name: string) => valueIn(details[name]));
  return `${file}: ${filled}\n`;
}

function valueIn(value: unknown): string {
  const text = [value].flat().join(", ");
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
