import type { Language } from "../model/language.ts";
import kk from "./kk/book.json" with { type: "json" };
import ru from "./ru/book.json" with { type: "json" };

/** Kinds of rules that another act may hold in a regulation's stead, as far as they are told by words. */
export type LeftKind = "document" | "refusal" | "fee" | "hours" | "deadline";

/**
 * The words from which it is proposed what a rulebook says beside its rules (`language/<code>/book.json`): beginnings of
 * words or phrases, in small letters.
 */
export interface BookWords {
  /** An act is put into force. */
  readonly inForce: readonly string[];
  /** An act is in force no longer. */
  readonly repealed: readonly string[];
  /** In the name of a body of the whole country. */
  readonly nation: readonly string[];
  /** Endings of adjectives in the names of regions, in whose place other cases have another; none where words only get longer. */
  readonly adjectives: readonly string[];
  /** In the name of a service that gives such a thing. */
  readonly licence: readonly string[];
  readonly permit: readonly string[];
  /** What acts are called, by what they are. */
  readonly acts: Readonly<
    Record<"standard" | "law" | "legislation" | "order" | "rules" | "price" | "norm", readonly string[]>
  >;
  /** Before the act itself, which leaves nothing to itself. */
  readonly own: readonly string[];
  /** What parts of acts are called. */
  readonly parts: readonly string[];
  /** Of these, annexes: a text leaves forms to them, not rules. */
  readonly annexes: readonly string[];
  /** Endings without which the last word of a pointer names the thing itself; none where words are left as they stand. */
  readonly ends: readonly string[];
  /** By which a text leaves something to another act. */
  readonly leads: readonly string[];
  /** Whole words that belong to the name of an act before it. */
  readonly modifiers: readonly string[];
  /** What is left to it. */
  readonly kinds: Readonly<Record<LeftKind, readonly string[]>>;
}

/** The languages from whose texts books are proposed. */
export const BOOK_WORDS: Readonly<Partial<Record<Language, BookWords>>> = { kk, ru };
