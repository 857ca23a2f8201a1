import type { Unit } from "../model/duration.ts";
import type { Weekday } from "../model/rule.ts";
import type { Lexicon } from "./lexicon.ts";
import type { LinkWords } from "./link-words.ts";
import type { LintWords } from "./lint-words.ts";
import type { TermWords } from "./terms.ts";

/**
 * What a word's form says of it, whatever a language says it with (an ending, a preposition, the order of words):
 * - `owner`: what follows is its own (`берушінің кеңсесі`)
 * - `owned`: it is someone's, who stands before it, and something is done with it or it owns in its turn (`басшысының`)
 * - `owned-owner`: of those, what owns in its turn
 * - `from`: it is where something begins; `to`: it is to whom or where to something goes
 * - `done`: of a verb, it has been done (`берген`)
 * - `doing`: of a verb, it does so or did: what it is in is told by what it did (`содержащий`, `поступивший`)
 * - `not-done`: of a verb, it has not (`болмаған`)
 * - `if`: of a verb, it is what something depends on (`берсе`)
 * - `past`: of a verb, its clause says that it was so, or was done (`не устранил`, `представлены`)
 * - `says`: of a verb, it is what its clause says (`көрсетіледі`)
 * - `action`: it names an act (`сәйкестендіру`)
 * - `attribute`: it says what the noun behind it is like, and is in that noun's form (`ответственный исполнитель`)
 * - `last`: a sentence may end with it
 */
export type Form =
  | "owner"
  | "owned"
  | "owned-owner"
  | "from"
  | "to"
  | "done"
  | "doing"
  | "not-done"
  | "if"
  | "past"
  | "says"
  | "action"
  | "attribute"
  | "last";

export type WordOrder = "verb-last" | "verb-middle";

/** A number told in words: `to` is the word behind it. */
export interface SpelledNumber {
  readonly value: number;
  readonly to: number;
}

/**
 * What the reading of rules asks of a language, answered once a language in `language/<code>/grammar.ts`. Words are asked
 * for in small letters. Nobody else knows a letter, an ending or a word of any language.
 */
export interface Grammar {
  /**
   * Where its verbs stand: at the end of their clause, with all that belongs to a noun before it (`verb-last`), or behind
   * their subject, with prepositions before nouns and what belongs to a noun behind it (`verb-middle`).
   */
  readonly order: WordOrder;
  /** Phrases for the meanings that texts are searched for. */
  readonly lexicon: Lexicon;
  /** A word of letters of two scripts, as it was meant. */
  readonly mended: (word: string) => string;
  /** Whether a word's form says this. */
  readonly is: (word: string, form: Form) => boolean;
  /** Whether a word is nothing but the ending of the number printed before it: `ге` of `8.00-ге`. */
  readonly isEnding: (word: string) => boolean;
  /** The name of an owner without what makes it one: `қызмет беруші` of `қызмет берушінің`; undefined where it is none. */
  readonly nameOfOwner: (words: string) => string | undefined;
  /** The number that begins at a word and is told in words. */
  readonly numberAt: (words: readonly { readonly text: string }[], from: number) => SpelledNumber | undefined;
  /** The time unit that a word names, in any of its forms. */
  readonly unitOf: (word: string) => Unit | undefined;
  /** What kind of day a word makes of a day: `working-day` for `жұмыс`. */
  readonly kindOfDay: (word: string) => Unit | undefined;
  /** The day of the week that a word names, in any of its forms. */
  readonly weekdayOf: (word: string) => Weekday | undefined;
  /** How links read, for the repairs that put their words back; absent where conversions leave them in their places. */
  readonly links?: LinkWords;
  /** What lints know references, abbreviations and topics by. */
  readonly lint: LintWords;
  /** Its terms, which a slip of a letter is told from; absent where slips are not told. */
  readonly terms?: TermWords;
}
