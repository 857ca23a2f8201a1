import { describe, expect, it } from "vitest";
import { lint } from "../../src/lint/lint.ts";
import { grammar as kazakh } from "../../src/language/kk/grammar.ts";
import { grammar as russian } from "../../src/language/ru/grammar.ts";
import type { Example } from "../../src/lint/lint.ts";
import { LINTS } from "../../src/lint/lints.ts";
import { exampleDraft } from "./example-draft.ts";

const grammarOf = (example: Example): typeof kazakh => (example.in === "ru" ? russian : kazakh);

describe.each(LINTS)("$code", (one) => {
  it("finds each example that it must find", () => {
    const counts = one.examples.must.map(
      (example) => lint(exampleDraft(example), [one], grammarOf(example)).length,
    );
    expect(counts.filter((count) => count === 0)).toEqual([]);
  });

  it("is silent on each example that it must not find", () => {
    const found = one.examples.mustNot.flatMap((example) =>
      lint(exampleDraft(example), [one], grammarOf(example)),
    );
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
