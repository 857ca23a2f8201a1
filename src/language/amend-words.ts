import type { Language } from "../model/language.ts";
import type { AmendUnit, AmendVerb } from "../model/amendment.ts";
import kk from "./kk/amend.json" with { type: "json" };
import ru from "./ru/amend.json" with { type: "json" };
import { reinflected as inKazakh } from "./kk/reinflected.ts";
import { reinflected as inRussian } from "./ru/reinflected.ts";

/** How a language names a part of an act: whole words, or beginnings of words that end in `…`. */
export interface UnitWords {
  readonly forms: readonly string[];
  /** Forms that say with what something is supplemented: `пунктом`. */
  readonly with: readonly string[];
}

/** The words by which acts amend others (`language/<code>/amend.json`); small letters. */
export interface AmendWords {
  readonly language: string;
  /** Whether numbers stand before the word for a part: `5-тармақ`, and not `пункт 5`. */
  readonly numbersFirst: boolean;
  /** Whether what quoted words are called stands before them: `слова «…»`, and not `«…» деген сөздер`. */
  readonly calledBefore: boolean;
  readonly units: Readonly<Record<AmendUnit, UnitWords>>;
  /** Endings that say with what something is supplemented, where they say it of any word. */
  readonly withEndings: readonly string[];
  /** How words begin that begin as the word for a part does and name none. */
  readonly otherWords: readonly string[];
  /** Words between the word for a row and its number. */
  readonly numberWords: readonly string[];
  /** Between the first and the last number of a range. */
  readonly ranges: readonly string[];
  /** Phrases, the longer before the shorter. */
  readonly verbs: Readonly<Record<AmendVerb, readonly string[]>>;
  readonly everywhere: readonly string[];
  readonly inCases: readonly string[];
  readonly respectively: readonly string[];
  /** Beside the annex that has the new wording: before it where numbers stand behind, else behind it. */
  readonly accordingTo: readonly string[];
  /** How words begin that say by what a named part was approved: its name ends, or begins, there. */
  readonly approved: readonly string[];
  /** What the line that only names a place begins with. */
  readonly leads: readonly string[];
  /** What quoted words are called: those that are there, and those that come in their place. */
  readonly words: Readonly<Record<"old" | "new", readonly string[]>>;
  readonly after: readonly string[];
  readonly before: readonly string[];
  /** Between quoted words and what they are called. */
  readonly called: readonly string[];
  readonly joins: readonly string[];
  /** How words for acts begin. */
  readonly acts: readonly string[];
  /** Numbers in words that more may follow, and beginnings of those that end a number. */
  readonly cardinals: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  /** Words that tell nothing of which part is named. */
  readonly small: readonly string[];
  /** More words that tell nothing of where an instruction is about: `следующего содержания`. */
  readonly filler: readonly string[];
  /** Phrases by which an act says that it changes the text in another language alone. */
  readonly otherLanguage: readonly string[];
  /** What stands in the place of a numbered provision that was taken out; `{by}` is the amending act and its clause. */
  readonly excluded: string;
  /** How what stands in the place of a part that was taken out begins, in small letters. */
  readonly gone: string;
}

/** The words of a language for amendments, and how it puts a word into the form of the one that it replaces. */
export interface AmendLanguage {
  readonly words: AmendWords;
  /** `by` in the form in which `found` is of `old`; undefined where that is not known for certain. */
  readonly reinflected: (old: string, found: string, by: string) => string | undefined;
}

/** The languages in which amending acts are read. To add one is to add its words, its forms and a line. */
export const AMEND_LANGUAGES: Readonly<Partial<Record<Language, AmendLanguage>>> = {
  kk: { words: kk, reinflected: inKazakh },
  ru: { words: ru, reinflected: inRussian },
};
