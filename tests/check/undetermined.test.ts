import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import type { Request } from "../../src/check/request.ts";
import { compile } from "../../src/compile/compile.ts";
import type { Condition, FactValue } from "../../src/model/condition.ts";
import type { DocumentRule } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { DOMAINS, everyWay, madeBook, VOCABULARY, someFacts } from "./made-books.ts";

/** Two-valued truth of a condition on complete facts, written down apart from the compiler. */
function isTrue(condition: Condition, facts: Record<string, FactValue>): boolean {
  if ("all" in condition) return condition.all.every((part) => isTrue(part, facts));
  if ("any" in condition) return condition.any.some((part) => isTrue(part, facts));
  if ("not" in condition) return !isTrue(condition.not, facts);
  const value = facts[condition.fact]! as number;
  const expected = condition.value as number;
  switch (condition.operator) {
    case "equal":
      return value === expected;
    case "notEqual":
      return value !== expected;
    case "in":
      return (condition.value as FactValue[]).includes(value);
    case "notIn":
      return !(condition.value as FactValue[]).includes(value);
    case "lessThan":
      return value < expected;
    case "lessThanInclusive":
      return value <= expected;
    case "greaterThan":
      return value > expected;
    case "greaterThanInclusive":
      return value >= expected;
    default:
      throw new Error(condition.operator);
  }
}

/** The answer on complete facts, as DESIGN.md, section 5, says it. `good` are the documents that are there and good. */
function answerOn(book: Rulebook, facts: Record<string, FactValue>, good: ReadonlySet<string>): string {
  for (const rule of book.rules) {
    if (rule.kind === "eligibility" && !isTrue(rule.when!, facts)) return "refuse";
    if (rule.kind === "refusal" && isTrue(rule.when!, facts)) return "refuse";
  }
  const asked = book.rules.filter(
    (rule): rule is DocumentRule =>
      rule.kind === "document" && (rule.when === undefined || isTrue(rule.when, facts)),
  );
  const groups = new Map<string, DocumentRule[]>();
  for (const rule of asked) {
    const name = rule.alternativeGroup ?? rule.id;
    groups.set(name, [...(groups.get(name) ?? []), rule]);
  }
  const lacking = [...groups.values()].some((group) => !group.some(({ document }) => good.has(document!)));
  return lacking ? "incomplete" : "admit";
}

const documentTypes = ["paper", "card", "photo"];
const request = fc.record({
  facts: someFacts,
  documents: fc.option(
    fc.array(
      fc.record(
        { type: fc.constantFrom(...documentTypes), validUntil: fc.constantFrom("2020-01-01", "2030-01-01") },
        { requiredKeys: ["type"] },
      ),
      { maxLength: 3 },
    ),
    { nil: undefined },
  ),
  found: fc.boolean(),
});

/** What each document may turn out to be, given a request: good, or not. */
function documentDomains({ documents }: Request): Record<string, boolean[]> {
  const of = (type: string): boolean[] => {
    if (documents === undefined) return [true, false];
    const found = documents.filter((document) => document.type === type);
    if (
      found.some(
        ({ validUntil }) => validUntil === "2030-01-01" || (validUntil === undefined && type !== "card"),
      )
    )
      return [true];
    return found.some(({ validUntil }) => validUntil === undefined) ? [true, false] : [false];
  };
  return Object.fromEntries(documentTypes.map((type) => [type, of(type)]));
}

/** Exhaustively: the answers that are still possible, and the facts that two ways differing in them alone tell apart. */
function exhaustive(book: Rulebook, asked: Request): { answers: Set<string>; deciding: Set<string> } {
  const facts = { found: [asked.findings![0]!.holds], ...DOMAINS };
  const known = Object.fromEntries(Object.entries(asked.facts ?? {}).map(([key, value]) => [key, [value]]));
  const documents = documentDomains(asked);
  const ways = everyWay({
    ...facts,
    ...known,
    ...Object.fromEntries(Object.entries(documents).map(([type, values]) => [`d:${type}`, values])),
  });
  const keys = Object.keys(ways[0]!);
  const answerOf = new Map<string, string>();
  for (const way of ways) {
    const good = new Set(documentTypes.filter((type) => way[`d:${type}`] === true));
    answerOf.set(keys.map((key) => String(way[key])).join(), answerOn(book, way, good));
  }
  const deciding = new Set<string>();
  for (const [place, key] of keys.entries()) {
    const seen = new Map<string, string>();
    for (const [way, answer] of answerOf) {
      const others = way.split(",").toSpliced(place, 1).join();
      const before = seen.get(others);
      if (before !== undefined && before !== answer) deciding.add(nameOf(key, asked));
      seen.set(others, answer);
    }
  }
  return { answers: new Set(answerOf.values()), deciding };
}

const nameOf = (key: string, { documents }: Request): string =>
  !key.startsWith("d:")
    ? key
    : documents === undefined
      ? "documents"
      : `documents.${key.slice(2)}.validUntil`;

describe("a verdict with facts missing", () => {
  it("is exactly what exhaustive evaluation leaves possible, and names exactly the facts that would decide", () => {
    fc.assert(
      fc.property(madeBook, request, (book, { facts, documents, found }) => {
        const asked: Request = {
          service: "made",
          channel: "provider",
          submitted: "2025-03-17T10:00Z",
          facts,
          ...(documents === undefined ? {} : { documents }),
          findings: [{ fact: "found", holds: found, by: "n", at: "2025-03-17T10:00Z" }],
        };
        const verdict = check(compile(book, VOCABULARY), asked, {
          rulebook: { id: "made", standing: "in-force", unread: "unknown" },
        });
        const { answers, deciding } = exhaustive(book, asked);
        const expected = answers.size === 1 ? [...answers][0] : "undetermined";
        expect(verdict.verdict).toBe(expected);
        expect(new Set(verdict.undetermined)).toEqual(answers.size === 1 ? new Set() : deciding);
      }),
      { numRuns: 300 },
    );
  });
});
