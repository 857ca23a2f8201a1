import type { Grammar } from "../../language/grammar.ts";
import { levelledSmall } from "../../model/level.ts";
import type { TextLanguage, WordReader } from "./part.ts";

/** A word or number of a text, with its place in it. */
export interface Token {
  /** The word in small letters; of a number `#` and its value, however it is written. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** It says nothing by itself. */
  readonly small: boolean;
}

/**
 * The words and numbers of a text: numbers in digits and in words are one, a number said again in brackets is said once;
 * short names (`(далее – …)`) and where an act was published are left out.
 */
export function tokensOf(text: string, reader: WordReader): readonly Token[] {
  const words = wordsIn(text, reader);
  const aside = asidesOf(text, reader);
  const tokens: Token[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (word === undefined) break;
    const digits = /^\p{Nd}/u.test(word.text);
    const spelled = digits ? undefined : reader.grammar.numberAt(words, at);
    const to = spelled?.to ?? at + 1;
    const value = digits ? Number(word.text) : spelled?.value;
    const end = words[to - 1]?.end ?? word.end;
    at = to;
    if (aside.some((span) => span.start <= word.start && word.start < span.end)) continue;
    const key = value === undefined ? word.text : `#${value}`;
    const last = tokens.at(-1);
    if (spelled !== undefined && last?.key === key && /^\s*\($/u.test(text.slice(last.end, word.start))) {
      tokens[tokens.length - 1] = { ...last, end };
      continue;
    }
    const orBoth = isOrBoth(word, last, text, reader);
    const small = value === undefined && !orBoth && (reader.words?.small.includes(word.text) ?? false);
    tokens.push({ key, start: word.start, end, small });
  }
  return withSmallPhrases(tokens, reader);
}

/** A word that has letters of two scripts in those of the language, as they look the same. */
const withOneScript = (word: string, { lookAlike }: TextLanguage): string =>
  /[a-z]/iu.test(word) && /[^a-z\p{M}]/iu.test(word)
    ? word.replaceAll(/[a-z]/giu, (letter) => lookAlike(letter) ?? letter)
    : word;

/** Words that stand together in a phrase that says nothing say nothing. */
function withSmallPhrases(tokens: readonly Token[], { words }: WordReader): readonly Token[] {
  const small = new Set<number>();
  for (const phrase of words?.smallPhrases ?? []) {
    const keys = phrase.split(" ");
    for (const at of tokens.keys())
      if (keys.every((key, index) => tokens[at + index]?.key === key))
        for (const index of keys.keys()) small.add(at + index);
  }
  return small.size === 0
    ? tokens
    : tokens.map((token, at) => (small.has(at) ? { ...token, small: true } : token));
}

/** Words, numbers, and the slash that stands for "or" between two words of a script that is not Latin. */
const WORDS = /[\p{L}\p{M}]+|\p{Nd}+|(?<=[\p{L})])(?<![a-z])\s?\/\s?(?=\p{L})(?![a-z])/giu;

interface Word extends Stretch {
  readonly text: string;
}

/** The words and numbers of a text as they are written, those that the end of a line cut in two whole. */
function wordsIn(text: string, reader: WordReader): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: written, index: start } of text.matchAll(WORDS)) {
    const [slash = ""] = reader.words?.choices ?? [];
    if (written.includes("/")) {
      if (slash !== "") words.push({ text: slash, start, end: start + written.length });
      continue;
    }
    const word = { text: levelledSmall(withOneScript(written, reader)), start, end: start + written.length };
    const last = words.at(-1);
    const whole = last !== undefined && isCut(text, last.end, start) ? last.text + word.text : undefined;
    if (last !== undefined && whole !== undefined && reader.known?.has(whole) === true)
      words[words.length - 1] = { ...word, text: whole, start: last.start };
    else words.push(word);
  }
  return words;
}

/** Whether what stands between two pieces is a hyphen and the end of a line. */
const isCut = (text: string, end: number, start: number): boolean =>
  text.charAt(end) === "-" && start > end + 1 && text.slice(end + 1, start).trim() === "";

/** All words of a text, in small letters. */
export const knownIn = (text: string, language: TextLanguage): readonly string[] =>
  (text.match(/\p{L}{2,}/gu) ?? []).map((word) => levelledSmall(withOneScript(word, language)));

/** The second word of "and (or)", which says that either is enough, and that both may be. */
function isOrBoth(
  word: { readonly text: string; readonly start: number },
  last: Token | undefined,
  text: string,
  { words }: Pick<WordReader, "words">,
): boolean {
  if (words === undefined || last === undefined) return false;
  if (!words.choices.includes(word.text) || !words.joins.includes(last.key)) return false;
  return /^\s*[(/]\s*$/u.test(text.slice(last.end, word.start));
}

/** Whether a word tells what is done, and not how soon: numbers, units and kinds of days tell nothing of that. */
export const tellsWhat = ({ key, small }: Token, { grammar }: TextLanguage): boolean =>
  !small && !key.startsWith("#") && grammar.unitOf(key) === undefined && grammar.kindOfDay(key) === undefined;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const BRACKETS = /\([^()]*\)/gu;
/** The number of an item that stands in its words, and what conversions put in place of a picture or a table. */
const NOT_WORDS = /^\s*\p{Nd}{1,2}\)|\[Image\]|<\/?[a-z][^<>]{0,80}>/giu;

/** Where short names, registrations and publications stand. */
function asidesOf(text: string, { grammar, words }: WordReader): readonly Stretch[] {
  const registered = [...text.matchAll(BRACKETS)].filter(([bracket]) =>
    (words?.registered ?? []).some((opening) => insideOf(bracket).startsWith(opening)),
  );
  const found: Stretch[] = [...text.matchAll(NOT_WORDS), ...namingsIn(text, grammar), ...registered].map(
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
  const lower = levelledSmall(text);
  for (const opening of words?.published ?? [])
    for (let at = lower.indexOf(opening); at >= 0; at = lower.indexOf(opening, at + 1)) {
      const close = /[;)]/u.exec(text.slice(at));
      if (close === null) continue;
      const verb = { start: at, end: at + close.index };
      found.push(grammar.order === "verb-last" ? { ...verb, start: behindStop(text, at) } : verb);
    }
  return found;
}

/** Where what stands before a verb begins: behind the last comma, semicolon or bracket. */
const behindStop = (text: string, at: number): number =>
  Math.max(...[",", ";", "("].map((stop) => text.lastIndexOf(stop, at))) + 1;

/** The brackets in which a text gives short names: `(далее – Перечень)`. */
const namingsIn = (text: string, { lint }: Grammar): readonly RegExpExecArray[] =>
  [...text.matchAll(BRACKETS)].filter(([bracket]) => insideOf(bracket).startsWith(lint.hereinafter));

const insideOf = (bracket: string): string => levelledSmall(bracket.slice(1, -1).trim());

/** A short name that a text gives, in small letters, and where its bracket opens. */
interface ShortName {
  readonly name: string;
  readonly at: number;
}

/** The short names that a text gives (`(далее – Перечень)`). */
export const shortNamesOf = (text: string, { grammar }: TextLanguage): readonly ShortName[] =>
  namingsIn(text, grammar)
    .map(({ 0: bracket, index }) => ({
      at: index,
      name: insideOf(bracket)
        .slice(grammar.lint.hereinafter.length)
        .replace(/^[\s–—-]+/u, ""),
    }))
    .filter(({ name }) => name !== "");
