import type { AmendLanguage } from "../language/amend-words.ts";

/** Words found in a text: where, and as they stand there. */
export interface FoundWords {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const MARKS: Readonly<Record<string, string>> = {
  "«": '"',
  "»": '"',
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
};
const LETTER = /[\p{L}\p{Nd}]/u;
/** Letters at most of the endings behind quoted words. */
const ENDINGS = 9;

/** A text in which quotation marks, dashes and spaces of one meaning are one, letter by letter. */
const levelled = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => {
    const letter = text.charAt(at);
    return MARKS[letter] ?? (/\s/u.test(letter) ? " " : letter);
  }).join("");

/** Where words stand in a text as they are quoted; as whole words. */
export function exactWords(text: string, words: string): readonly FoundWords[] {
  return standing(text, words).filter(({ to }) => !(isLetter(text, to) && LETTER.test(words.at(-1) ?? "")));
}

/** Where they stand with endings behind them, or each in another form that the language tells for certain. */
export function inflectedWords(text: string, words: string, language: AmendLanguage): readonly FoundWords[] {
  const behind = standing(text, words).flatMap(({ from, to }) => {
    let end = to;
    while (isLetter(text, end)) end += 1;
    const found = { from, to: end, text: text.slice(from, end) };
    return end > to && end - to <= ENDINGS ? [found] : [];
  });
  const phrases = inOtherForms(text, words, language);
  return [...behind, ...phrases.filter(({ from }) => behind.every((one) => one.from !== from))].filter(
    (found) => found.text !== words,
  );
}

/** Stretches of as many words that begin as the quoted ones do. */
function inOtherForms(text: string, words: string, language: AmendLanguage): readonly FoundWords[] {
  const wanted = words.split(" ");
  const pieces = [...text.matchAll(/[\p{L}\p{Nd}-]+/gu)];
  return pieces.flatMap((first, index) => {
    const stretch = pieces.slice(index, index + wanted.length);
    const last = stretch.at(-1);
    if (stretch.length < wanted.length || last === undefined) return [];
    if (!stretch.every(([piece], at) => alike(piece, wanted[at] ?? ""))) return [];
    const [from, to] = [first.index, last.index + last[0].length];
    const found = text.slice(from, to);
    return language.reinflected(words, found, words) === undefined ? [] : [{ from, to, text: found }];
  });
}

/** Whether two words begin alike and may be forms of one. */
function alike(one: string, other: string): boolean {
  const least = Math.max(2, Math.min(one.length, other.length) - 3);
  return one.slice(0, least) === other.slice(0, least) && Math.abs(one.length - other.length) <= 3;
}

function standing(text: string, words: string): readonly FoundWords[] {
  const [where, what] = [levelled(text), levelled(words.trim().replace(/\s+/gu, " "))];
  const found: FoundWords[] = [];
  if (what === "") return found;
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    if (isLetter(text, at - 1) && LETTER.test(what.charAt(0))) continue;
    const to = at + what.length;
    found.push({ from: at, to, text: text.slice(at, to) });
  }
  return found;
}

const isLetter = (text: string, at: number): boolean => LETTER.test(text.charAt(at));
