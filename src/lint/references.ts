import type { Part } from "./draft.ts";
import type { LintWords } from "../language/lint-words.ts";
import { anyOf } from "./any-of.ts";

/** A pointer into the same document: "annex 2 to these Rules", "clause 9 of these Rules". */
export interface Reference {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
  readonly to: "clause" | "annex";
  /** As printed; undefined for "the annex" without a number. */
  readonly number: string | undefined;
}

/** Pointers that say "this": others may point into other acts. */
export function referencesIn(part: Part, words: LintWords): readonly Reference[] {
  if (!patterns(words).any.test(part.words.text)) return [];
  const found = (pattern: RegExp, kind: Reference["to"]): readonly Reference[] =>
    [...part.words.text.matchAll(pattern)].map((match) => ({
      part,
      start: match.index,
      end: match.index + match[0].length,
      to: kind,
      number: match[1],
    }));
  return [...found(patterns(words).clause, "clause"), ...found(patterns(words).annex, "annex")];
}

interface Patterns {
  readonly any: RegExp;
  readonly clause: RegExp;
  readonly annex: RegExp;
}

const MADE = new WeakMap<LintWords, Patterns>();

function patterns(words: LintWords): Patterns {
  const made = MADE.get(words);
  if (made !== undefined) return made;
  const start = `(?<!\\p{L})${anyOf(words.this)}\\s+${anyOf(words.document)}\\p{L}*`;
  // So many words may stand between "of these Rules" and what is pointed to: links that layout has moved.
  const between = `(?:\\s+(?!${anyOf(words.this)})[\\p{L}"«»()–-]+){0,2}`;
  const to = (target: string): RegExp =>
    new RegExp(`${start}${between}?\\s+(?:(\\d+(?:-\\d+)?)\\s*-\\s*)?${target}`, "giu");
  const fresh = {
    any: new RegExp(start, "iu"),
    // A clause, and not the beginning of the word for an item.
    clause: to(`(?!${anyOf(words.item)})${anyOf(words.clause)}`),
    annex: to(anyOf(words.annex)),
  };
  MADE.set(words, fresh);
  return fresh;
}
