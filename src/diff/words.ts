/** The words of a text in small letters, without punctuation. Knows no language. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Whether two texts are the same but for layout, punctuation and capitals. */
export function sameWords(one: string, other: string): boolean {
  return one === other || wordsOf(one).join(" ") === wordsOf(other).join(" ");
}

/** How often each group of three letters occurs in the words of a text. */
export interface Profile {
  readonly counts: ReadonlyMap<number, number>;
  readonly total: number;
}

/** Groups of three letters, so that words that differ only in their endings are still alike in any language. */
export function profileOf(words: readonly string[]): Profile {
  const counts = new Map<number, number>();
  let total = 0;
  for (const word of words) {
    let window = 32;
    for (let at = 0; at <= word.length; at += 1) {
      window = ((window << 11) ^ (at < word.length ? word.charCodeAt(at) : 32)) | 0;
      counts.set(window, (counts.get(window) ?? 0) + 1);
      total += 1;
    }
  }
  return { counts, total };
}

/** From 0 (nothing in common) to 1 (the same words): twice what is shared over all there is. Empty texts are alike. */
export function likeness(one: Profile, other: Profile): number {
  if (one.total + other.total === 0) return 1;
  const [few, many] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [group, count] of few.counts) shared += Math.min(count, many.counts.get(group) ?? 0);
  return (2 * shared) / (one.total + other.total);
}

/**
 * Whether two texts say the same in other forms of the same words: each word of the one has a form of it in the other, and
 * numbers are the same.
 */
export function sameContent(one: string, other: string, forms: typeof areForms): boolean {
  const [ours, theirs] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const covered = (from: Set<string>, by: Set<string>): boolean =>
    [...from].every((word) => by.has(word) || [...by].some((form) => forms(word, form)));
  return covered(ours, theirs) && covered(theirs, ours);
}

/** Letters that forms of one word share at least, and that make a stem of any length with short endings behind it. */
const STEM = 5;
const SHORT_STEM = 4;
const LONGEST_ENDING = 3;
/** So much of the longer form they share: `услугодатель` and `услугополучатель` are two words. */
const LEAST_SHARE = 0.4;

/** Whether two words are forms of one: they begin alike, and differ in their endings. Knows no language. */
export function areForms(one: string, other: string): boolean {
  if (/\p{N}/u.test(one) || /\p{N}/u.test(other)) return false;
  const most = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < most && one.charCodeAt(shared) === other.charCodeAt(shared)) shared += 1;
  const longest = Math.max(one.length, other.length);
  if (shared >= STEM) return shared >= LEAST_SHARE * longest;
  return shared >= SHORT_STEM && longest - shared <= LONGEST_ENDING;
}

/** The first five letters of a word, all of a number. */
export const beginning = (word: string): string => (/\p{N}/u.test(word) ? word : word.slice(0, 5));
