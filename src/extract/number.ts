import type { Grammar } from "../language/grammar.ts";
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
export function numberAt(words: readonly Word[], from: number, grammar: Grammar): NumberWords | undefined {
  const word = words[from];
  if (word === undefined) return undefined;
  if (!word.digits) return spelled(words, from, grammar);
  const value = Number(word.text.replace(",", "."));
  if (!Number.isFinite(value)) return undefined;
  const again = grammar.numberAt(words, from + 1);
  return { value, from, to: again?.to ?? from + 1 };
}

/** Whether a word can begin a number. */
export const beginsNumber = (word: Word, grammar: Grammar): boolean =>
  word.digits || grammar.numberAt([word], 0) !== undefined;

function spelled(words: readonly Word[], from: number, grammar: Grammar): NumberWords | undefined {
  const number = grammar.numberAt(words, from);
  return number === undefined ? undefined : { ...number, from };
}
