import LETTERS from "./look-alikes.json" with { type: "json" };

/** Latin letters and the Cyrillic ones that look the same, in small letters and in capitals. */
const CYRILLIC: Readonly<Record<string, string>> = LETTERS.cyrillic;

/** The Cyrillic letter that a Latin one looks like as it is printed; undefined where there is none. */
export const cyrillicLike = (letter: string): string | undefined =>
  Object.hasOwn(CYRILLIC, letter) ? CYRILLIC[letter] : undefined;

/** The same for text that has been put into small letters, where a letter may have been a capital: `t` like `T`. */
export const smallCyrillicLike = (letter: string): string | undefined =>
  cyrillicLike(letter) ?? cyrillicLike(letter.toUpperCase())?.toLowerCase();

/** Whether a letter is Cyrillic. */
export const isCyrillic = (letter: string): boolean => /\p{Script=Cyrillic}/u.test(letter);
