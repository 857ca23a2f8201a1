import { workOf, type Work } from "../work.ts";
import { describe, expect, it } from "vitest";
import type { Example } from "../../src/lint/lint.ts";
import { lint } from "../../src/lint/lint.ts";
import { grammar } from "../../src/language/kk/grammar.ts";
import { LINTS } from "../../src/lint/lints.ts";
import { lookAlikes } from "../../src/lint/look-alikes.ts";
import { FAMILIES, hostileDraft } from "./hostile-drafts.ts";

const SMALL = 64;
/** A draft so many times as large … */
const TIMES = 8;
/** … may take so many times the work: half as much again for searches in sorted lists. Its square would be 64. */
const MOST = 12;

function workOn(example: Example): Work {
  const draft = hostileDraft(example);
  return workOf(
    "/src/",
    Object.fromEntries(LINTS.map((one) => [one.code, () => lint(draft, [one], grammar)])),
  );
}

/** What grew by more than it may; what is next to nothing may come to as much as the draft is large. */
const grown = (few: Work, many: Work): string[] =>
  [...many]
    .map(([what, count]) => ({ what, count, before: few.get(what) ?? 0 }))
    .filter(({ count, before }) => count > MOST * Math.max(before, TIMES * SMALL))
    .map(({ what, count, before }) => `${what}: ${before} → ${count}`);

describe("every lint works no more than in proportion to its text, whatever it repeats", () => {
  // What is made once for all drafts is made before anything is counted.
  lint(hostileDraft({}), LINTS, grammar);

  it.each(Object.entries(FAMILIES))("%s", (_, make) => {
    expect(grown(workOn(make(SMALL)), workOn(make(TIMES * SMALL)))).toEqual([]);
  });

  it("is what this test would see", () => {
    const pairs = (all: readonly number[]): number =>
      all.filter((one) => all.includes(-one) || /^-/u.test(String(one))).length;
    const work = (count: number): Work =>
      workOf("/tests/lint/", { pairs: () => pairs(Array.from({ length: count }, (_, index) => index + 1)) });
    expect(grown(work(SMALL), work(TIMES * SMALL))).toEqual([expect.stringContaining("looks of pairs")]);
  });
});

it("a long word of many letters of another script is walked through once", () => {
  const work = (length: number): Work => {
    const edits = Array.from({ length }, (_, start) => ({
      kind: "replace-look-alikes",
      at: { start, end: start + 1 },
      by: "",
    }));
    return workOf("/src/", { once: () => lookAlikes({ content: "i".repeat(length), edits }) });
  };
  expect(grown(work(SMALL), work(TIMES * SMALL))).toEqual([]);
});
