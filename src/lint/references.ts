import type { Part } from "./draft.ts";
import { anyOf, type LintWords } from "./lint-words.ts";

/** A pointer into the same document: "annex 2 to these Rules", "clause 9 of these Rules". */
export interface Reference {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
  readonly to: "clause" | "annex";
  /** As printed; undefined for "the annex" without a number. */
  readonly number: string | undefined;
}

/** So many words may stand between "of these Rules" and what is pointed to: links that layout has moved. */
const BETWEEN = '(?:\\s+(?!осы)[\\p{L}"«»()–-]+){0,2}';

/** Pointers that say "this": others may point into other acts. */
export function referencesIn(part: Part, words: LintWords): readonly Reference[] {
  const to = (target: readonly string[]): RegExp =>
    new RegExp(
      `(?<!\\p{L})${anyOf(words.this)}\\s+${anyOf(words.document)}\\p{L}*${BETWEEN}?\\s+(?:(\\d+(?:-\\d+)?)\\s*-\\s*)?${anyOf(target)}(?!\\p{L}*ша)`,
      "giu",
    );
  const found = (pattern: RegExp, kind: Reference["to"]): readonly Reference[] =>
    [...part.words.text.matchAll(pattern)].map((match) => ({
      part,
      start: match.index,
      end: match.index + match[0].length,
      to: kind,
      number: match[1],
    }));
  const annexes = new RegExp(to(words.annex).source.replace("(?!\\p{L}*ша)", ""), "giu");
  return [...found(to(words.clause), "clause"), ...found(annexes, "annex")];
}
