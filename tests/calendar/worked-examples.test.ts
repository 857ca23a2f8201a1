import { describe, expect, test } from "vitest";
import { due } from "../../src/calendar/due.ts";
import type { Term } from "../../src/calendar/term.ts";
import { tableOf } from "./counting.ts";

/** DESIGN.md, section 4: start, term, due, whether the rollover covers the channel. */
const EXAMPLES: readonly (readonly [string, Term, string, boolean])[] = [
  [
    "2025-03-17T10:00+05:00",
    { amount: 1, unit: "working-day", channel: "provider" },
    "2025-03-18T18:30+05:00",
    true,
  ],
  [
    "2025-03-19T19:10+05:00",
    { amount: 1, unit: "working-day", channel: "provider" },
    "2025-03-26T18:30+05:00",
    true,
  ],
  [
    "2025-03-17T12:45+05:00",
    { amount: 30, unit: "minute", channel: "provider" },
    "2025-03-17T14:45+05:00",
    true,
  ],
  [
    "2025-03-17T23:40+05:00",
    { amount: 30, unit: "minute", channel: "portal" },
    "2025-03-18T00:10+05:00",
    false,
  ],
  [
    "2025-03-06T10:00+05:00",
    { amount: 3, unit: "calendar-day", channel: "provider" },
    "2025-03-11T18:30+05:00",
    true,
  ],
  [
    "2018-02-26T10:00+06:00",
    { amount: 5, unit: "working-day", channel: "provider" },
    "2018-03-03T18:30+06:00",
    true,
  ],
];

describe("the worked examples of DESIGN.md", () => {
  test.each(EXAMPLES)("%s %o is due %s", (start, term, expected, rollover) => {
    const told = due(Date.parse(start), term, tableOf({ rollover }));
    expect(told.is === "due" ? new Date(told.due).toISOString() : told).toBe(
      new Date(expected).toISOString(),
    );
  });

  test("an event after closing before Nauryz 2025 starts its term the next morning", () => {
    const told = due(
      Date.parse("2025-03-19T19:10+05:00"),
      { amount: 1, unit: "working-day" },
      tableOf({ rollover: true }),
    );
    expect(told.is === "due" && told.start).toBe(Date.parse("2025-03-20T09:00+05:00"));
  });
});
