import type { AmendWords } from "../language/amend-words.ts";

const WORD = /\p{L}+|\d+/gu;
/** So much of a word's beginning tells it in all its forms. */
const STEM = 5;

/** The beginnings of the words of a text that tell what it is about. */
export function beginningsOf(text: string, { small }: AmendWords): ReadonlySet<string> {
  const words = [...text.toLowerCase().matchAll(WORD)].map(([word]) => word);
  return new Set(words.filter((word) => !small.includes(word)).map((word) => word.slice(0, STEM)));
}

/** From 0 to 1: how many of the words of two names they share, of those that either has. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}
