import type { Cue } from "../language/cues.ts";
import type { Grammar } from "../language/grammar.ts";
import type { Span } from "../model/span.ts";
import type { Subject } from "../model/rule.ts";
import type { Reading } from "./extractor.ts";
import type { ClockInterval, ClockWords } from "./clock-words.ts";
import type { Mark } from "./marks.ts";
import type { Sentence } from "./sentence.ts";
import type { Statement } from "./statement.ts";

/** One document of those that a statement asks for: its words, `to` not included. */
export interface DocumentWords {
  readonly from: number;
  readonly to: number;
  /** The words for when it is needed. */
  readonly condition?: string;
  /** Whether it may be brought in place of the one before it. */
  readonly instead: boolean;
  /** Whether the text leaves open what it may be brought in place of. */
  readonly ambiguous?: boolean;
}

/** Makes a reading of each document in `[from, to)`; `to` 0 stands for the whole statement as one. */
export type DocumentReadings = (
  statement: Statement,
  from: number,
  to: number,
  confidence: number,
  condition: string | undefined,
  grammar: Grammar,
) => Reading<"document">[];

/** How times of day stand in a sentence. */
export interface TimesSyntax {
  /** What may stand between the two times of an interval, beside an ending. */
  readonly linking: readonly Cue[];
  /** `до 18.00`. */
  readonly isUntil: (sentence: Sentence, time: ClockWords) => boolean;
  /** `после 18.00`. */
  readonly isAfter: (sentence: Sentence, time: ClockWords) => boolean;
  readonly isBreak: (statement: Statement, interval: ClockInterval, all: readonly ClockInterval[]) => boolean;
  /** Whether days that are named are left out. */
  readonly isExcepted: (sentence: Sentence, named: Mark) => boolean;
  /** Whether `00` of `13-00 hours` is told to be minutes by the form of the word for hours. */
  readonly isClock: (word: string, grammar: Grammar) => boolean;
}

/**
 * What is found in a sentence by the order of its words. There is one for each order (`verb-last/`, `verb-middle/`); a
 * language says which is its own, and what its words mean. Everything else is read alike in all languages.
 */
export interface Syntax {
  /** What a term limits. */
  readonly subjectOf: (statement: Statement, term: Mark, isSameDay: boolean, grammar: Grammar) => Subject;
  /** The words for the event that a term runs from, or back from. */
  readonly startOf: (
    statement: Statement,
    term: Mark,
    isSameDay: boolean,
    grammar: Grammar,
  ) => string | undefined;
  /** Whether a term is counted back from its event. */
  readonly isBefore: (statement: Statement, term: Mark) => boolean;
  /** The words for whoever a term binds. */
  readonly actorOf: (statement: Statement, term: Mark, grammar: Grammar) => string | undefined;
  /** Places that set the day of an event itself as the term. */
  readonly sameDaysIn: (sentence: Sentence, grammar: Grammar) => readonly Mark[];
  /** The documents that words ask for, one by one. */
  readonly documentsIn: (
    statement: Statement,
    from: number,
    to: number,
    grammar: Grammar,
  ) => readonly DocumentWords[];
  /** The documents that a sentence of a clause asks for. */
  readonly toldInSentence: (
    statement: Statement,
    grammar: Grammar,
    readings: DocumentReadings,
  ) => Reading<"document">[];
  /** Grounds on which the sentence says that something is refused. */
  readonly groundsIn: (statement: Statement, grammar: Grammar) => readonly Span[];
  /** Whether a word that makes a number with a unit no limit stands where it speaks of that number. */
  readonly denies: (mark: Mark, term: Mark) => boolean;
  /** Whether a length of time only tells a case: `при обращении по истечении одного месяца`. */
  readonly isOnlyCase: (statement: Statement, term: Mark, grammar: Grammar) => boolean;
  /** The word behind the applicant's name as the subject of a sentence, and behind the verb said of it where that follows at once. */
  readonly subjectEnd: (statement: Statement, name: Mark, grammar: Grammar) => number;
  /** Whether a sentence says something of its own, and is not only the name of a thing. */
  readonly isClause: (statement: Statement, grammar: Grammar) => boolean;
  /** The documents told in a sentence before the list that it opens: `представляет заявление и следующие документы:`. */
  readonly toldBeforeList: (
    statement: Statement,
    grammar: Grammar,
    readings: DocumentReadings,
  ) => Reading<"document">[];
  readonly times: TimesSyntax;
  /** The words that make a case of a heading: for whom, when. */
  readonly caseWords: (heading: Statement) => Mark | undefined;
}
