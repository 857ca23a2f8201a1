/** The words of one text, as far as it has them whole; a repair that would make a word known from elsewhere in it is certain. */
export interface Vocabulary {
  readonly has: (word: string) => boolean;
}

/** Collects the words of a text when they are first asked for. */
export function vocabularyOf(content: string): Vocabulary {
  let words: Set<string> | undefined;
  return {
    has: (word) => {
      words ??= collect(content);
      return words.has(word.toLowerCase());
    },
  };
}

/** A word with its hyphens; Latin and Cyrillic are all the letters there are, and plain ranges are quick. */
const WORD = /[a-z\u0400-\u052F]+(?:-[a-z\u0400-\u052F]+)*/gi;

/** Words of two letters and more that do not touch a lone letter or two, which may be a piece of them. */
function collect(content: string): Set<string> {
  const words = new Set<string>();
  let before = "";
  let end = -2;
  for (const { index, 0: word } of content.matchAll(WORD)) {
    const touches = index === end + 1 && isSpace(content.charCodeAt(end));
    if (before.length > 1 && !(touches && word.length <= 2)) words.add(before.toLowerCase());
    before = touches && before.length === 1 ? "" : word;
    end = index + word.length;
  }
  if (before.length > 1) words.add(before.toLowerCase());
  return words;
}

const isSpace = (code: number): boolean => code === 32;
