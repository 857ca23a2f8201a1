import type { Cue } from "../language/cues.ts";
import type { Lexicon, Phrase } from "../language/lexicon.ts";
import type { Word } from "./words.ts";

/** A cue found in a sentence: its words, from the first up to but without `to`. */
export interface Mark {
  readonly from: number;
  readonly to: number;
}

/** Where each cue stands in a sentence, in the order of the words. */
export type Marks = ReadonlyMap<Cue, readonly Mark[]>;

/** Finds every phrase of the lexicon in the words. */
export function marksOf(words: readonly Word[], lexicon: Lexicon): Marks {
  let marks: Map<Cue, Mark[]> | undefined;
  const memory = memoryOf(lexicon);
  for (let from = 0; from < words.length; from += 1) {
    const text = words[from]?.text ?? "";
    for (const phrase of memory.get(text) ?? phrasesFrom(text, lexicon, memory)) {
      if (!matches(phrase, words, from)) continue;
      const mark = { from, to: from + phrase.words.length };
      marks ??= new Map<Cue, Mark[]>();
      const known = marks.get(phrase.cue);
      if (known === undefined) marks.set(phrase.cue, [mark]);
      else known.push(mark);
    }
  }
  return marks ?? NONE;
}

const NONE: Marks = new Map();

function matches(phrase: Phrase, words: readonly Word[], from: number): boolean {
  for (let index = 1; index < phrase.words.length; index += 1) {
    const wanted = phrase.words[index];
    const word = words[from + index]?.text;
    if (wanted === undefined || word === undefined) return false;
    if (wanted.open ? !word.startsWith(wanted.word) : word !== wanted.word) return false;
  }
  return true;
}

/** Phrases that can begin with a word; remembered, since the words of a law recur. */
function phrasesFrom(
  word: string,
  lexicon: Lexicon,
  memory: Map<string, readonly Phrase[]>,
): readonly Phrase[] {
  const found = [...(lexicon.exact.get(word) ?? [])];
  for (let length = 2; length <= word.length; length += 1)
    found.push(...(lexicon.open.get(word.slice(0, length)) ?? []));
  if (memory.size >= MEMORY) memory.clear();
  memory.set(word, found);
  return found;
}

const MEMORY = 50_000;
const memories = new WeakMap<Lexicon, Map<string, readonly Phrase[]>>();

function memoryOf(lexicon: Lexicon): Map<string, readonly Phrase[]> {
  const known = memories.get(lexicon);
  if (known !== undefined) return known;
  const memory = new Map<string, readonly Phrase[]>();
  memories.set(lexicon, memory);
  return memory;
}
