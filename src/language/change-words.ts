import type { Language } from "../model/language.ts";
import kk from "./kk/changes.json" with { type: "json" };
import ru from "./ru/changes.json" with { type: "json" };

/** The words by which two wordings of one provision are told to say the same (`language/<code>/changes.json`); small letters. */
export interface ChangeWords {
  /** Words that say nothing by themselves, in all their forms. */
  readonly small: readonly string[];
  /** Words in a row that say nothing, though each of them may elsewhere: `в соответствии`. */
  readonly smallPhrases: readonly string[];
  /** Beginnings of the words for a public service and its rendering: in an act on one they may be left out or put in. */
  readonly ofService: readonly string[];
  /** Beginnings of verbs by which a duty is said that the plain verb says as well: `подлежит рассмотрению`. */
  readonly plainDuties: readonly string[];
  /** Words that stand for what has been named before. */
  readonly pronouns: readonly string[];
  /** What a verb may have at its end beside its own ending. */
  readonly verbEnds: readonly string[];
  /** How the applicant is named: beginnings of names. */
  readonly applicant: readonly string[];
  /** "Or", where one of several is enough; "and", where all are meant: the one for the other is a change. */
  readonly choices: readonly string[];
  readonly joins: readonly string[];
  /** Words that drafters put for one another without meaning anything by it; beginnings of words, a list for each meaning. */
  readonly alike: readonly (readonly string[])[];
  /** Beginnings of words that say what somebody must, may or must not do. */
  readonly modal: readonly string[];
  /** Words that deny or leave out. */
  readonly not: readonly string[];
  /** Endings that a noun may have behind its stem or behind one another, taken off before words are held against each other. */
  readonly ends: readonly string[];
  /** Beginnings of what stands behind a verb's stem where it denies (`берілмейді`). */
  readonly denials: readonly string[];
  /** What a word begins with where it denies what the rest of it says (`недействительный`). */
  readonly denyingStart: readonly string[];
  /** What a word has in it, behind its first letters, where it names who does something and not what is done. */
  readonly agents: readonly string[];
  /** Beginnings of the names of who gives and who gets the service. */
  readonly parties: readonly string[];
  /** Phrases that forbid something, for as long as a term says. */
  readonly bars: readonly string[];
  /** Beginnings of words for doing something once more, which only the applicant is kept from. */
  readonly again: readonly string[];
  /** Beginnings of verbs for what only the applicant does. */
  readonly asks: readonly string[];
  /** Beginnings of what the applicant sends, and of verbs for sending it. */
  readonly requests: readonly string[];
  readonly sends: readonly string[];
  /** Beginnings of verbs for what is done with what was sent. */
  readonly handles: readonly string[];
  /** Beginnings of words beside an amount that make it the most that may be asked. */
  readonly caps: readonly string[];
  /** Words before the date of an act; none where its month has a form of its own. */
  readonly ofActs: readonly string[];
  /** Beginnings of words that open where an act was published. */
  readonly published: readonly string[];
  /** What a bracket begins with that says where an act was registered. */
  readonly registered: readonly string[];
  /** Beginnings of the words of the state's name, which says nothing beside the name of a body. */
  readonly state: readonly string[];
}

/** The languages that wordings are compared in; in others each other word is a change. */
export const CHANGE_WORDS: Readonly<Partial<Record<Language, ChangeWords>>> = { kk, ru };
