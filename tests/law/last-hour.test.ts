import { describe, expect, it } from "vitest";
import type { Request } from "../../src/check/request.ts";
import type { DeadlineRule } from "../../src/model/rule.ts";
import { Names } from "../../src/report/names.ts";
import { checkText } from "../../src/report/check/text.ts";
import { readVocabulary } from "../../src/files/read-vocabulary.ts";
import { book, HOURS, judged, started, term } from "./made-books.ts";

type Channel = NonNullable<Request["channel"]>;

// Friday 16 January 2026 at a desk: 19, 20, 21, 22 and 23 January, until 18:30 or until 24:00.
const SUBMITTED = { submitted: "2026-01-16T10:00" };
const CLOSING = "2026-01-23T18:30:00+05:00";
const MIDNIGHT = "2026-01-24T00:00:00+05:00";
const at = (channel: Channel, rule: Partial<DeadlineRule> = {}, rules = [HOURS]) =>
  started(rule, { ...SUBMITTED, channel }, rules);

describe("the hour of the last day, which no clause decides (Civil Code, art. 176(1))", () => {
  it.each(["provider", "corporation", "phone"] as const)("is told both ways of a term at: %s", (channel) => {
    const { due, otherwise } = at(channel, {}, [
      { ...HOURS, who: channel === "corporation" ? channel : "provider" },
    ]);
    expect([due, otherwise]).toEqual([CLOSING, { why: "last-hour", due: MIDNIGHT }]);
  });

  it("also of a term on the same day, and of one that runs from registration", () => {
    const sameDay = at("provider", { amount: 0, unit: "same-day" });
    expect(sameDay.otherwise).toEqual({ why: "last-hour", due: "2026-01-17T00:00:00+05:00" });
    const request = { ...SUBMITTED, registered: "2026-01-16T12:00", channel: "provider" } as const;
    const registered = started({ fromRegistration: true }, request);
    expect([registered.startedBy, registered.otherwise?.due]).toEqual(["registered", MIDNIGHT]);
  });

  it.each(["portal", "post"] as const)("is 24:00 alone where nobody serves people: %s", (channel) => {
    expect(at(channel).otherwise).toBeUndefined();
    expect(at(channel).due).toBe(MIDNIGHT);
  });

  it("is what the rule's own words say, or what is done at the desk takes", () => {
    expect(at("provider", { lastHour: "closing" }).otherwise).toBeUndefined();
    expect(at("provider", { lastHour: "midnight" })).not.toHaveProperty("otherwise");
    expect(at("provider", { toEvent: "documents-provided" }).otherwise).toBeUndefined();
  });

  it("is none of terms in minutes and hours, nor of days whose hours nobody knows", () => {
    expect(at("provider", { amount: 20, unit: "minute" }).otherwise).toBeUndefined();
    expect(at("provider", {}, []).otherwise?.why).toBe("hours-unknown");
  });

  it("is closing without the law, as it was", () => {
    const { deadlines } = judged(book([HOURS, term()]), { ...SUBMITTED, channel: "provider" }, "left-out");
    expect(deadlines.map(({ due, otherwise }) => [due, otherwise])).toEqual([[CLOSING, undefined]]);
  });

  it.each([
    ["kk", "қайсысы екенін ешбір норма шешпейді"],
    ["ru", "что из двух, ни одна норма не решает"],
    ["en", "no clause decides which"],
  ] as const)("is said in words: %s", (language, words) => {
    const verdict = judged(book([HOURS, term()]), { ...SUBMITTED, channel: "provider" });
    const names = new Names(readVocabulary(), language);
    const plain = (text: string): string => text;
    const paint = { strong: plain, faint: plain, good: plain, bad: plain, doubtful: plain };
    expect(checkText(verdict, "made", names, { paint, verbose: false })).toContain(words);
  });
});
