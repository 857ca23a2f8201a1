import { describe, expect, test } from "vitest";
import type { Timetable } from "../../src/calendar/timetable.ts";
import { elapsed } from "../../src/calendar/elapsed.ts";
import { at, dueAt, pause, tableOf, term } from "./counting.ts";

const office = (): Timetable => tableOf();
const portal = { channel: "portal" } as const;

describe("suspended minutes and hours do not run", () => {
  test("in open time", () => {
    const pauses = [pause("2025-03-17T12:50", "2025-03-17T14:40")];
    expect(dueAt("2025-03-17T12:45", term("30 minute"), office(), pauses)).toBe("2025-03-17T15:05");
  });
  test("by the wall clock", () => {
    const pauses = [pause("2025-03-17T23:45", "2025-03-18T00:45")];
    expect(dueAt("2025-03-17T23:40", term("30 minute", portal), office(), pauses)).toBe("2025-03-18T01:10");
  });
  test("several times, in any order, overlapping, and only from the start on", () => {
    const pauses = [
      pause("2025-03-17T11:00", "2025-03-17T11:30"),
      pause("2025-03-17T10:10", "2025-03-17T10:20"),
      pause("2025-03-17T10:15", "2025-03-17T10:40"),
      pause("2025-03-17T08:00", "2025-03-17T10:05"),
      pause("2025-03-16T08:00", "2025-03-16T10:05"),
    ];
    // From 10:00: five minutes, thirty and thirty more stand still.
    expect(dueAt("2025-03-17T10:00", term("60 minute"), office(), pauses)).toBe("2025-03-17T12:05");
    expect(dueAt("2025-03-17T10:00", term("60 minute", portal), office(), pauses)).toBe("2025-03-17T12:05");
  });
  test("from the due time on, or of no length, changes nothing", () => {
    for (const more of [{}, portal]) {
      const late = [pause("2025-03-17T10:30", "2025-03-17T15:00")];
      expect(dueAt("2025-03-17T10:00", term("30 minute", more), office(), late)).toBe("2025-03-17T10:30");
      const empty = [
        pause("2025-03-17T10:10", "2025-03-17T10:10"),
        pause("2025-03-17T10:20", "2025-03-17T10:15"),
      ];
      expect(dueAt("2025-03-17T10:00", term("30 minute", more), office(), empty)).toBe("2025-03-17T10:30");
      const earlier = [pause("2025-03-17T09:00", "2025-03-17T10:00")];
      expect(dueAt("2025-03-17T10:00", term("30 minute", more), office(), earlier)).toBe("2025-03-17T10:30");
    }
  });
});

describe("a day with any suspended time is not counted", () => {
  test("in working days", () => {
    // From Monday 17 March: 18 and 19 stand still; 20, 26 and 27 count.
    const pauses = [pause("2025-03-18T11:00", "2025-03-19T12:00")];
    expect(dueAt("2025-03-17T10:00", term("3 working-day"), office(), pauses)).toBe("2025-03-27T18:30");
    expect(dueAt("2025-03-17T10:00", term("1 working-day"), office(), pauses)).toBe("2025-03-20T18:30");
  });
  test("in calendar days, and the last day moves on from a day off", () => {
    const pauses = [pause("2025-03-18T10:00", "2025-03-18T10:05")];
    expect(dueAt("2025-03-17T10:00", term("2 calendar-day"), office(), pauses)).toBe("2025-03-20T18:30");
    expect(dueAt("2025-03-17T10:00", term("3 calendar-day"), office(), pauses)).toBe("2025-03-26T18:30");
  });
  test("in months and weeks", () => {
    const pauses = [pause("2025-04-10T10:00", "2025-04-10T12:00")];
    expect(dueAt("2025-04-02T10:00", term("1 month"), office(), pauses)).toBe("2025-05-05T18:30");
    expect(dueAt("2025-04-02T10:00", term("2 week"), office(), pauses)).toBe("2025-04-17T18:30");
  });
  test("and no term ends on one", () => {
    // Three calendar days from Thursday 6 March end on Sunday, move to Tuesday 11, which stands still.
    const pauses = [pause("2025-03-11T10:00", "2025-03-11T12:00")];
    expect(dueAt("2025-03-06T10:00", term("3 calendar-day"), office(), pauses)).toBe("2025-03-12T18:30");
  });
  test("that begins while the term was made longer by another", () => {
    const pauses = [
      pause("2025-02-11T10:00", "2025-02-11T11:00"),
      pause("2025-02-13T10:00", "2025-02-14T11:00"),
    ];
    // 12, 17 and 18 February count.
    expect(dueAt("2025-02-10T10:00", term("3 working-day"), office(), pauses)).toBe("2025-02-18T18:30");
    // 12, 15 and 16 February count; the 16th is a Sunday.
    expect(dueAt("2025-02-10T10:00", term("3 calendar-day"), office(), pauses)).toBe("2025-02-17T18:30");
  });
  test("ending at midnight does not touch the day after", () => {
    const pauses = [pause("2025-02-11T10:00", "2025-02-12T00:00")];
    expect(dueAt("2025-02-10T10:00", term("1 working-day"), office(), pauses)).toBe("2025-02-12T18:30");
  });
  test("before the term and on the day of its start changes nothing", () => {
    const pauses = [pause("2025-02-05T10:00", "2025-02-10T12:00")];
    expect(dueAt("2025-02-10T10:00", term("1 working-day"), office(), pauses)).toBe("2025-02-11T18:30");
    const counts = { countsStartDay: true };
    expect(dueAt("2025-02-10T10:00", term("1 working-day", counts), office(), pauses)).toBe(
      "2025-02-11T18:30",
    );
  });
  test("once, though suspended twice", () => {
    const pauses = [
      pause("2025-02-11T10:00", "2025-02-11T11:00"),
      pause("2025-02-11T12:00", "2025-02-12T09:00"),
    ];
    expect(dueAt("2025-02-10T10:00", term("1 working-day"), office(), pauses)).toBe("2025-02-13T18:30");
  });
});

