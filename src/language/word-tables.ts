import { smallCyrillicLike } from "./look-alikes.ts";

/** For each word of the lists, what its list stands for. */
export function inverted<Value extends string>(
  lists: Readonly<Record<string, readonly string[]>>,
): Map<string, Value> {
  return new Map(
    Object.entries(lists).flatMap(([value, list]) => list.map((word) => [word, value as Value])),
  );
}

/** A word of letters of two scripts, with each Latin letter as the Cyrillic one that it looks like. */
export const inCyrillic = (word: string): string =>
  word.replace(/[a-z]/g, (letter) => smallCyrillicLike(letter) ?? letter);
