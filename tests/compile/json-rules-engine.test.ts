import { Engine, type RuleProperties } from "json-rules-engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.ts";
import { check } from "../../src/check/check.ts";
import type { Request } from "../../src/check/request.ts";
import { compile } from "../../src/compile/compile.ts";
import type { Plan } from "../../src/compile/plan.ts";
import { engineRules } from "../../src/compile/json-rules-engine.ts";
import type { FactValue } from "../../src/model/condition.ts";
import { CHANNELS } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { madeBook, VOCABULARY } from "../check/made-books.ts";

/** Runs the exported rules on plain json-rules-engine and puts the verdict together from its events. */
async function plainly(
  book: Rulebook,
  facts: Record<string, unknown>,
  allowUndefinedFacts = false,
): Promise<{ verdict: string; refusing: string[] }> {
  const engine = new Engine(engineRules(book) as unknown as RuleProperties[], { allowUndefinedFacts });
  const { events } = await engine.run(facts);
  const refusing = events
    .filter(({ type }) => type === "refuse")
    .flatMap(({ params }) => (params as { rules: string[] }).rules);
  const verdict = refusing.length > 0 ? "refuse" : events.length > 0 ? "incomplete" : "admit";
  return { verdict, refusing: refusing.sort() };
}

/** Complete requests for a plan: every fact told with one of its values, every document there or not. */
function completeRequest(plan: Plan): fc.Arbitrary<{ request: Request; facts: Record<string, unknown> }> {
  const told = plan.facts.filter(({ id }) => id !== "channel");
  return fc
    .record({
      channel: fc.constantFrom(...CHANNELS),
      values: fc.tuple(...told.map(({ classes }) => fc.constantFrom(...classes.flat()))),
      there: fc.tuple(...plan.documents.map(() => fc.boolean())),
    })
    .map(({ channel, values, there }) => {
      const facts: Record<string, FactValue> = {};
      const findings: { fact: string; holds: boolean; by: string; at: string }[] = [];
      for (const [index, { id, finding }] of told.entries())
        if (finding)
          findings.push({ fact: id, holds: values[index] === true, by: "n", at: "2025-03-17T10:00" });
        else facts[id] = values[index]!;
      const documents = plan.documents
        .filter((_, index) => there[index])
        .map(({ id }) => ({ type: id, validUntil: "2030-01-01" }));
      const request: Request = {
        service: plan.book.id,
        channel,
        submitted: "2025-03-17T10:00Z",
        facts,
        findings,
        documents,
      };
      const given = Object.fromEntries(
        plan.documents.map(({ id }, index) => [`document.${id}`, there[index]]),
      );
      const found = Object.fromEntries(findings.map(({ fact, holds }) => [fact, holds]));
      return { request, facts: { ...facts, ...found, ...given, channel } };
    });
}

const standing = { rulebook: { id: "x", standing: "in-force", unread: "unknown" } } as const;

/** What of our verdict the plain engine can say as well. */
function ours(plan: Plan, request: Request): { verdict: string; refusing: string[] } {
  const { verdict, reasons } = check(plan, request, standing);
  const against = reasons.filter(
    ({ kind, outcome, code }) => outcome === "fail" && kind !== "document" && code !== "ground-holds",
  );
  const grounds = reasons.filter(({ code, facts }) => code === "ground-holds" && facts.length > 0);
  return { verdict, refusing: [...against, ...grounds].map(({ rule }) => rule).sort() };
}

const same = (plan: Plan, runs: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(completeRequest(plan), async ({ request, facts }) => {
      expect(ours(plan, request)).toEqual(await plainly(plan.book, facts));
    }),
    { numRuns: runs },
  );

describe("complete requests come out as with plain json-rules-engine", () => {
  it.each(
    openLibrary().volumes.map((volume) => [volume.file.split("/rules/")[1] ?? volume.file, volume] as const),
  )("%s", async (_, volume) => {
    await same(volume.plan(), 100);
  });

  it("whatever the rules", async () => {
    await fc.assert(
      fc.asyncProperty(madeBook, async (book) => {
        await same(compile(book, VOCABULARY), 5);
      }),
      { numRuns: 100 },
    );
  });
});

describe("where a fact is missing", () => {
  const book: Rulebook = {
    id: "made",
    rules: [
      {
        id: "made/1",
        kind: "eligibility",
        cite: "§ 1",
        when: { fact: "who", operator: "notIn", value: ["x", "y"] },
      },
    ],
  };
  const request: Request = {
    service: "made",
    channel: "provider",
    submitted: "2025-03-17T10:00Z",
    documents: [],
  };

  it("ours says unknown, and which fact would decide", () => {
    const verdict = check(compile(book, VOCABULARY), request, standing);
    expect(verdict.verdict).toBe("undetermined");
    expect(verdict.undetermined).toEqual(["who"]);
  });

  it("the plain engine stops, or, allowed to go on, lets notIn succeed and admits", async () => {
    await expect(plainly(book, { channel: "provider" })).rejects.toThrow("Undefined fact: who");
    expect((await plainly(book, { channel: "provider" }, true)).verdict).toBe("admit");
  });
});
