import { isLetter } from "../model/letter.ts";

/** The words of one text, as far as it has them whole; a repair that would make a word known from elsewhere in it is certain. */
export interface Vocabulary {
  readonly has: (word: string) => boolean;
  /** How often the text has a word. */
  readonly times: (word: string) => number;
}

/** Collects the words of a text when they are first asked for. */
export function vocabularyOf(content: string): Vocabulary {
  let words: ReadonlyMap<string, number> | undefined;
  const times = (word: string): number => (words ??= collect(content)).get(word.toLowerCase()) ?? 0;
  return { has: (word) => times(word) > 0, times };
}

/**
 * Words of two letters and more, with their hyphens, that do not touch a lone letter or two, which may be a piece of
 * them. Goes through the text letter by letter: a match for every word of a large text would be costly.
 */
function collect(content: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  const add = (word: string): void => {
    const small = word.toLowerCase();
    words.set(small, (words.get(small) ?? 0) + 1);
  };
  let before = "";
  let end = -2;
  for (let at = nextLetter(content, 0); at < content.length; at = nextLetter(content, end)) {
    const start = at;
    const stop = endOfWord(content, start);
    const touches = start === end + 1 && content.charCodeAt(end) === 32;
    if (before.length > 1 && !(touches && stop - start <= 2)) add(before);
    before = touches && before.length === 1 ? "" : content.slice(start, stop);
    end = stop;
  }
  if (before.length > 1) add(before);
  return words;
}

function nextLetter(content: string, from: number): number {
  let at = Math.max(0, from);
  while (at < content.length && !isLetter(content.charCodeAt(at))) at += 1;
  return at;
}

/** Past the letters, and past a hyphen with letters after it. */
function endOfWord(content: string, start: number): number {
  let at = start;
  for (;;) {
    while (isLetter(content.charCodeAt(at))) at += 1;
    if (content.charCodeAt(at) !== 45 || !isLetter(content.charCodeAt(at + 1))) return at;
    at += 1;
  }
}
