import type { Part } from "./draft.ts";
import type { LintWords } from "../language/lint-words.ts";
import { anyOf } from "./any-of.ts";
import { anyBut, NUMBER, phrase } from "./phrase.ts";

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
  const { any, clause, annex } = patterns(words);
  if (!any.test(part.words.text)) return [];
  const found = (pattern: RegExp, to: Reference["to"]): readonly Reference[] =>
    [...part.words.text.matchAll(pattern)].flatMap((match) => {
      const place = { part, start: match.index, end: match.index + match[0].length, to };
      const numbers = match[1]?.match(EACH_NUMBER) ?? [undefined];
      return numbers.map((number) => ({ ...place, number }));
    });
  return [...found(clause, "clause"), ...found(annex, "annex")];
}

/** Of `5, 6 и 7` each. */
const EACH_NUMBER = /\d+(?:-\d+)?/gu;

interface Patterns {
  readonly any: RegExp;
  readonly clause: RegExp;
  readonly annex: RegExp;
}

const MADE = new WeakMap<LintWords, Patterns>();

function patterns(words: LintWords): Patterns {
  const made = MADE.get(words);
  if (made !== undefined) return made;
  const { phrases } = words;
  const self = phrase(phrases.self, { this: anyOf(words.this), document: anyOf(words.document) });
  // So many words may stand between "of these Rules" and what is pointed to: links that layout has moved.
  const between = `(?:\\s+(?!${anyOf(words.this)})[\\p{L}"«»()–-]+){0,2}?`;
  const joiner = `(?:\\s*[,–]\\s*|\\s+${anyOf(words.and)}\\s+)`;
  const numbers = `(\\d+(?:-\\d+)?(?:${joiner}\\d+(?:-\\d+)?)*)`;
  const to = (template: string, word: string): RegExp => {
    const target = phrase(phrases.numbered, { n: NUMBER, numbers, word });
    return new RegExp(`(?<!\\p{L})${phrase(template, { self, between, target })}`, "giu");
  };
  const fresh = {
    any: new RegExp(`(?<!\\p{L})${self}`, "iu"),
    clause: to(phrases.clause, anyBut(words.clause, words.item)),
    annex: to(phrases.annex, anyOf(words.annex)),
  };
  MADE.set(words, fresh);
  return fresh;
}
