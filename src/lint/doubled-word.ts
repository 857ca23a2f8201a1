import type { LintWords } from "../language/lint-words.ts";
import { citePart, type Part } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";

/** So many words may be doubled together: `көрсетілетін қызметті алушы көрсетілетін қызметті алушы`. */
const MOST = 4;

/** A word, or a few together, that stand twice in a row with nothing but a space between. */
export const doubledWord: Lint = {
  code: "doubled-word",
  severity: "warning",

  find: (draft, { lint: words }) =>
    draft.parts
      .filter(({ aside }) => !aside)
      .flatMap((part) =>
        doubledIn(part, words).map(({ from, to }): Found => ({
          at: citePart(draft, part, from.start, to.end),
          details: { words: part.words.text.slice(from.start, from.end) },
        })),
      ),

  examples: {
    must: [
      { text: [["row-7", "жұмыс күндері сағат сағат 18.00-ге дейін қабылданады"]] },
      { text: [["clause-4", "көрсетілетін қызметті алушы көрсетілетін қызметті алушы өтініш береді"]] },
      { in: "ru", text: [["clause-4", "услугодатель в течение в течение двух рабочих дней"]] },
      { in: "ru", text: [["clause-4", "для получения для Получения лицензии услугополучатель"]] },
    ],
    mustNot: [
      { text: [["clause-4", "бір бір данадан, алушыға, алушыға беріледі"]] },
      { text: [["clause-4", "5 5 қосымша; анықтама – анықтама беру"]] },
      { in: "ru", text: [["clause-4", "об отказе, отказе в приеме; заявление. Заявление подается"]] },
      { in: "ru", text: [["form/paragraph-1", "фамилия фамилия"]] },
      { text: [["clause-1", "а н ы қ т а м а а н ы қ т а м а"]] },
    ],
  },
};

/** A word in small letters, its place, and whether only a space stands between it and the word before. */
interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly joined: boolean;
}

interface Doubled {
  readonly from: { readonly start: number; readonly end: number };
  readonly to: Word;
}

function doubledIn({ words: { text } }: Part, { doubledByRight }: LintWords): readonly Doubled[] {
  const words = wordsOf(text);
  const found: Doubled[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const length = doubledAt(words, at);
    const [first, last, to] = [words[at], words[at + length - 1], words[at + 2 * length - 1]];
    if (length === 0 || first === undefined || last === undefined || to === undefined) continue;
    at += length;
    if (length === 1 && doubledByRight.includes(first.text)) continue;
    found.push({ from: { start: first.start, end: last.end }, to });
  }
  return found;
}

/** How many words from here on stand again behind themselves; 0 for none. */
function doubledAt(words: readonly Word[], at: number): number {
  for (let length = 1; length <= MOST; length += 1) {
    const again = words.slice(at + length, at + 2 * length);
    const isSame =
      again.length === length &&
      words.slice(at + 1, at + 2 * length).every(({ joined }) => joined) &&
      again.every(({ text }, index) => text === words[at + index]?.text);
    // Single letters are a word spread over a line; numbers may stand twice in a table.
    if (isSame && again.some(({ text }) => text.length > 1)) return length;
  }
  return 0;
}

function wordsOf(text: string): readonly Word[] {
  let before = -1;
  return [...text.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu)].map(({ 0: word, index }) => {
    const joined = before >= 0 && /^\s+$/u.test(text.slice(before, index));
    before = index + word.length;
    return { text: word.toLowerCase(), start: index, end: before, joined };
  });
}
