import type { WordReader } from "./part.ts";

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
  const words = [...text.matchAll(/[\p{L}\p{M}]+|\p{Nd}+/gu)].map((match) => ({
    text: withoutDots(match[0].toLowerCase()),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const aside = asidesOf(text, reader);
  const tokens: Token[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (word === undefined) break;
    const spelled = /^\p{Nd}/u.test(word.text) ? undefined : reader.grammar.numberAt(words, at);
    const to = spelled?.to ?? at + 1;
    const value = spelled?.value ?? (/^\p{Nd}/u.test(word.text) ? Number(word.text) : undefined);
    const end = words[to - 1]?.end ?? word.end;
    at = to;
    if (aside.some((span) => span.start <= word.start && word.start < span.end)) continue;
    const key = value === undefined ? word.text : `#${value}`;
    const last = tokens.at(-1);
    if (spelled !== undefined && last?.key === key && /^\s*\($/u.test(text.slice(last.end, word.start))) {
      tokens[tokens.length - 1] = { ...last, end };
      continue;
    }
    const small = value === undefined && (reader.words?.small.includes(word.text) ?? false);
    tokens.push({ key, start: word.start, end, small });
  }
  return tokens;
}

/** A word with its letters' dots left away: texts write them or not (U+0435 for U+0451). */
const withoutDots = (word: string): string => word.normalize("NFD").replaceAll("\u0308", "").normalize("NFC");

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const BRACKETS = /\([^()]*\)/gu;
/** The number of an item that stands in its words, and what conversions put in place of a picture. */
const NOT_WORDS = /^\s*\p{Nd}{1,2}\)|\[Image\]/gu;

/** Where short names and publications stand. */
function asidesOf(text: string, { grammar, words }: WordReader): readonly Stretch[] {
  const found: Stretch[] = [...text.matchAll(NOT_WORDS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const lower = text.toLowerCase();
  for (const match of text.matchAll(BRACKETS))
    if (match[0].slice(1).trimStart().toLowerCase().startsWith(grammar.lint.hereinafter))
      found.push({ start: match.index, end: match.index + match[0].length });
  for (const opening of words?.published ?? [])
    for (let at = lower.indexOf(opening); at >= 0; at = lower.indexOf(opening, at + 1)) {
      const close = /[;)]/u.exec(text.slice(at));
      if (close !== null) found.push({ start: at, end: at + close.index });
    }
  return found;
}

/** The short name that a text gives (`(далее – Перечень)`), in small letters; the first where it gives several. */
export function shortNamesOf(text: string, { grammar }: WordReader): readonly string[] {
  return [...text.toLowerCase().matchAll(BRACKETS)].flatMap(([bracket]) => {
    const inside = bracket.slice(1, -1).trim();
    if (!inside.startsWith(grammar.lint.hereinafter)) return [];
    const name = inside
      .slice(grammar.lint.hereinafter.length)
      .replace(/^[\s–—-]+/u, "")
      .trim();
    return name === "" ? [] : [name];
  });
}
