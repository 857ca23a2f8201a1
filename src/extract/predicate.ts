import type { Lexicon } from "../language/lexicon.ts";
import type { Sentence } from "./sentence.ts";

/** Whether a word is a verb that ends a clause: `көрсетіледі`, `тексереді`. */
export function isPredicate(sentence: Sentence, index: number, lexicon: Lexicon): boolean {
  const word = sentence.words[index]?.text ?? "";
  return word.length > SHORT && lexicon.endings.says.some((ending) => word.endsWith(ending));
}

/** Letters that a word has at most which only happens to end so. */
const SHORT = 4;

/** The word behind the last clause that ends before a word: where the clause of that word begins. */
export function clauseStart(sentence: Sentence, at: number, lexicon: Lexicon): number {
  for (let index = at - 1; index >= 0; index -= 1)
    if (isPredicate(sentence, index, lexicon)) return index + 1;
  return 0;
}
