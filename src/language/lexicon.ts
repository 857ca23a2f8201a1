import type { Cue } from "./cues.ts";
import { levelled } from "../model/level.ts";

/** One word of a phrase: as it stands, or (`open`) with any letters after it. */
export interface PhraseWord {
  readonly word: string;
  readonly open: boolean;
}

/** A phrase that stands for a cue, word by word. */
export interface Phrase {
  readonly cue: Cue;
  readonly words: readonly PhraseWord[];
}

/** The phrases of a language, indexed for reading. */
export interface Lexicon {
  /** Phrases by their first word, where that is whole. */
  readonly exact: ReadonlyMap<string, readonly Phrase[]>;
  /** Phrases by their first word, where that is open. */
  readonly open: ReadonlyMap<string, readonly Phrase[]>;
}

/** A JSON file of phrases: for each cue, those that stand for it. */
export interface PhraseFile {
  readonly phrases: Readonly<Record<string, readonly string[]>>;
}

/** Reads the phrases of a language. Throws a RangeError that names the word and what is wrong with it. */
export function readLexicon(files: readonly PhraseFile[]): Lexicon {
  const exact = new Map<string, Phrase[]>();
  const open = new Map<string, Phrase[]>();
  for (const phrase of files.flatMap((file) => phrasesOf(file.phrases))) {
    const [head] = phrase.words;
    if (head === undefined) continue;
    const index = head.open ? open : exact;
    index.set(head.word, [...(index.get(head.word) ?? []), phrase]);
  }
  return { exact, open };
}

function phrasesOf(phrases: PhraseFile["phrases"]): Phrase[] {
  return Object.entries(phrases).flatMap(([cue, list]) =>
    list.map((phrase) => ({ cue: cue as Cue, words: levelled(phrase).split(" ").map(wordOf) })),
  );
}

const WORD = /^(?:\p{Ll}+|\d+)~?$/u;

function wordOf(word: string): PhraseWord {
  if (!WORD.test(word)) throw new RangeError(`"${word}" is not a word in small letters, with or without "~"`);
  if (word !== word.normalize("NFC")) throw new RangeError(`"${word}" is not in form NFC`);
  return word.endsWith("~") ? { word: word.slice(0, -1), open: true } : { word, open: false };
}
