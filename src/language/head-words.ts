import type { Language } from "../model/language.ts";
import kk from "./kk/head.json" with { type: "json" };
import ru from "./ru/head.json" with { type: "json" };

/** The words by which the head of an act says what act it is (`language/<code>/head.json`); small letters. */
export interface HeadWords {
  readonly language: string;
  /** How the names of months begin in their forms, from January on. */
  readonly months: readonly (readonly string[])[];
  /** In what order a date is written out: `{day}`, `{month}`, `{year}` and `{ofYear}`, "of the year". */
  readonly date: string;
  /** How the word behind a year begins. */
  readonly ofYear: readonly string[];
  /** Words between a body and the date of its act; none where the date has a form of its own. */
  readonly of: readonly string[];
  /** What acts are called, each with its forms. */
  readonly acts: Readonly<Record<string, readonly string[]>>;
  /** Whether the body stands before the date of its act, or behind what the act is called. */
  readonly bodyComesFirst: boolean;
  /** Words of a sentence that says where and when the act was registered. */
  readonly registered: readonly string[];
  /** How a sentence begins that says by what the act was repealed. */
  readonly repealed: readonly string[];
  /** What collections put over an act that is in force no longer. */
  readonly noLonger: readonly string[];
  /** How notes begin that a collection has put into the text. */
  readonly editorial: readonly string[];
  /** Words in the place of a provision that was taken out. */
  readonly excluded: readonly string[];
  /** Behind the body that decides, in the words before the first clause. */
  readonly decides: readonly string[];
  /** The word of whoever signs and issues the act himself. */
  readonly orders: readonly string[];
  /** How words begin of which a body's name has one: whose body it is. */
  readonly states: readonly string[];
  /** Words that a body's name begins with, and as it begins where it is no part of a sentence; adjectives have such a word behind them. */
  readonly nouns: Readonly<Record<string, string>>;
  readonly adjectives: Readonly<Record<string, string>>;
}

/** The languages in which the head of an act is read. */
export const HEAD_WORDS: Readonly<Partial<Record<Language, HeadWords>>> = { kk, ru };
