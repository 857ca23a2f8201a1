import fc from "fast-check";
import type { Condition, FactValue } from "../../src/model/condition.ts";
import type { DocumentRule, EligibilityRule, RefusalRule } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import type { Vocabulary } from "../../src/model/vocabulary.ts";

const labels = { kk: "…", ru: "…", en: "…" };

/** A small vocabulary with facts of every kind that can be unknown, each with all values that matter. */
export const VOCABULARY: Vocabulary = {
  facts: [
    { id: "a", type: "boolean", labels },
    { id: "b", type: "boolean", labels },
    { id: "who", type: "string", values: ["x", "y", "z"].map((value) => ({ value, labels })), labels },
    { id: "age", type: "integer", minimum: 0, maximum: 20, labels },
    { id: "found", type: "boolean", finding: true, labels },
  ],
  documents: [
    { id: "paper", labels },
    { id: "card", labels, expires: true },
    { id: "photo", labels },
  ],
};

/** All values of each fact. */
export const DOMAINS: Readonly<Record<string, readonly FactValue[]>> = {
  a: [true, false],
  b: [true, false],
  who: ["x", "y", "z"],
  age: Array.from({ length: 21 }, (_, age) => age),
};

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom("a", "b", "found"),
    operator: fc.constantFrom("equal", "notEqual"),
    value: fc.boolean(),
  }),
  fc.record({
    fact: fc.constant("who"),
    operator: fc.constantFrom("in", "notIn"),
    value: fc.subarray(["x", "y", "z"]),
  }),
  fc.record({
    fact: fc.constant("who"),
    operator: fc.constantFrom("equal", "notEqual"),
    value: fc.constantFrom("x", "y"),
  }),
  fc.record({
    fact: fc.constant("age"),
    operator: fc.constantFrom("lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"),
    value: fc.integer({ min: -1, max: 21 }),
  }),
);

const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie("node") }),
  ),
})).node;

const eligibility: fc.Arbitrary<Omit<EligibilityRule, "id">> = condition.map((when) => ({
  kind: "eligibility",
  cite: "§",
  when,
}));
const refusal: fc.Arbitrary<Omit<RefusalRule, "id">> = condition.map((when) => ({
  kind: "refusal",
  stage: "service",
  cite: "§",
  when,
}));
const document: fc.Arbitrary<Omit<DocumentRule, "id">> = fc
  .record({
    document: fc.constantFrom("paper", "card", "photo"),
    when: fc.option(condition, { nil: undefined, freq: 1 }),
    alternativeGroup: fc.option(fc.constantFrom("g", "h"), { nil: undefined }),
  })
  .map(({ document, when, alternativeGroup }) => ({
    kind: "document",
    cite: "§",
    document,
    ...(when === undefined ? {} : { when }),
    ...(alternativeGroup === undefined ? {} : { alternativeGroup }),
  }));

/** Rulebooks of a few rules with conditions over the vocabulary. */
export const madeBook: fc.Arbitrary<Rulebook> = fc
  .tuple(
    fc.array(eligibility, { maxLength: 2 }),
    fc.array(refusal, { maxLength: 2 }),
    fc.array(document, { maxLength: 4 }),
  )
  .map((parts) => ({
    id: "made",
    rules: parts.flat().map((rule, index) => ({ ...rule, id: `made/${index}` })),
  }));

/** Every way to give each of these keys one of its values. */
export function everyWay(
  domains: Readonly<Record<string, readonly FactValue[]>>,
): Record<string, FactValue>[] {
  let ways: Record<string, FactValue>[] = [{}];
  for (const [key, values] of Object.entries(domains))
    ways = ways.flatMap((way) => values.map((value) => ({ ...way, [key]: value })));
  return ways;
}

/** Facts of a request to a made book; any of them may be untold. */
export const someFacts = fc.record(
  {
    a: fc.boolean(),
    b: fc.boolean(),
    who: fc.constantFrom("x", "y", "z"),
    age: fc.integer({ min: 0, max: 20 }),
  },
  { requiredKeys: [] },
);
