import fastDiff from "fast-diff";
import type { Mark } from "../model/change.ts";

/** Words in a row that two texts both have, or only one of them. */
export interface Run<Word> {
  readonly is: Mark["is"];
  readonly words: readonly Word[];
}

/** Each different word stands for one character; from here on characters come in halves. */
const MOST_WORDS = 0xd800;

/**
 * What two texts share and what only one has, by whole words: those with one key are the same. Where two are very long and
 * share little it takes time by the square. Throws `RangeError` for more different words than there are characters.
 */
export function alignedWords<Word>(
  old: readonly Word[],
  now: readonly Word[],
  keyOf: (word: Word) => string,
): readonly Run<Word>[] {
  const codes = new Map<string, string>();
  const coded = (words: readonly Word[]): string =>
    words.map((word) => codes.get(keyOf(word)) ?? codeFor(keyOf(word), codes)).join("");
  let [left, right] = [0, 0];
  return fastDiff(coded(old), coded(now)).map(([change, { length }]): Run<Word> => {
    if (change !== fastDiff.INSERT) left += length;
    if (change !== fastDiff.DELETE) right += length;
    return change === fastDiff.DELETE
      ? { is: "removed", words: old.slice(left - length, left) }
      : { is: change === fastDiff.EQUAL ? "same" : "added", words: now.slice(right - length, right) };
  });
}

function codeFor(key: string, codes: Map<string, string>): string {
  if (codes.size >= MOST_WORDS) throw new RangeError(`more than ${MOST_WORDS} different words in two texts`);
  const code = String.fromCharCode(codes.size);
  codes.set(key, code);
  return code;
}
