import type { Labels } from "./verdict.ts";

export type FactType = "boolean" | "integer" | "number" | "string" | "date" | "list";

/** A fact that rules test. */
export interface FactEntry {
  readonly id: string;
  readonly type: FactType;
  /** Only an officer can judge it; not asserted by anybody, it does not hold. */
  readonly finding?: true;
  /** Document type for which it only stands in: where it does not hold, that document is asked for, and nobody is refused. */
  readonly replaces?: string;
  /** Event that a request is for which the fact holds: terms from this event start with the request. */
  readonly event?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** All values a string can have; absent: any. */
  readonly values?: readonly FactValueEntry[];
  readonly labels: Labels;
  /** What a boolean comes to, as sentences tell it: not "attached: no" but "is not attached". */
  readonly told?: { readonly yes: Labels; readonly no: Labels };
}

/** One of the values that a fact can have. */
export interface FactValueEntry {
  readonly value: string;
  readonly labels: Labels;
  /** That the fact has this value, and that it has another, as whole sentences. */
  readonly told?: { readonly yes: Labels; readonly no: Labels };
}

/** A document that rules ask for. */
export interface DocumentEntry {
  readonly id: string;
  /** Bears a last day of validity. */
  readonly expires?: true;
  readonly labels: Labels;
}

/** What people call the facts and documents of all rulebooks. */
export interface Vocabulary {
  readonly facts: readonly FactEntry[];
  readonly documents: readonly DocumentEntry[];
}

/** What a book names beside the common vocabulary. */
export interface OwnVocabulary {
  readonly facts?: readonly FactEntry[];
  readonly documents?: readonly DocumentEntry[];
}

const merged = new WeakMap<OwnVocabulary, { readonly common: Vocabulary; readonly whole: Vocabulary }>();

/** The common vocabulary with what a book names of its own; the common one itself where the book names nothing. */
export function vocabularyWith(common: Vocabulary, own: OwnVocabulary | undefined): Vocabulary {
  if (own === undefined) return common;
  const there = merged.get(own);
  if (there?.common === common) return there.whole;
  const whole = {
    facts: joined(common.facts, own.facts),
    documents: joined(common.documents, own.documents),
  };
  merged.set(own, { common, whole });
  return whole;
}

/** The common names go before a book's own. */
function joined<Entry extends { readonly id: string }>(
  common: readonly Entry[],
  own: readonly Entry[] = [],
): readonly Entry[] {
  const known = new Set(common.map(({ id }) => id));
  return own.length === 0 ? common : [...common, ...own.filter(({ id }) => !known.has(id))];
}
