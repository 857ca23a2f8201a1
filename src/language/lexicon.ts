import type { Unit } from "../model/duration.ts";
import type { Weekday } from "../model/rule.ts";
import type actCues from "./kk/act-cues.json";
import type people from "./kk/people.json";
import type timeCues from "./kk/time-cues.json";
import type ways from "./kk/ways.json";

/** The name of a meaning that texts are searched for; every language lists its phrases for it. */
export type Cue =
  | keyof (typeof people)["phrases"]
  | keyof (typeof ways)["phrases"]
  | keyof (typeof timeCues)["phrases"]
  | keyof (typeof actCues)["phrases"];

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

/** The words of a language, indexed for reading. */
export interface Lexicon {
  readonly language: string;
  /** Number words below a hundred: `он` is 10. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Number words that multiply what stands before them: `жүз` is 100. */
  readonly multipliers: ReadonlyMap<string, number>;
  /** Stems of time units. */
  readonly units: ReadonlyMap<string, Unit>;
  /** Words that make of a day a working or a calendar day. */
  readonly qualifiers: ReadonlyMap<string, Unit>;
  readonly weekdays: ReadonlyMap<string, Weekday>;
  readonly endings: Endings;
  /** Phrases by their first word, where that is whole. */
  readonly exact: ReadonlyMap<string, readonly Phrase[]>;
  /** Phrases by their first word, where that is open. */
  readonly open: ReadonlyMap<string, readonly Phrase[]>;
}

/** Endings that a stem can take, in the order in which they follow each other. */
export interface Endings {
  readonly plural: readonly string[];
  readonly possessive: readonly string[];
  readonly case: readonly string[];
  readonly genitive: readonly string[];
  /** Of the cases, the one that says from where. */
  readonly from: readonly string[];
  /** Of the cases, the one that says to whom. */
  readonly to: readonly string[];
  /** Of a verb, what says that something has been done. */
  readonly done: readonly string[];
  /** Of a verb, what ends a sentence. */
  readonly says: readonly string[];
}

/** What the JSON files of a language hold. */
export interface LexiconFiles {
  readonly numbers: {
    readonly language: string;
    readonly numbers: Readonly<Record<string, number>>;
    readonly multipliers: Readonly<Record<string, number>>;
  };
  readonly time: {
    readonly units: Readonly<Record<string, readonly string[]>>;
    readonly qualifiers: Readonly<Record<string, readonly string[]>>;
    readonly weekdays: Readonly<Record<string, readonly string[]>>;
    readonly endings: Endings;
  };
  readonly phrases: readonly { readonly phrases: Readonly<Record<string, readonly string[]>> }[];
}

/** Reads the files of a language. Throws a RangeError that names the word and what is wrong with it. */
export function readLexicon(files: LexiconFiles): Lexicon {
  const { numbers, time } = files;
  const exact = new Map<string, Phrase[]>();
  const open = new Map<string, Phrase[]>();
  for (const phrase of files.phrases.flatMap((file) => phrasesOf(file.phrases))) {
    const [head] = phrase.words;
    if (head === undefined) continue;
    const index = head.open ? open : exact;
    index.set(head.word, [...(index.get(head.word) ?? []), phrase]);
  }
  return {
    language: numbers.language,
    numbers: new Map(Object.entries(numbers.numbers)),
    multipliers: new Map(Object.entries(numbers.multipliers)),
    units: inverted<Unit>(time.units),
    qualifiers: inverted<Unit>(time.qualifiers),
    weekdays: new Map([...inverted(time.weekdays)].map(([word, day]) => [word, Number(day) as Weekday])),
    endings: time.endings,
    exact,
    open,
  };
}

function phrasesOf(phrases: Readonly<Record<string, readonly string[]>>): Phrase[] {
  return Object.entries(phrases).flatMap(([cue, list]) =>
    list.map((phrase) => ({ cue: cue as Cue, words: phrase.split(" ").map(wordOf) })),
  );
}

const WORD = /^(?:\p{Ll}+|\d+)~?$/u;

function wordOf(word: string): PhraseWord {
  if (!WORD.test(word)) throw new RangeError(`"${word}" is not a word in small letters, with or without "~"`);
  if (word !== word.normalize("NFC")) throw new RangeError(`"${word}" is not in form NFC`);
  return word.endsWith("~") ? { word: word.slice(0, -1), open: true } : { word, open: false };
}

function inverted<Value extends string>(
  lists: Readonly<Record<string, readonly string[]>>,
): Map<string, Value> {
  return new Map(
    Object.entries(lists).flatMap(([value, list]) => list.map((word) => [word, value as Value])),
  );
}
