import type { Term, TermWords } from "../language/terms.ts";
import { groupedBy } from "../model/grouped-by.ts";

/** A word as it was meant, where it is a term with a slip in one letter. */
export interface NearTerm {
  readonly term: Term;
  /** The whole word, small. */
  readonly right: string;
}

/** The beginning that some terms share, up to their endings. */
export interface Stem {
  readonly text: string;
  readonly terms: readonly Term[];
}

/** Stems by their first letter, shorter ones first. */
export type Stems = ReadonlyMap<string, readonly Stem[]>;

const made = new WeakMap<TermWords, Stems>();

/** The stems of a language's terms, put in order once. */
export function stemsOf(words: TermWords): Stems {
  const known = made.get(words);
  if (known !== undefined) return known;
  const all = [...groupedBy(words.terms, ({ stem }) => stem)].map(([text, terms]) => ({ text, terms }));
  const stems = groupedBy(
    all.sort((one, other) => one.text.length - other.text.length),
    ({ text }) => text.charAt(0),
  );
  made.set(words, stems);
  return stems;
}

/** Every term of some stems that a word is one slip away from; the word is no form of any of them. */
export function nearTerms(word: string, stems: readonly Stem[]): readonly NearTerm[] {
  const near: NearTerm[] = [];
  for (const { text, terms } of stems) {
    const at = firstDifference(word, text);
    // The first letter is seldom wrong, and tells words apart; a word that only breaks off has lost more than a letter.
    if (at === 0 || at === word.length) continue;
    for (const end of endsPastSlip(word, text, at)) {
      const rest = word.slice(end);
      for (const term of terms) if (term.endings.has(rest)) near.push({ term, right: text + rest });
    }
  }
  return near;
}

/** Where two words begin to differ. */
export function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
}

const NO_ENDS: readonly number[] = [];

/** Where a stem is over in a word that differs from it at a letter by a slip: one lost, changed, doubled, or two that changed places. */
function endsPastSlip(word: string, stem: string, at: number): readonly number[] {
  const [here, next] = [word.charAt(at), word.charAt(at + 1)];
  const lost = endOf(stem, at + 1, word, at);
  // The last letter of a stem may be an ending's.
  const changed = at < stem.length - 1 ? endOf(stem, at + 1, word, at + 1) : undefined;
  const isSwapped = here === stem.charAt(at + 1) && next === stem.charAt(at);
  const swapped = isSwapped ? endOf(stem, at + 2, word, at + 2) : undefined;
  const doubled = here === word.charAt(at - 1) ? endOf(stem, at, word, at + 1) : undefined;
  const ends = [lost, changed, swapped, doubled].filter((end) => end !== undefined);
  return ends.length === 0 ? NO_ENDS : ends;
}

/** Where a word goes past a stem, letter for letter from a place in each; undefined where it is not the stem's to its end. */
function endOf(stem: string, from: number, word: string, start: number): number | undefined {
  return word.startsWith(stem.slice(from), start) ? start + stem.length - from : undefined;
}
