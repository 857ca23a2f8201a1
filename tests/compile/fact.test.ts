import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import { compile } from "../../src/compile/compile.ts";
import type { Condition, FactValue } from "../../src/model/condition.ts";
import type { Vocabulary } from "../../src/model/vocabulary.ts";

const words = { kk: "…", ru: "…", en: "…" };
const vocabulary: Vocabulary = {
  facts: [
    { id: "word", type: "string", labels: words },
    { id: "age", type: "integer", minimum: 18, labels: words },
    { id: "sum", type: "number", minimum: 18, maximum: 40, labels: words },
  ],
  documents: [],
};

/** The verdict on a request with one fact, by a book with one ground for refusal. */
function verdictOn(when: Condition, fact: string, value: FactValue): string {
  const plan = compile(
    { id: "x", rules: [{ id: "x/1", kind: "refusal", stage: "service", cite: "§ 1", when }] },
    vocabulary,
  );
  const request = {
    service: "x",
    channel: "post",
    submitted: "2025-03-17T10:00Z",
    facts: { [fact]: value },
  } as const;
  return check(plan, request, { rulebook: { id: "x", standing: "in-force", unread: "unknown" } }).verdict;
}

describe("the verdict and the reason agree on every value of a fact", () => {
  const mixed = (value: FactValue): Condition => ({
    any: [
      { fact: "unheard", operator: "equal", value },
      { fact: "unheard", operator: "greaterThan", value: 2 },
    ],
  });

  it.each<[string, Condition, FactValue, string]>([
    ["word", { fact: "word", operator: "lessThan", value: "m" }, "a", "refuse"],
    ["word", { fact: "word", operator: "lessThan", value: "m" }, "z", "admit"],
    ["word", { fact: "word", operator: "greaterThan", value: "m" }, "ma", "refuse"],
    ["word", { fact: "word", operator: "greaterThan", value: "m" }, "m", "admit"],
    ["unheard", { fact: "unheard", operator: "lessThan", value: "m" }, "a", "refuse"],
    ["unheard", mixed("x"), 3, "refuse"],
    ["unheard", mixed("x"), 2, "admit"],
    ["unheard", mixed("x"), "x", "refuse"],
    // Bounds of the vocabulary that leave no value near to the rule's number.
    ["age", { fact: "age", operator: "lessThan", value: 5 }, 20, "admit"],
    ["age", { fact: "age", operator: "greaterThan", value: 5 }, 20, "refuse"],
    [
      "sum",
      {
        any: [
          { fact: "sum", operator: "lessThan", value: 5 },
          { fact: "sum", operator: "equal", value: 30 },
        ],
      },
      29.5,
      "admit",
    ],
  ])("%s: %j of %j gives %s", (fact, when, value, expected) => {
    expect(verdictOn(when, fact, value)).toBe(expected);
  });
});
