import type { Word } from "../extract/words.ts";
import type { ConceptWords, Phrase, PhraseIndex } from "../language/concept-words.ts";
import type { Concept, ConceptClass } from "../language/concepts.ts";
import { isWord } from "./is-word.ts";

/** A meaning found in words, from the first up to but without `to`. */
export interface FoundConcept {
  readonly concept: Concept;
  readonly class: ConceptClass;
  readonly loose: boolean;
  readonly from: number;
  readonly to: number;
}

/** The meanings that words say. */
export const conceptsIn = (words: readonly Word[], { phrases }: ConceptWords): readonly FoundConcept[] =>
  phrasesIn(words, phrases).map(({ phrase, from, to }) => ({
    concept: phrase.concept,
    class: phrase.class,
    loose: phrase.loose,
    from,
    to,
  }));

interface FoundPhrase<One extends Phrase> {
  readonly phrase: One;
  readonly from: number;
  readonly to: number;
}

/** The phrases that words say. Of those that begin at one word the longest count, and no other begins within them. */
export function phrasesIn<One extends Phrase>(
  words: readonly Word[],
  index: PhraseIndex<One>,
): readonly FoundPhrase<One>[] {
  const found: FoundPhrase<One>[] = [];
  const open = index.get("") ?? [];
  for (let from = 0; from < words.length;) {
    const first = words[from]?.text.charAt(0) ?? "";
    const here = [...(index.get(first) ?? []), ...open].filter((phrase) => matches(phrase, words, from));
    const longest = here.reduce((most, { words: of }) => Math.max(most, of.length), 0);
    for (const phrase of here)
      if (phrase.words.length === longest) found.push({ phrase, from, to: from + longest });
    from += Math.max(1, longest);
  }
  return found;
}

const matches = ({ words: all }: Phrase, words: readonly Word[], from: number): boolean =>
  all.every((one, index) => {
    const word = words[from + index]?.text;
    return word !== undefined && isWord(word, one);
  });
