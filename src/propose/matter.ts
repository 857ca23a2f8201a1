import type { Grammar } from "../language/grammar.ts";
import type { BookWords } from "../language/book-words.ts";
import type { About } from "../model/about.ts";
import type { Language } from "../model/language.ts";
import { linesTouched } from "../model/line-index.ts";
import { sourceSpans } from "../model/passage.ts";
import type { Leaf, Reading } from "../review/reading.ts";
import type { Ground } from "../model/book-proposal.ts";

/** What a book is proposed from: a service of an act as read, and what is known of the act. */
export interface Matter {
  /** Language of the text. */
  readonly language: Language;
  readonly words: BookWords;
  readonly grammar: Grammar;
  readonly about: About;
  /** Id of the act. */
  readonly act: string;
  readonly number: number;
  /** Title of the act and of the regulation; empty where there is none. */
  readonly actTitle: string;
  readonly title: string;
  /** Title of the same regulation in the other language, where that text is at hand. */
  readonly twin?: { readonly language: Language; readonly title: string };
  /** What the act says of itself. */
  readonly ofAct: Reading;
  /** The regulation; its leaves begin with those of the act. */
  readonly own: Reading;
  /** Zones with the names of the regions whose clocks they are, by country. */
  readonly countries: readonly Country[];
}

/** A country whose calendar is at hand. */
export interface Country {
  readonly country: string;
  readonly kinds: readonly string[];
  readonly zones: readonly {
    readonly zone: string;
    readonly regions: readonly Readonly<Record<string, string>>[];
  }[];
  /** The zone of most of it. */
  readonly main: string;
}

/** The regulation's own leaves. */
export const ownLeaves = ({ ofAct, own, number }: Matter): readonly Leaf[] =>
  number === 0 ? own.leaves : own.leaves.slice(ofAct.leaves.length);

/** The words `[start, end)` of a leaf as a ground. */
export function groundOf(leaf: Leaf, reading: Reading, start = 0, end = leaf.passage.text.length): Ground {
  const quote = leaf.passage.text.slice(start, end).replace(/\s+/gu, " ").trim();
  return {
    path: leaf.path,
    cite: leaf.cite,
    lines: linesTouched(reading.lineStarts, sourceSpans(leaf.passage, start, end)),
    quote,
  };
}

/** Where one of these phrases, in small letters, stands in a text from the beginning of a word on; -1 where none does. */
export function placeOf(text: string, phrases: readonly string[]): number {
  const small = text.toLowerCase();
  for (const phrase of phrases) {
    for (let at = small.indexOf(phrase); at >= 0; at = small.indexOf(phrase, at + 1))
      if (at === 0 || !/\p{L}/u.test(small.charAt(at - 1))) return at;
  }
  return -1;
}

/** Paths of what binds nobody: notes of editors, forms, signatures, titles. */
export const asidePaths = ({ ledger }: Reading, reasons: readonly string[]): ReadonlySet<string> =>
  new Set(
    ledger.filter(({ reason }) => reason !== undefined && reasons.includes(reason)).map(({ path }) => path),
  );
