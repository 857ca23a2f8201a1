import type { TextLanguage } from "./text-language.ts";

/** So many letters without one of a language's own tell that they are not in it; of its words that many always have one. */
const TELLING = 25;
/** The same where it has one or two: a line of a signature in borrowed words (`Министр полиция генерал-полковнигі`), or a name. */
const TELLING_WITH_NAMES = 50;
/** So many in a hundred letters are its own where a stretch is in a language; a name or two in another make fewer. */
const OWN = 4;

/** Letters at least of a quotation in another language than what it stands in. */
const QUOTED = 40;

/** The language that words inside a text in one language are in: that one, unless they are many and surely another's. */
export function languageOfQuotation<Own extends TextLanguage>(
  text: string,
  own: Own,
  languages: readonly (Own | TextLanguage)[],
): Own | TextLanguage {
  if (text.length < QUOTED) return own;
  const told = languageOfStretch(text, languages);
  if (told === undefined || told === own) return own;
  // Words may have none of the letters that tell their language by chance: then a preposition of the other's has to.
  if (told.prepositions.length === 0) return told;
  const words = text.toLowerCase().split(/\P{L}+/u);
  return counted(text, own).own === 0 && words.some((word) => told.prepositions.includes(word)) ? told : own;
}

/** How many letters a stretch has, and how many of them are one language's own. */
interface Counted {
  readonly letters: number;
  readonly own: number;
}

/** The language that a stretch of a text is in; undefined where it is too short to tell, or in no language. */
export function languageOfStretch(
  text: string,
  languages: readonly TextLanguage[],
): TextLanguage | undefined {
  const marked = languages.filter(({ ownLetters }) => ownLetters !== "");
  for (const language of marked) {
    const { letters, own } = counted(text, language);
    if (own * 100 >= letters * OWN && own > 0) return language;
    if (letters < (own === 0 ? TELLING : TELLING_WITH_NAMES)) return undefined;
  }
  return languages.find(({ ownLetters }) => ownLetters === "");
}

function counted(text: string, language: TextLanguage): Counted {
  const kinds = kindsOf(language);
  let letters = 0;
  let own = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kinds[text.charCodeAt(at)] ?? 0;
    if (kind > 0) letters += 1;
    if (kind > 1) own += 1;
  }
  return { letters, own };
}

/** Of UTF-16. */
const CODE_UNITS = 0x10000;
const made = new WeakMap<TextLanguage, Uint8Array>();

/** For each code unit: 2 a letter that only this language has, 1 another of its letters, 0 none. */
function kindsOf(language: TextLanguage): Uint8Array {
  const known = made.get(language);
  if (known !== undefined) return known;
  const kinds = new Uint8Array(CODE_UNITS);
  for (const [letters, kind] of [
    [language.alphabet, 1],
    [language.ownLetters, 2],
  ] as const)
    for (const letter of letters + letters.toUpperCase()) kinds[letter.charCodeAt(0)] = kind;
  made.set(language, kinds);
  return kinds;
}
