import { expect, test } from "vitest";
import { disagreements } from "./random-terms.ts";

/** Mutation runs make do with fewer (`stryker.vitest.config.ts`). */
const TERMS = Number(process.env["TARMAQ_RANDOM_TERMS"] ?? "1000000");

test("the fast counting and the naive one agree on a million random terms", { timeout: 600_000 }, () => {
  const { compared, told, differ } = disagreements(TERMS, 20_260_224);
  expect(differ).toEqual([]);
  expect(compared).toBe(TERMS);
  // The rest ends after 2027.
  expect(told).toBeGreaterThan(TERMS * 0.98);
});
