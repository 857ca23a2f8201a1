import type { Term, TermWords } from "../language/terms.ts";

/** A word as it was meant, where it is a term with a slip in one letter. */
export interface NearTerm {
  readonly term: Term;
  /** The whole word, small. */
  readonly right: string;
}

/** Finds the terms of a language from words, and from words with a slip. */
export interface TermIndex {
  /** The stems of terms that a word begins with; none where it is no form of any. */
  readonly stemsOf: (word: string) => readonly string[];
  /** Every term that a word is one slip away from. */
  readonly near: (word: string) => readonly NearTerm[];
}

const made = new WeakMap<TermWords, TermIndex>();

/** The index of a language's terms, made once. */
export function termIndex(words: TermWords): TermIndex {
  const known = made.get(words);
  if (known !== undefined) return known;
  const index = indexOf(words.terms);
  made.set(words, index);
  return index;
}

/** Letters of a stem at least. */
const LEAST_STEM = 5;

function indexOf(terms: readonly Term[]): TermIndex {
  const byStem = new Map<string, Term[]>();
  /** Stems by what is left of them without one letter, never the first. */
  const byLess = new Map<string, Set<string>>();
  for (const term of terms) {
    const same = byStem.get(term.stem);
    if (same === undefined) byStem.set(term.stem, [term]);
    else same.push(term);
    for (const less of without(term.stem)) {
      const stems = byLess.get(less) ?? new Set<string>();
      byLess.set(less, stems.add(term.stem));
    }
  }
  const endings = new Set(terms.flatMap((term) => [...term.endings]));
  const firsts = new Set(terms.map(({ stem }) => stem.charAt(0)));
  const longest = Math.max(0, ...[...endings].map(({ length }) => length));
  const near = (word: string): readonly NearTerm[] => {
    if (!firsts.has(word.charAt(0))) return [];
    const all: NearTerm[] = [];
    for (let to = Math.max(LEAST_STEM - 1, word.length - longest); to <= word.length; to += 1) {
      const rest = word.slice(to);
      if (!endings.has(rest)) continue;
      const begin = word.slice(0, to);
      for (const stem of nearStems(begin, byStem, byLess)) {
        if (rest === "" && stem.startsWith(begin)) continue;
        for (const term of byStem.get(stem) ?? [])
          if (term.endings.has(rest)) all.push({ term, right: stem + rest });
      }
    }
    return all;
  };
  const stemsOf = (word: string): readonly string[] => {
    const stems: string[] = [];
    for (let to = LEAST_STEM; to <= word.length; to += 1)
      if (byStem.has(word.slice(0, to))) stems.push(word.slice(0, to));
    return stems;
  };
  return { stemsOf, near };
}

/** A word without each of its letters in turn, but for the first: that is seldom wrong, and tells words apart. */
function* without(word: string): Generator<string> {
  for (let at = 1; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1);
}

/** The stems that become a beginning by a slip: a letter lost, doubled, changed, or two that changed places. */
function nearStems(
  begin: string,
  byStem: ReadonlyMap<string, unknown>,
  byLess: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const stems = new Set(byLess.get(begin));
  for (const less of without(begin)) {
    if (byStem.has(less) && isDoubled(begin, less)) stems.add(less);
    for (const stem of byLess.get(less) ?? [])
      if (stem.length === begin.length && isChanged(begin, stem)) stems.add(stem);
  }
  return stems;
}

/** Where two words begin to differ. */
export function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one.charAt(at) === other.charAt(at)) at += 1;
  return at;
}

/** Whether the letter that one word has more is the one before it once more. */
const isDoubled = (longer: string, shorter: string): boolean => {
  const at = firstDifference(longer, shorter);
  return longer.charAt(at) === longer.charAt(at - 1);
};

/** Whether two beginnings of one length differ in one letter, not the last, which may be an ending's; or in two that stand side by side and have changed places. */
function isChanged(one: string, other: string): boolean {
  const at = firstDifference(one, other);
  if (one.slice(at + 1) === other.slice(at + 1)) return at < one.length - 1;
  const isSwapped = one.charAt(at) === other.charAt(at + 1) && one.charAt(at + 1) === other.charAt(at);
  return isSwapped && one.slice(at + 2) === other.slice(at + 2);
}
