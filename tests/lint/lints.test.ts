import { describe, expect, it } from "vitest";
import { lint } from "../../src/lint/lint.ts";
import { grammar } from "../../src/language/kk/grammar.ts";
import { LINTS } from "../../src/lint/lints.ts";
import { exampleDraft } from "./example-draft.ts";

describe.each(LINTS)("$code", (one) => {
  it("finds each example that it must find", () => {
    const counts = one.examples.must.map((example) => lint(exampleDraft(example), [one], grammar).length);
    expect(counts.filter((count) => count === 0)).toEqual([]);
  });

  it("is silent on each example that it must not find", () => {
    const found = one.examples.mustNot.flatMap((example) => lint(exampleDraft(example), [one], grammar));
    expect(found).toEqual([]);
  });

  it("has examples of both", () => {
    expect(one.examples.must.length).toBeGreaterThan(0);
    expect(one.examples.mustNot.length).toBeGreaterThan(0);
  });
});

it("no two lints bear the same code", () => {
  expect(new Set(LINTS.map(({ code }) => code)).size).toBe(LINTS.length);
});
