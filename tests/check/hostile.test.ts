import { expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.ts";
import { judgeHostile } from "../fuzz/hostile-requests.ts";

// 100,000 of them: `npx tsx tests/fuzz/check/run.ts`.
it("random and hostile requests come to a verdict or a problem, and to none that telling what is open would change", () => {
  const { verdicts, refused, troubled, admittedWithSomethingOpen } = judgeHostile(openLibrary(), 4000, 7);
  const judged = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  expect(judged + refused + troubled).toBe(4000);
  expect(Object.keys(verdicts).sort()).toEqual(["admit", "incomplete", "refuse", "undetermined"]);
  expect(refused).toBeGreaterThan(100);
  expect(admittedWithSomethingOpen).toBeGreaterThan(15);
});
