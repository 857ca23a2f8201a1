import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Request } from "../../src/check/request.ts";
import { compile } from "../../src/compile/compile.ts";
import type { Condition, FactValue } from "../../src/model/condition.ts";
import type { Channel } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import type { Vocabulary } from "../../src/model/vocabulary.ts";
import { madeBook, VOCABULARY } from "../check/made-books.ts";
import { comparisonsIn, judgingConditions } from "../check/meaning.ts";
import { seeded } from "../fuzz/mutate.ts";
import { factFieldsIn, Filler, strictAjv } from "./form-instances.ts";
import {
  expectRead,
  expectToMatter,
  formOf,
  lackingWithout,
  neededBy,
  rendering,
  sorted,
} from "./form-properties.ts";

describe("the form of any book", () => {
  const domains = { a: [true, false], b: [true, false], who: ["x", "y", "z"], found: [true, false] };

  it("is passed by whoever answers all that is asked, and asks for no fact that could not matter", () => {
    fc.assert(
      fc.property(madeBook, fc.nat(), (book, seed) => {
        const plan = compile(book, VOCABULARY);
        const form = formOf(plan, VOCABULARY);
        const passes = strictAjv().compile(form);
        const random = seeded(seed);
        const conditions = judgingConditions(book, "provider");
        const filler = new Filler(form, rendering, random);
        for (let count = 0; count < 5; count += 1) {
          const request = filler.fill(count % 2 === 1) as unknown as Request;
          expect(passes(request) ? [] : passes.errors).toEqual([]);
          expectRead(plan, VOCABULARY, request, random);
          // What the form never asks for, since another fact tells as much, nobody tells.
          const asked = factFieldsIn(form);
          const all = { ...domains, age: [...Array(21).keys()] };
          const tellable = Object.entries(all).map(([id, values]): [string, FactValue[]] => [
            id,
            id === "found" || asked.has(id) ? values : [null],
          ]);
          expectToMatter(form, conditions, Object.fromEntries(tellable), request, false);
          const needed = neededBy(form, request);
          if (needed !== undefined) expect(sorted(needed)).toEqual(lackingWithout(plan, request));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("comes to an end where each of two facts makes the other needless", () => {
    const either = (facts: readonly Condition[]): Rulebook => ({
      id: "either",
      rules: [{ id: "either/1", kind: "eligibility", cite: "§", when: { any: facts } }],
    });
    const a: Condition[] = [false, true].map((value) => ({ fact: "a", operator: "equal", value }));
    const who: Condition = { fact: "who", operator: "notIn", value: [] };
    for (const order of [
      [...a, who],
      [who, ...a],
    ])
      expect(factFieldsIn(formOf(compile(either(order), VOCABULARY), VOCABULARY)).size).toBe(1);
  });

  const words = { kk: "…", ru: "…", en: "…" };
  const vocabulary: Vocabulary = {
    facts: [
      { id: "day", type: "date", labels: words },
      { id: "sum", type: "number", labels: words },
      { id: "age", type: "integer", minimum: 0, maximum: 150, labels: words },
      { id: "word", type: "string", labels: words },
      { id: "list", type: "list", labels: words },
      {
        id: "who",
        type: "string",
        values: [
          { value: "x", labels: words },
          { value: "y", labels: words },
        ],
        labels: words,
      },
      { id: "then", type: "boolean", labels: words },
    ],
    documents: [],
  };

  /** A book whose only rule asks for `then` where a condition holds. */
  const gated = (when: Condition): Rulebook => ({
    id: "gated",
    rules: [
      {
        id: "gated/1",
        kind: "refusal",
        stage: "service",
        cite: "§ 1",
        when: { all: [when, { fact: "then", operator: "equal", value: true }] },
      },
    ],
  });

  // What holds and what does not is written down here from the meaning of the operators.
  it.each<[Condition, FactValue[], FactValue[]]>([
    [
      { fact: "day", operator: "lessThan", value: "2024-03-10" },
      ["2024-03-09", "1999-12-31"],
      ["2024-03-10", "2031-01-01"],
    ],
    [
      { fact: "day", operator: "greaterThan", value: "2019-12-31" },
      ["2020-01-01"],
      ["2019-12-31", "2010-06-06"],
    ],
    [{ fact: "day", operator: "equal", value: "2024-02-29" }, ["2024-02-29"], ["2024-02-28", "2024-03-01"]],
    [{ fact: "sum", operator: "greaterThanInclusive", value: 0.5 }, [0.5, 7], [0.49, -1]],
    [{ fact: "sum", operator: "notEqual", value: 3 }, [2.99, 3.01], [3]],
    [{ fact: "age", operator: "lessThan", value: 15.5 }, [0, 15], [16, 150]],
    [
      {
        all: [
          { fact: "age", operator: "greaterThan", value: 5 },
          { fact: "age", operator: "lessThanInclusive", value: 7 },
        ],
      },
      [6, 7],
      [5, 8],
    ],
    [{ fact: "word", operator: "in", value: ["red", "blue"] }, ["red", "blue"], ["green", ""]],
    [{ fact: "word", operator: "notEqual", value: "red" }, ["blue", ""], ["red"]],
    [{ fact: "list", operator: "contains", value: "red" }, [["red"], ["blue", "red"]], [[], ["blue"]]],
    [{ fact: "list", operator: "doesNotContain", value: "red" }, [[], ["blue"]], [["red"]]],
    [{ fact: "who", operator: "notIn", value: ["x"] }, ["y"], ["x"]],
    [{ fact: "unheard", operator: "equal", value: "x" }, ["x"], ["y"]],
    [{ fact: "unheard", operator: "greaterThan", value: 2 }, [3], [2]],
    [
      {
        any: [
          { fact: "unheard", operator: "equal", value: "x" },
          { fact: "unheard", operator: "equal", value: 4 },
        ],
      },
      ["x", 4],
      ["y", 5],
    ],
  ])(
    "asks for the next fact only where a value of the first makes it matter: %j",
    (when, holding, others) => {
      const plan = compile(gated(when), vocabulary);
      const form = formOf(plan, vocabulary);
      const passes = strictAjv().compile(form);
      const id = comparisonsIn(when)[0]?.fact ?? "";
      const request = (facts: Record<string, FactValue>): Record<string, unknown> => ({
        service: "gated",
        channel: "provider",
        submitted: "2025-03-17T10:00:00Z",
        facts,
        documents: [],
      });
      for (const value of holding) {
        expect([value, passes(request({ [id]: value }))]).toEqual([value, false]);
        expect([value, passes(request({ [id]: value, then: false }))]).toEqual([value, true]);
      }
      for (const value of others) expect([value, passes(request({ [id]: value }))]).toEqual([value, true]);
      expect(passes(request({}))).toBe(false);
      expect(factFieldsIn(form).has("then")).toBe(true);
    },
  );

  it("asks always for what hangs on words in the order of the alphabet, which no schema can tell", () => {
    const plan = compile(gated({ fact: "word", operator: "lessThan", value: "m" }), vocabulary);
    const form = formOf(plan, vocabulary);
    const passes = strictAjv().compile(form);
    const request = {
      service: "gated",
      channel: "provider" satisfies Channel,
      submitted: "2025-03-17T10:00:00Z",
      documents: [],
    };
    expect(passes({ ...request, facts: { word: "a", then: true } })).toBe(true);
    expect(passes({ ...request, facts: { word: "z" } })).toBe(false);
  });
});
