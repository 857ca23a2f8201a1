import type { LintWords } from "../language/lint-words.ts";
import { anyOf } from "./any-of.ts";

/** The source of a pattern for each slot of a phrase, and for white space where that is not `\s+`. */
type Slots = Readonly<Record<string, string>>;

/** A number as references print it: `9`, `19-1`. */
export const NUMBER = "(\\d+(?:-\\d+)?)";

/**
 * The source of the pattern for a phrase of `lint.json`, which says in what order a language puts its words: `{n}` is a
 * slot, `~` any letters after it, `[ … ]` may be absent. With `whole` nothing may be.
 */
export function phrase(template: string, slots: Slots, whole = false): string {
  return template.replaceAll(/\{(\p{L}+)\}|[~[\]) -]/gu, (mark, slot: string | undefined) => {
    if (slot !== undefined) return slots[slot] ?? "";
    if (mark === "[" || mark === "]") return whole ? "" : mark === "[" ? "(?:" : ")?";
    return slots[mark] ?? MARKS[mark] ?? mark;
  });
}

const MARKS: Slots = { "~": "\\p{L}*", ")": "\\)", " ": "\\s+", "-": "\\s*-\\s*" };

/** Any of these beginnings of words, and none of the others: a clause, and not an item whose word begins like it. */
export const anyBut = (beginnings: readonly string[], others: readonly string[]): string =>
  `(?!${anyOf(others)})${anyOf(beginnings)}`;

/** What is numbered with its number, `9-тармақ`, `пункт 9`, in a group; `n` where only some number is meant. */
export const numbered = (words: LintWords, word: string, n = NUMBER): string =>
  phrase(words.phrases.numbered, { n, numbers: n, word }, true);
