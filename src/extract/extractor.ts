import type { Grammar } from "../language/grammar.ts";
import type { Kind, Rule, RuleCommon } from "../model/rule.ts";
import type { Span } from "../model/span.ts";
import type { Language } from "../model/language.ts";
import type { RowTopic } from "../language/structure-words.ts";
import type { Statement } from "./statement.ts";

/** What a rule of a kind says, without what every rule has. */
export type FieldsOf<Some extends Rule> = Some extends Rule ? Omit<Some, keyof RuleCommon> : never;

/** The fields of one kind. */
export type Fields<Of extends Kind = Kind> = FieldsOf<Extract<Rule, { kind: Of }>>;

/** A rule as one statement gives it. */
export interface Reading<Of extends Kind = Kind> {
  readonly fields: Fields<Of>;
  /** The fewest words that carry it, in the statement's passage. */
  readonly words: Span;
  readonly confidence: number;
  /** What the text leaves open. */
  readonly doubt?: "and-or";
}

/** An example of what an extractor reads; each is a test. */
export interface Example<Of extends Kind> {
  readonly in: Language;
  readonly text: string;
  /** Opening words of the list that the text belongs to. */
  readonly lead?: string;
  readonly topic?: RowTopic;
  /** Fields of each rule that must come out; none: nothing must. */
  readonly gives: readonly Partial<Fields<Of>>[];
}

/** Reads the rules of one kind, statement by statement. */
export interface Extractor<Of extends Kind = Kind> {
  readonly id: Of;
  readonly read: (statement: Statement, grammar: Grammar) => readonly Reading<Of>[];
  readonly examples: readonly Example<Of>[];
}

/** How sure a reader is; the bands are measured against gold (docs/decisions/extract-confidence.md). */
export const SURE = 0.97;
export const LIKELY = 0.85;
export const DOUBTFUL = 0.6;

/** The words of a whole statement. */
export const wholeOf = (statement: Statement): Span => ({ start: statement.start, end: statement.end });
