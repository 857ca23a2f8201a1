import { DOCUMENTS_FACT } from "../model/condition.ts";
import { CHANNELS } from "../model/rule.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { likelySlip, type Named } from "./likely-slip.ts";

/** A name in a rule that no vocabulary has. */
export interface UnknownName {
  /** JSON Pointer into the rule. */
  readonly pointer: string;
  readonly is: "fact" | "paper" | "value";
  readonly name: string;
  /** Id of what was likely meant. */
  readonly meant?: string;
}

/** The fields of a rule that name facts and papers; what stands there need not be right yet. */
export interface NamingRule {
  readonly kind: unknown;
  readonly when?: unknown;
  readonly document?: unknown;
}

/** Names of facts, of their values and of papers in a rule that the vocabulary does not have, each with the likely slip. */
export function unknownNames({ when, document }: NamingRule, vocabulary: Vocabulary): UnknownName[] {
  return [
    ...(typeof document === "string" ? papers([document], "/document", vocabulary) : []),
    ...inCondition(when, "/when", vocabulary),
  ];
}

/** What is no condition names nothing: its shape is the schema's to see. */
function inCondition(condition: unknown, pointer: string, vocabulary: Vocabulary): UnknownName[] {
  if (typeof condition !== "object" || condition === null) return [];
  const { all, any, not, fact, value } = condition as Readonly<Record<string, unknown>>;
  const inParts = (key: string, parts: unknown): UnknownName[] =>
    Array.isArray(parts)
      ? parts.flatMap((part, index) => inCondition(part, `${pointer}/${key}/${index}`, vocabulary))
      : [];
  return [
    ...inParts("all", all),
    ...inParts("any", any),
    ...inCondition(not, `${pointer}/not`, vocabulary),
    ...(typeof fact === "string" ? inComparison(fact, value, pointer, vocabulary) : []),
  ];
}

function inComparison(fact: string, value: unknown, pointer: string, vocabulary: Vocabulary): UnknownName[] {
  const words = (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(
    (one) => typeof one === "string",
  );
  if (fact === DOCUMENTS_FACT) return papers(words, `${pointer}/value`, vocabulary);
  const entry = vocabulary.facts.find(({ id }) => id === fact);
  if (entry === undefined && fact !== "channel")
    return [unknown("fact", fact, `${pointer}/fact`, vocabulary.facts)];
  const values =
    fact === "channel"
      ? CHANNELS.map((one) => ({ id: one, labels: { kk: one, ru: one, en: one } }))
      : entry?.values?.map((one) => ({ id: one.value, labels: one.labels }));
  return values === undefined ? [] : missing(words, values, "value", `${pointer}/value`);
}

const papers = (types: readonly string[], pointer: string, { documents }: Vocabulary): UnknownName[] =>
  missing(types, documents, "paper", pointer);

const missing = (
  names: readonly string[],
  known: readonly Named[],
  is: UnknownName["is"],
  pointer: string,
): UnknownName[] =>
  names
    .filter((name) => !known.some(({ id }) => id === name))
    .map((name) => unknown(is, name, pointer, known));

function unknown(is: UnknownName["is"], name: string, pointer: string, known: readonly Named[]): UnknownName {
  const meant = likelySlip(name, known)?.id;
  return { pointer, is, name, ...(meant !== undefined && { meant }) };
}

/** Says of a name that it is unknown, and what was likely meant, for the terminal. */
export const unknownNameWords = ({ is, name, meant }: UnknownName): string =>
  name === ""
    ? `${SAID[is]} is not named`
    : `${SAID[is]} ${JSON.stringify(name)} is in no vocabulary${meant === undefined ? "" : `: did you mean ${JSON.stringify(meant)}?`}`;

const SAID: Record<UnknownName["is"], string> = { fact: "the fact", paper: "the paper", value: "the value" };
