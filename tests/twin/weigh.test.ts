import { describe, expect, it } from "vitest";
import type { Rule } from "../../src/model/rule.ts";
import { saidOtherwise, substanceOf } from "../../src/twin/substance.ts";
import { readingOf, weighed } from "../../src/twin/weigh.ts";

const CITE = { id: "r", cite: "1" } as const;
const term = { ...CITE, kind: "deadline", subject: "service", amount: 5, unit: "working-day" } as const;
const reading = (one: Rule, other: Rule): string =>
  readingOf(saidOtherwise(substanceOf(one), substanceOf(other)));

describe("what two languages have to say alike", () => {
  it.each<[string, Rule, Rule, string]>([
    [
      "words for who and from when are free",
      { ...term, actor: "орган", from: "x" },
      { ...term, actor: "body" },
      "agrees",
    ],
    ["another number of days", term, { ...term, amount: 6 }, "differs"],
    ["another kind of day", term, { ...term, unit: "calendar-day" }, "differs"],
    [
      "a day without a kind is a calendar day",
      { ...term, unit: "day" },
      { ...term, unit: "calendar-day" },
      "agrees",
    ],
    ["the channel of one is not told", term, { ...term, channel: "portal" }, "in-part"],
    [
      "another stage of a refusal",
      { ...CITE, kind: "refusal", stage: "intake" },
      { ...CITE, kind: "refusal", stage: "service" },
      "differs",
    ],
    [
      "another closing time",
      { ...CITE, kind: "hours", who: "provider", open: "09:00", close: "18:30" },
      { ...CITE, kind: "hours", who: "provider", open: "09:00", close: "17:30" },
      "differs",
    ],
    [
      "free and not free",
      { ...CITE, kind: "fee", free: true },
      { ...CITE, kind: "fee", amount: 2, currency: "MCI" },
      "differs",
    ],
  ])("%s", (_, one, other, expected) => {
    expect(reading(one, other)).toBe(expected);
    expect(reading(other, one)).toBe(expected);
  });
});

describe("how sure a rule is once the other text was heard", () => {
  it("never leaves what a confidence is, nor says certain", () => {
    for (const alone of [0, 0.3, 0.6, 0.85, 0.97, 1])
      for (const heard of ["agrees", "in-part", "differs", "silent", "missing"] as const)
        for (const wordsDiffer of [true, false]) {
          const now = weighed(alone, heard, wordsDiffer);
          expect(now).toBeGreaterThanOrEqual(0);
          expect(now).toBeLessThanOrEqual(Math.max(alone, 0.99));
        }
  });

  it("weighs another value more where the words themselves differ", () => {
    expect(weighed(0.97, "differs", true)).toBeLessThan(weighed(0.97, "differs", false));
    expect(weighed(0.97, "differs", false)).toBeLessThan(0.97);
    expect(weighed(0.85, "agrees", false)).toBeGreaterThan(0.85);
  });
});
