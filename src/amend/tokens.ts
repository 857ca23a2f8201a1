import type { AmendWords } from "../language/amend-words.ts";
import { quotesIn, type Quoted } from "./quotes.ts";

/** A piece of a sentence: a word in small letters, a number as printed, quoted words, or a sign. */
export type Token =
  | { readonly is: "word"; readonly text: string }
  | { readonly is: "number"; readonly text: string }
  | { readonly is: "quote"; readonly text: string }
  | { readonly is: "sign"; readonly text: string };

const PIECE = /\d+(?:-\d+)*|\p{L}+(?:-\p{L}+)*|\S/gu;

/** The pieces of a sentence, its quotations whole. */
export function tokensOf(text: string, words: AmendWords): readonly Token[] {
  const speaks = speakersOf(words);
  const tokens: Token[] = [];
  let from = 0;
  for (const quote of quotesIn(text, (next) => speaks.has(next))) {
    tokens.push(...piecesOf(text.slice(from, quote.from)), quoteToken(quote));
    from = quote.to;
  }
  return [...tokens, ...piecesOf(text.slice(from))];
}

const quoteToken = ({ text }: Quoted): Token => ({ is: "quote", text: text.trim() });

const piecesOf = (text: string): readonly Token[] =>
  [...text.matchAll(PIECE)].map(([piece]) => {
    const is = /^\d/u.test(piece) ? "number" : /^\p{L}/u.test(piece) ? "word" : "sign";
    return { is, text: is === "word" ? piece.toLowerCase() : piece };
  });

const made = new WeakMap<AmendWords, ReadonlySet<string>>();

/** Words that speak of quoted words before them: verbs of amendments, and what quoted words are called. */
function speakersOf(words: AmendWords): ReadonlySet<string> {
  const known = made.get(words);
  if (known !== undefined) return known;
  const verbs = Object.values(words.verbs).flat();
  const speakers = new Set([
    ...verbs.flatMap((phrase) => phrase.split(" ").slice(0, 1)),
    ...words.called,
    ...(words.calledBefore ? [] : [...words.words.old, ...words.words.new]),
  ]);
  made.set(words, speakers);
  return speakers;
}

/** The words of a phrase. */
export type Phrase = readonly string[];

const cut = new Map<string, Phrase>();

/** A phrase of the words of a language cut into its words: once, since each is looked for at each token. */
export function phraseOf(text: string): Phrase {
  const known = cut.get(text) ?? text.split(" ");
  cut.set(text, known);
  return known;
}

/** Whether the words of a phrase stand at a place, one after another. */
export const phraseAt = (tokens: readonly Token[], at: number, phrase: Phrase): boolean =>
  phrase.every((word, index) => {
    const token = tokens[at + index];
    return token?.is === "word" && token.text === word;
  });
