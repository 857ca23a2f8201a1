import type { Candidate } from "../../src/model/rule.ts";

/** What of a rule says where it stands, and not what it asks. */
const PLACE: ReadonlySet<string> = new Set([
  "id",
  "path",
  "cite",
  "source",
  "confidence",
  "quote",
  "spans",
  "span",
]);

/** Kind and value of rules, whatever their places. */
export const valuesOf = (rules: readonly Candidate[]): string[] =>
  rules
    .map((rule) =>
      JSON.stringify(rule, (key, value: unknown) =>
        PLACE.has(key) ? undefined : typeof value === "string" ? value.replace(/\s+/gu, " ") : value,
      ),
    )
    .sort();

/** How alike two lists are as multisets: twice what both have, over all that they have. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const one of a) left.set(one, (left.get(one) ?? 0) + 1);
  let both = 0;
  for (const one of b) {
    const count = left.get(one) ?? 0;
    if (count === 0) continue;
    left.set(one, count - 1);
    both += 1;
  }
  return a.length + b.length === 0 ? 1 : (2 * both) / (a.length + b.length);
}
