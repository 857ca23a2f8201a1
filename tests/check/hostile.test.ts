import { expect, it } from "vitest";
import { openLibrary } from "../../src/cli/open-library.ts";
import { judgeHostile } from "../fuzz/hostile-requests.ts";

// 100,000 of them: `npx tsx tests/fuzz/check/run.ts`.
it("random and hostile requests come to a verdict or a problem, and are never admitted on a missing fact", () => {
  const { verdicts, refused, troubled } = judgeHostile(openLibrary(), 3000, 7);
  const judged = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  expect(judged + refused + troubled).toBe(3000);
  expect(Object.keys(verdicts).sort()).toEqual(["admit", "incomplete", "refuse", "undetermined"]);
  expect(refused).toBeGreaterThan(100);
});
