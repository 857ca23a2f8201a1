/** The words of one text, as far as it has them whole; a repair that would make a word known from elsewhere in it is certain. */
export interface Vocabulary {
  readonly has: (word: string) => boolean;
}

/** A word (with its hyphens) that does not touch a lone letter or two, which may be a piece of it. */
const WHOLE =
  /(?<![\p{L}\p{N}-])(?<!(?<!\p{L})\p{L}[ \u{A0}])\p{L}{2,}(?:-\p{L}{2,})*(?![\p{L}\p{N}-])(?![ \u{A0}]\p{L}{1,2}(?!\p{L}))/gu;

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

function collect(content: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of content.matchAll(WHOLE)) words.add(word.toLowerCase());
  return words;
}
