import type { Lexicon } from "../language/lexicon.ts";
import type { Word } from "./words.ts";

/** A number read from words: `to` is the word behind it. */
export interface NumberWords {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The number that begins at a word, in digits or in words up to millions: `15`, `1,5`, `он бес`, `екі жүз елу`. Digits
 * count where a number is told twice, `15 (он бес)`.
 */
export function numberAt(words: readonly Word[], from: number, lexicon: Lexicon): NumberWords | undefined {
  const word = words[from];
  if (word === undefined) return undefined;
  if (!word.digits) return spelledAt(words, from, lexicon);
  const value = Number(word.text.replace(",", "."));
  if (!Number.isFinite(value)) return undefined;
  const again = spelledAt(words, from + 1, lexicon);
  return { value, from, to: again?.to ?? from + 1 };
}

/** Whether a word can begin a number. */
export const beginsNumber = (word: Word, lexicon: Lexicon): boolean =>
  word.digits || lexicon.numbers.has(word.text) || lexicon.multipliers.has(word.text);

function spelledAt(words: readonly Word[], from: number, lexicon: Lexicon): NumberWords | undefined {
  let to = from;
  let total = 0;
  let group = 0;
  let last = Number.POSITIVE_INFINITY;
  for (; to < words.length; to += 1) {
    const text = words[to]?.text ?? "";
    const plain = lexicon.numbers.get(text);
    const times = lexicon.multipliers.get(text);
    if (plain !== undefined && plain < last) {
      group += plain;
      last = plain >= 10 ? 10 : 0;
    } else if (times !== undefined && times < 1000) {
      group = Math.max(group, 1) * times;
      last = times;
    } else if (times !== undefined) {
      total += Math.max(group, 1) * times;
      group = 0;
      last = Number.POSITIVE_INFINITY;
    } else break;
  }
  return to === from ? undefined : { value: total + group, from, to };
}
