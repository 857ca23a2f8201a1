import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import type { Request } from "../../src/check/request.ts";
import { smallestFix } from "../../src/check/smallest-fix.ts";
import { compile } from "../../src/compile/compile.ts";
import type { FactValue } from "../../src/model/condition.ts";
import type { Change } from "../../src/model/verdict.ts";
import { DOMAINS, everyWay, madeBook, VOCABULARY, someFacts } from "./made-books.ts";

const setting = { rulebook: { id: "made", standing: "in-force", unread: "unknown" } } as const;
const TYPES = ["paper", "card", "photo"];

/** Some facts may be untold: what does not matter need not be told either. */
const halfTold = fc.record({
  facts: someFacts,
  there: fc.subarray(TYPES),
  found: fc.boolean(),
});

const requestWith = (
  facts: Record<string, FactValue>,
  there: readonly string[],
  found: boolean,
): Request => ({
  service: "made",
  channel: "provider",
  submitted: "2025-03-17T10:00Z",
  facts,
  documents: there.map((type) => ({ type, validUntil: "2030-01-01" })),
  findings: [{ fact: "found", holds: found, by: "n", at: "2025-03-17T10:00Z" }],
});

/** The request with the changes made. */
function changed(
  facts: Record<string, FactValue>,
  there: readonly string[],
  found: boolean,
  changes: readonly Change[],
): Request {
  const after = { ...facts };
  const papers = new Set(there);
  let finding = found;
  for (const change of changes)
    if (change.change === "fact") after[change.fact] = change.to;
    else if (change.change === "finding") finding = change.to === true;
    else if (change.change === "document") papers.add(change.document);
  return requestWith(after, [...papers], finding);
}

describe("the smallest fix", () => {
  it("makes the request admissible, and no smaller one does", () => {
    fc.assert(
      fc.property(madeBook, halfTold, (book, { facts, there, found }) => {
        const plan = compile(book, VOCABULARY);
        const fix = smallestFix(plan, requestWith(facts, there, found), "2025-03-17");
        const admitted = (request: Request): boolean => check(plan, request, setting).verdict === "admit";
        const untold = Object.keys(DOMAINS).filter((id) => !Object.hasOwn(facts, id));
        const domains = { ...DOMAINS, age: [0, 5, 10, 15, 20] };
        const ways = everyWay({
          ...domains,
          // `null` leaves a fact untold, as it was.
          ...Object.fromEntries(
            untold.map((id) => [id, [null, ...(domains as Record<string, readonly FactValue[]>)[id]!]]),
          ),
          found: [true, false],
          ...Object.fromEntries(TYPES.map((type) => [`d:${type}`, [true, false]])),
        });
        const cost = (way: Record<string, FactValue>): number =>
          Object.entries(way).filter(([key, value]) =>
            key === "found"
              ? value !== found
              : key.startsWith("d:")
                ? value !== there.includes(key.slice(2))
                : value !== ((facts as Record<string, FactValue>)[key] ?? null),
          ).length;
        const costs = ways
          .filter((way) => {
            const { found: finding, ...rest } = way;
            const told = Object.fromEntries(Object.entries(rest).filter(([key]) => !key.startsWith("d:")));
            return admitted(
              requestWith(
                told,
                TYPES.filter((type) => way[`d:${type}`] === true),
                finding === true,
              ),
            );
          })
          .map(cost);
        if (fix === null) expect(costs).toEqual([]);
        else {
          expect(admitted(changed(facts, there, found, fix))).toBe(true);
          for (const each of costs) expect(each).toBeGreaterThanOrEqual(fix.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("may be another channel", () => {
    const book = {
      id: "made",
      rules: [
        {
          id: "made/1",
          kind: "eligibility",
          channel: "portal",
          cite: "§ 1",
          when: {
            all: [
              { fact: "a", operator: "equal", value: true },
              { fact: "b", operator: "equal", value: true },
            ],
          },
        },
        { id: "made/2", kind: "channel", channel: "portal", cite: "§ 2" },
        { id: "made/3", kind: "channel", channel: "provider", cite: "§ 2" },
      ],
    } as const;
    const request = { ...requestWith({ a: false, b: false }, [], false), channel: "portal" } as const;
    expect(smallestFix(compile(book, VOCABULARY), request, "2025-03-17")).toEqual([
      { change: "channel", to: "provider" },
    ]);
  });
});
