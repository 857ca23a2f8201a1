import type { Grammar } from "../language/grammar.ts";
import { levelledSmall } from "../model/level.ts";
import { isLetter } from "../model/letter.ts";

/** A word or a number of a text, in small letters, with its place in it. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Digits, with or without a decimal sign or minutes: `15`, `1,5`, `18.00`. */
  readonly digits: boolean;
}

/** The words and numbers of `[start, end)`; hyphens, quotation marks, brackets and spaces of any kind part them. */
export function wordsOf(text: string, start: number, end: number, grammar: Grammar): Word[] {
  const words: Word[] = [];
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) at = pushNumber(words, text, at, end);
    else if (isLetter(code)) at = pushWord(words, text, at, end, grammar);
    else at += 1;
  }
  return words;
}

function pushWord(words: Word[], text: string, start: number, end: number, grammar: Grammar): number {
  let at = start;
  let latin = false;
  let other = false;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      if (code < FIRST_OTHER) latin = true;
      else other = true;
    } else if (code !== SOFT_HYPHEN) break;
  }
  const word = inSmallLetters(text.slice(start, at));
  words.push({ text: latin && other ? grammar.mended(word) : word, start, end: at, digits: false });
  return at;
}

/** Words recur, so each is put into small letters, with and without dots alike, once. */
const small = new Map<string, string>();
const MEMORY = 50_000;

function inSmallLetters(word: string): string {
  const known = small.get(word);
  if (known !== undefined) return known;
  const lower = levelledSmall(word);
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
/** Before it stand the letters of ASCII. */
const FIRST_OTHER = 0x80;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** Point, comma or colon between digits. */
const isDecimalSign = (code: number): boolean => code === 0x2e || code === 0x2c || code === 0x3a;