describe("the same day", () => {
  const same = term("0 same-day");
  test("begins anew at resumption", () => {
    const pauses = [pause("2025-02-10T11:00", "2025-02-12T12:00")];
    expect(dueAt("2025-02-10T10:00", same, office(), pauses)).toBe("2025-02-12T18:30");
    expect(dueAt("2025-02-10T10:00", same, office(), [pause("2025-02-10T11:00", "2025-02-10T12:00")])).toBe(
      "2025-02-10T18:30",
    );
  });
  test("is not touched by a later or an earlier suspension", () => {
    const pauses = [
      pause("2025-02-11T11:00", "2025-02-12T12:00"),
      pause("2025-02-07T11:00", "2025-02-10T09:00"),
    ];
    expect(dueAt("2025-02-10T10:00", same, office(), pauses)).toBe("2025-02-10T18:30");
  });
});

describe("elapsed leaves suspended time out", () => {
  test.each([
    [
      "30 minute",
      {},
      pause("2025-03-17T11:20", "2025-03-17T12:00"),
      "2025-03-17T10:00",
      "2025-03-17T11:10",
      70,
    ],
    [
      "30 minute",
      {},
      pause("2025-03-17T09:10", "2025-03-17T09:50"),
      "2025-03-17T10:00",
      "2025-03-17T11:10",
      70,
    ],
    [
      "30 minute",
      {},
      pause("2025-03-17T10:05", "2025-03-17T11:00"),
      "2025-03-17T10:00",
      "2025-03-17T11:10",
      15,
    ],
    [
      "30 minute",
      portal,
      pause("2025-03-17T10:05", "2025-03-17T11:00"),
      "2025-03-17T10:00",
      "2025-03-17T11:10",
      15,
    ],
    [
      "30 minute",
      {},
      pause("2025-03-17T10:05", "2025-03-17T12:00"),
      "2025-03-17T10:00",
      "2025-03-17T11:10",
      5,
    ],
    [
      "30 minute",
      {},
      pause("2025-03-17T09:05", "2025-03-17T10:10"),
      "2025-03-17T10:00",
      "2025-03-17T11:10",
      60,
    ],
    [
      "3 working-day",
      {},
      pause("2025-03-18T11:00", "2025-03-19T12:00"),
      "2025-03-17T10:00",
      "2025-03-27T10:00",
      3,
    ],
    [
      "3 calendar-day",
      {},
      pause("2025-03-18T11:00", "2025-03-19T12:00"),
      "2025-03-17T10:00",
      "2025-03-21T10:00",
      2,
    ],
  ] as const)("%s %o", (text, more, stands, start, done, expected) => {
    expect(elapsed(at(start), at(done), term(text, more), office(), [stands])).toBe(expected);
  });
});
