import type { Word } from "../extract/words.ts";
import type { Concept, ConceptClass, ConceptPhrase, ConceptWords } from "../language/concepts.ts";

/** A meaning found in words, from the first up to but without `to`. */
interface FoundConcept {
  readonly concept: Concept;
  readonly class: ConceptClass;
  readonly loose: boolean;
  readonly from: number;
  readonly to: number;
}

/** The meanings that words say. Of phrases that begin at one word the longest count, and no other begins within them. */
export function conceptsIn(words: readonly Word[], index: ConceptWords): readonly FoundConcept[] {
  const found: FoundConcept[] = [];
  const open = index.phrases.get("") ?? [];
  for (let from = 0; from < words.length;) {
    const first = words[from]?.text.charAt(0) ?? "";
    let longest = 0;
    for (const phrase of [...(index.phrases.get(first) ?? []), ...open]) {
      if (phrase.words.length < longest || !matches(phrase, words, from)) continue;
      longest = phrase.words.length;
      const { concept, class: of, loose } = phrase;
      found.push({ concept, class: of, loose, from, to: from + longest });
    }
    from += Math.max(1, longest);
  }
  return found;
}

const matches = (phrase: ConceptPhrase, words: readonly Word[], from: number): boolean =>
  phrase.words.every(({ text, openStart, openEnd }, index) => {
    const word = words[from + index]?.text;
    if (word === undefined) return false;
    if (openStart) return openEnd ? word.includes(text) : word.endsWith(text);
    return openEnd ? word.startsWith(text) : word === text;
  });
