import type { Grammar } from "../language/grammar.ts";
import type { Cue } from "../language/cues.ts";
import type { Passage } from "../model/passage.ts";
import type { Span } from "../model/span.ts";
import { marksOf, type Mark, type Marks } from "./marks.ts";
import { wordsOf, type Word } from "./words.ts";

/** One sentence of a passage, read word by word. Words and offsets are those of the whole passage. */
export interface Sentence {
  readonly passage: Passage;
  readonly start: number;
  /** Behind the sentence's last sign that is no closing point. */
  readonly end: number;
  /** What the sentence ends with: `:` opens a list, `;` and `,` go on with one. */
  readonly closing: string;
  /** Number printed before it, where items run on inside a passage. */
  readonly label?: string;
  readonly words: readonly Word[];
  readonly marks: Marks;
}

/**
 * The sentences of a passage. Points inside times, abbreviations and initials part nothing; a semicolon does, and so does
 * the colon of a heading that runs on into what it heads: `лицензия алу үшін: өтініш`.
 */
export function sentencesOf(passage: Passage, grammar: Grammar): Sentence[] {
  const { text } = passage;
  const sentences: Sentence[] = [];
  let start = 0;
  for (const end of [...endsOf(text, grammar), text.length]) {
    for (const to of [...headingEnd(passage, start, end, grammar), end]) {
      const sentence = sentenceOf(passage, start, to, grammar);
      if (sentence !== undefined) sentences.push(sentence);
      start = to;
    }
  }
  return sentences;
}

/** Words and letters at most of a heading that runs on. */
const MOST_OF_HEADING = 14;
const LONGEST_HEADING = 160;

/** What a heading that runs on ends with: for whom, when, where to. */
const HEADING_ENDS: readonly Cue[] = [
  "for-whom",
  "for-what",
  "in-case",
  "to-provider",
  "to-corporation",
  "to-portal",
];

/** Behind the colon of a heading that says for whom, when or where to, with what it heads behind it. */
function headingEnd(passage: Passage, start: number, end: number, grammar: Grammar): number[] {
  const at = colonFrom(passage.text, start);
  if (at < 0 || at >= end - 1 || at - start > LONGEST_HEADING) return [];
  const words = wordsOf(passage.text, start, at, grammar);
  if (words.length === 0 || words.length > MOST_OF_HEADING) return [];
  const marks = marksOf(words, grammar.lexicon);
  const ends = HEADING_ENDS.flatMap((cue) => marks.get(cue) ?? []);
  const opensList = marks.has("these-follow") && marks.has("refused") && passage.text.indexOf(";", at) < end;
  return opensList || ends.some((mark) => marksHeading(mark, words.length, grammar)) ? [at + 1] : [];
}

/** The first colon from a place on that stands in no time of day: not that of `9:00`. */
function colonFrom(text: string, start: number): number {
  let at = text.indexOf(":", start);
  while (at >= 0 && IN_TIME.test(text.slice(Math.max(at - 1, 0), at + 2))) at = text.indexOf(":", at + 1);
  return at;
}

const IN_TIME = /^\d:\d$/;

/** Whether a mark stands where a heading that says when or for whom has it: at its end, or before a noun at its beginning. */
const marksHeading = (mark: Mark, words: number, { order }: Grammar): boolean =>
  order === "verb-last" ? mark.to === words : mark.from === 0;

/** The marks of a cue; none is an empty list. */
export const marksFor = (sentence: Sentence, cue: Cue): readonly Mark[] => sentence.marks.get(cue) ?? [];

export const has = (sentence: Sentence, ...cues: readonly Cue[]): boolean =>
  cues.some((cue) => sentence.marks.has(cue));

/** Whether a cue shares a word with a mark. */
export const overlaps = (sentence: Sentence, cue: Cue, mark: Mark): boolean =>
  marksFor(sentence, cue).some((one) => one.from < mark.to && mark.from < one.to);

/** The words of the sentence as they stand between two words, the second not included. */
export function wordsBetween(sentence: Sentence, from: number, to: number): string {
  const first = sentence.words[from];
  const last = sentence.words[to - 1];
  return first === undefined || last === undefined ? "" : sentence.passage.text.slice(first.start, last.end);
}

/** Where the words of the sentence stand between two words, the second not included; the whole sentence where neither is one. */
export function spanBetween(sentence: Sentence, from: number, to: number): Span {
  return {
    start: sentence.words[from]?.start ?? sentence.start,
    end: sentence.words[to - 1]?.end ?? sentence.end,
  };
}

