import { canonicalJson } from "../model/canonical-json.ts";
import type { Candidate } from "../model/rule.ts";
import type { RuleValues } from "./decision.ts";

/** The candidate's own fields, as a rule's values. */
export function valuesOf(candidate: Candidate): RuleValues {
  const marks = new Set(["id", "source", "confidence", "service", "review", "twin"]);
  return ownFields(Object.entries(candidate).filter(([key]) => !marks.has(key)));
}

/** Values with some fields set, or taken away where they are null. */
export function patched(values: object, fields: Readonly<Record<string, unknown>>): RuleValues {
  const merged = new Map(Object.entries(values));
  for (const [key, value] of Object.entries(fields)) {
    if (value === null && key !== "break") merged.delete(key);
    else merged.set(key, value);
  }
  return ownFields([...merged]);
}

/** Fields put together again; that they make up a rule of their kind is the schema's to say, at the border. */
const ownFields = (entries: readonly (readonly [string, unknown])[]): RuleValues =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as unknown as RuleValues;

/** What the reader read in fields that are decided otherwise, for whoever compares; null where it read nothing. */
export function readOtherwise(
  candidate: Candidate | undefined,
  values: RuleValues,
): Readonly<Record<string, unknown>> | undefined {
  if (candidate === undefined) return undefined;
  const there = new Map(Object.entries(valuesOf(candidate)));
  const here = new Map(Object.entries(values));
  const fields = [...new Set([...there.keys(), ...here.keys()])].filter(
    (field) => canonicalJson(there.get(field) ?? null) !== canonicalJson(here.get(field) ?? null),
  );
  return Object.fromEntries(fields.map((field) => [field, there.get(field) ?? null]));
}
