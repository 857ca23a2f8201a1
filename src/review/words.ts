import { smallCyrillicLike } from "../language/look-alikes.ts";
import { print } from "../model/print.ts";

/** Words as they are kept in an anchor: readable, with white space, quotation marks and dashes made alike. */
export const foldWords = (words: string): string =>
  words
    .normalize("NFC")
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, "")
    .replace(/[«»“”„‟″]/gu, '"')
    .replace(/[‘’‚‛ʼ`]/gu, "'")
    .replace(/[‐‑‒–—―−]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();

/** Words as they are compared, and for each unit of `key` its place in the words they were made of. */
export interface Keyed {
  readonly key: string;
  readonly offsets: readonly number[];
}

/**
 * Words as they are compared: without white space, case, accents, look-alike letters and hyphens between letters, all
 * of which layout and its repair may change. A hyphen between digits stays: 5-7 is not 57.
 */
export function keyed(words: string): Keyed {
  const units: string[] = [];
  const offsets: number[] = [];
  let dash: number | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const unit = comparable(words.charAt(at));
    if (unit === "") continue;
    if (unit === "-") {
      dash ??= at;
      continue;
    }
    for (const part of dash !== undefined && isDigit(units.at(-1)) && isDigit(unit) ? ["-", unit] : [unit]) {
      units.push(part);
      offsets.push(part === "-" ? (dash ?? at) : at);
    }
    dash = undefined;
  }
  return { key: units.join(""), offsets };
}

export const wordsKey = (words: string): string => keyed(words).key;

const isDigit = (unit: string | undefined): boolean => unit !== undefined && /^\p{N}$/u.test(unit);

const COMPARABLE = new Map<string, string>();

/** One UTF-16 unit made comparable: one unit, or nothing. */
function comparable(unit: string): string {
  let made = COMPARABLE.get(unit);
  if (made === undefined) {
    const folded = foldWords(unit).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().charAt(0);
    // A reader that repairs look-alikes keeps the decisions made before.
    made = smallCyrillicLike(folded) ?? folded;
    COMPARABLE.set(unit, made);
  }
  return made;
}

/**
 * The same for words whose order layout may have changed (displaced link text): its numbers and its letters, each
 * sorted. Two texts with one such key are the same words in another order, or as good as.
 */
export function scrambledKey(words: string): string {
  const key = wordsKey(words);
  const numbers = (key.match(/\p{N}+/gu) ?? []).sort();
  const letters = (key.match(/\p{L}/gu) ?? []).sort();
  return `${numbers.join(" ")} ${letters.join("")}`;
}

/** Print of all words of a provision; changes of layout leave it as it is. */
export const wordsPrint = (words: string): string => print(scrambledKey(words));

/** How alike two texts are, from 0 to 1: shared words over all words. */
export function likeness(one: string, other: string): number {
  const [shared, left, right] = sharedWords(one, other);
  return left + right === 0 ? 0 : shared / (left + right - shared);
}

/** How much of a text's words another text has, from 0 to 1. */
export function coverage(words: string, text: string): number {
  const [shared, all] = sharedWords(words, text);
  return all === 0 ? 0 : shared / all;
}

function sharedWords(one: string, other: string): [shared: number, left: number, right: number] {
  const left = wordCounts(one);
  const right = wordCounts(other);
  let shared = 0;
  for (const [word, count] of left) shared += Math.min(count, right.get(word) ?? 0);
  return [shared, total(left), total(right)];
}

const total = (counts: Map<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

function wordCounts(words: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of foldWords(words)
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
