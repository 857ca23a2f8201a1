/** By so many words a name is known: one that has more is not read to its end at each place that begins like it. */
const WORDS = 10;

/** How a name is looked for in a text, from where a word begins. */
export interface NamePattern {
  /** How its first word begins, in small letters. */
  readonly beginning: string;
  /** The name from there on, case endings open; sticky. */
  readonly pattern: RegExp;
}

/**
 * A name as it may be used: endings may follow its words, the last two letters of a longer word may change, and words
 * may have grown together. Undefined where there is no word in it.
 */
export function namePattern(name: string): NamePattern | undefined {
  const words = (name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, WORDS);
  const stems = words.map(stemOf);
  const [first] = stems;
  if (first === undefined) return undefined;
  // An ending goes to the end of its word: where it could stop anywhere, there would be too many ways to read a line.
  const apart = stems.map((stem) => `${stem}[\\p{L}\\p{M}]*(?![\\p{L}\\p{M}])`).join('[\\s.,№"«»–-]*');
  const grown = [...words.slice(0, -1), stems.at(-1) ?? ""].join("");
  return { beginning: first.toLowerCase(), pattern: new RegExp(`(?:${apart}|${grown})`, "iuy") };
}

const stemOf = (word: string): string =>
  word.length > 5 ? word.slice(0, -2) : word.slice(0, Math.max(3, word.length - 1));
