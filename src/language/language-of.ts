import type { TextLanguage } from "./text-language.ts";

/** So many letters tell a language; fewer may have none of those it alone has by chance. */
const TELLING = 40;
/**
 * So many in a hundred letters of a text are those that its language alone has: Kazakh has nine letters more than Russian,
 * they are 14 to 18 in a hundred of its acts, and up to 1.3 of Russian acts with bilingual forms.
 */
const OWN = 4;

interface Counted {
  readonly language: TextLanguage;
  /** Letters of its alphabet, and those that no other language has. */
  readonly letters: number;
  readonly own: number;
}

/**
 * The language a text is in: one that most of its letters belong to and whose own letters, which no other language has,
 * are many enough; else the one without own letters. Undefined where the text is in none of the languages.
 */
export function languageOf(text: string, languages: readonly TextLanguage[]): TextLanguage | undefined {
  const letters = lettersOf(text);
  let total = 0;
  for (const times of letters.values()) total += times;
  if (total === 0) return undefined;
  const fitting = languages
    .map((language) => counted(language, letters))
    .filter((one) => one.letters * 2 > total);
  const told = fitting.filter(({ own }) => own * 100 >= total * OWN).sort((a, b) => b.own - a.own)[0];
  const plain = fitting.find(({ language }) => language.ownLetters === "");
  return (told ?? (total < TELLING ? fitting[0] : plain))?.language;
}

function counted(language: TextLanguage, letters: ReadonlyMap<string, number>): Counted {
  const sum = (some: string): number =>
    Array.from(some).reduce((so, letter) => so + (letters.get(letter) ?? 0), 0);
  return { language, letters: sum(language.alphabet), own: sum(language.ownLetters) };
}

/** Of UTF-16. */
const CODE_UNITS = 0x10000;

/** How often each letter stands in a text, capitals with the small ones. */
function lettersOf(text: string): ReadonlyMap<string, number> {
  const units = new Uint32Array(CODE_UNITS);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    units[unit] = (units[unit] ?? 0) + 1;
  }
  const letters = new Map<string, number>();
  for (let unit = 0; unit < CODE_UNITS; unit += 1) {
    const times = units[unit] ?? 0;
    if (times === 0) continue;
    const letter = String.fromCharCode(unit).toLowerCase();
    if (/^\p{L}$/u.test(letter)) letters.set(letter, (letters.get(letter) ?? 0) + times);
  }
  return letters;
}
