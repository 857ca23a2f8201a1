import type { Grammar } from "../../language/grammar.ts";
import type { Sentence } from "../sentence.ts";

/** Whether a word is a verb that ends a clause: `көрсетіледі`, `тексереді`. */
export function isPredicate(sentence: Sentence, index: number, grammar: Grammar): boolean {
  return grammar.is(sentence.words[index]?.text ?? "", "says");
}

/** The word behind the last clause that ends before a word: where the clause of that word begins. */
export function clauseStart(sentence: Sentence, at: number, grammar: Grammar): number {
  for (let index = at - 1; index >= 0; index -= 1)
    if (isPredicate(sentence, index, grammar)) return index + 1;
  return 0;
}
