/** A word or a number of a text, in small letters, with its place in it. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Digits, with or without a decimal sign or minutes: `15`, `1,5`, `18.00`. */
  readonly digits: boolean;
}

/** The words and numbers of `[start, end)`; hyphens, quotation marks, brackets and spaces of any kind part them. */
export function wordsOf(text: string, start = 0, end = text.length): Word[] {
  const words: Word[] = [];
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) at = pushNumber(words, text, at, end);
    else if (isLetter(code)) at = pushWord(words, text, at, end);
    else at += 1;
  }
  return words;
}

function pushWord(words: Word[], text: string, start: number, end: number): number {
  let at = start;
  let latin = false;
  let cyrillic = false;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80 && isLetter(code)) latin = true;
    else if (isLetter(code)) cyrillic = true;
    else if (code !== SOFT_HYPHEN) break;
  }
  words.push({
    text: inSmallLetters(text.slice(start, at), latin && cyrillic),
    start,
    end: at,
    digits: false,
  });
  return at;
}

/** Words recur, so each is put into small letters once. */
const small = new Map<string, string>();
const MEMORY = 50_000;

function inSmallLetters(word: string, isMixed: boolean): string {
  const known = small.get(word);
  if (known !== undefined) return known;
  const lower = isMixed ? unmixed(word.toLowerCase()) : word.toLowerCase();
  if (small.size >= MEMORY) small.clear();
  small.set(word, lower);
  return lower;
}

function pushNumber(words: Word[], text: string, start: number, end: number): number {
  let at = start + 1;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) continue;
    if (!isDecimalSign(code) || at + 1 >= end || !isDigit(text.charCodeAt(at + 1))) break;
  }
  words.push({ text: text.slice(start, at), start, end: at, digits: true });
  return at;
}

const SOFT_HYPHEN = 0xad;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** Point, comma or colon between digits. */
const isDecimalSign = (code: number): boolean => code === 0x2e || code === 0x2c || code === 0x3a;
const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x400 && code <= 0x52f) ||
  (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);

/** Latin letters that look like Cyrillic ones, for words that hold both. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  a: "а",
  c: "с",
  e: "е",
  i: "і",
  o: "о",
  p: "р",
  x: "х",
  y: "у",
  k: "к",
  h: "һ",
};

const unmixed = (word: string): string =>
  word.replace(/[aceiopxykh]/g, (letter) => LOOK_ALIKE[letter] ?? letter);