/** Whether a cue stands within a stretch of the passage. */
export const standsIn = (sentence: Sentence, cue: Cue, { start, end }: Span): boolean =>
  marksFor(sentence, cue).some((mark) => {
    const at = spanBetween(sentence, mark.from, mark.to);
    return at.start >= start && at.end <= end;
  });

/** The mark of a cue that begins with a word. */
export const markAt = (sentence: Sentence, cue: Cue, at: number): Mark | undefined =>
  marksFor(sentence, cue).find((mark) => mark.from === at);

/** What stands between a word and the one after it. */
export function gapAfter(sentence: Sentence, index: number): string {
  const word = sentence.words[index];
  const next = sentence.words[index + 1];
  return word === undefined ? "" : sentence.passage.text.slice(word.end, next?.start ?? sentence.end);
}

/** Number of an item that stands inside running text. */
const INNER_LABEL = /^\s*(?:[-–—•]\s*)?(\d{1,2}(?:-\d{1,2})?)\)\s*/;

function sentenceOf(passage: Passage, from: number, to: number, grammar: Grammar): Sentence | undefined {
  const label = INNER_LABEL.exec(passage.text.slice(from, Math.min(to, from + 16)));
  const start = skipSpace(passage.text, from + (label?.[0].length ?? 0), to);
  const closed = lastSign(passage.text, start, to);
  const end = trimEnd(passage.text, start, to);
  if (end <= start) return undefined;
  const words = wordsOf(passage.text, start, end, grammar);
  if (words.length === 0) return undefined;
  return {
    passage,
    start,
    end,
    closing: closed,
    ...(label?.[1] === undefined ? {} : { label: label[1] }),
    words,
    marks: marksOf(words, grammar.lexicon),
  };
}

/** Offsets behind the signs that end a sentence. */
function endsOf(text: string, grammar: Grammar): number[] {
  const ends: number[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === OPEN) depth += 1;
    else if (sign === CLOSE) depth = Math.max(0, depth - 1);
    else if (sign === SEMICOLON && depth === 0) ends.push(at + 1);
    else if (sign === POINT && isEnd(text, at, depth, grammar)) ends.push(at + 1);
    else if (sign === COLON && INNER_LABEL.test(text.slice(at + 1, at + 12))) ends.push(at + 1);
  }
  return ends;
}

const OPEN = 0x28;
const CLOSE = 0x29;
const SEMICOLON = 0x3b;
const POINT = 0x2e;
const COLON = 0x3a;

/** A point ends a sentence behind a whole word and before a capital letter, a number with a bracket, or nothing. */
function isEnd(text: string, at: number, depth: number, grammar: Grammar): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  if (
    !/(?:\p{Ll}\p{Ll}|\p{Lu}{3}|[\d\p{Ll}]\)|["»”)]|\d\d)$/u.test(before) &&
    !/\p{Ll}\p{Ll}\s$/u.test(before)
  )
    return false;
  const after = text.slice(at + 1, at + 12);
  if (/^\s*$/.test(after)) return true;
  if (/^\s+(?:["«“]?\p{Lu}|\d{1,2}\)|\d{1,2}\.\s)/u.test(after)) return true;
  if (/^\p{Lu}\p{Ll}/u.test(after)) return /\p{Ll}\p{Ll}$/u.test(before);
  if (depth > 0 || !/^\s+\p{Ll}/u.test(after)) return false;
  const word = LAST_WORD.exec(text.slice(Math.max(0, at - LONGEST), at).trimEnd());
  return word !== null && grammar.is(word[0].toLowerCase(), "last");
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /[\s.,;•·–—-]/.test(text.charAt(at))) at += 1;
  return at;
}

function trimEnd(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && /[\s.,;:]/.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** Words of a link that the conversion has put behind the sign that ends the sentence: `ұсынады:9-тармағына`. */
const DISPLACED = /([:;])\d[\d-]*\p{L}+$/u;
const LONGEST = 24;

const LAST_WORD = /(?<!\p{L})\p{L}{1,24}$/u;

function lastSign(text: string, from: number, to: number): string {
  let at = to;
  while (at > from && /\s/.test(text.charAt(at - 1))) at -= 1;
  return DISPLACED.exec(text.slice(Math.max(from, at - LONGEST), at))?.[1] ?? text.charAt(at - 1);
}
