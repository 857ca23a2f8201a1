import { describe, expect, test } from "vitest";
import { indexOf, type Timetable } from "../../src/calendar/timetable.ts";
import { due } from "../../src/calendar/due.ts";
import { day } from "../../src/calendar/day.ts";
import { at, calendar, dueAt, startAt, tableOf, term } from "./counting.ts";

const office = (): Timetable => tableOf();
const rollover = (): Timetable => tableOf({ rollover: true });
const sixDays = (): Timetable => tableOf({ hours: "Mo-Fr 08:00-20:00; Sa 09:00-14:00" });
const roundTheClock = (): Timetable => tableOf({ hours: "24/7" });

describe("29 February", () => {
  test("a year from it ends on 28 February", () => {
    expect(dueAt("2024-02-29T10:00", term("1 year"), office())).toBe("2025-02-28T18:30");
  });
  test("a month from 31 January ends on it in a leap year", () => {
    expect(dueAt("2024-01-31T10:00", term("1 month"), office())).toBe("2024-02-29T18:30");
    expect(dueAt("2025-01-31T10:00", term("1 month"), office())).toBe("2025-02-28T18:30");
  });
  test("four years from it end on it", () => {
    expect(dueAt("2020-02-29T10:00", term("4 year"), office())).toBe("2024-02-29T18:30");
  });
  test("it is counted as a day", () => {
    expect(dueAt("2024-02-28T10:00", term("1 calendar-day"), office())).toBe("2024-02-29T18:30");
    expect(dueAt("2024-02-28T10:00", term("2 working-day"), office())).toBe("2024-03-01T18:30");
  });
});

describe("around closing", () => {
  test("the last minute before closing still belongs to the day", () => {
    expect(dueAt("2025-03-17T18:29", term("1 working-day"), rollover())).toBe("2025-03-18T18:30");
    expect(dueAt("2025-03-17T18:29", term("30 minute"), rollover())).toBe("2025-03-18T09:29");
    expect(startAt("2025-03-17T18:29:59.999", term("1 working-day"), rollover())).toBe("2025-03-17T18:29");
  });
  test("exactly at closing counts as of the next morning", () => {
    expect(startAt("2025-03-17T18:30", term("1 working-day"), rollover())).toBe("2025-03-18T09:00");
    expect(dueAt("2025-03-17T18:30", term("1 working-day"), rollover())).toBe("2025-03-19T18:30");
  });
  test("without a rollover every channel starts at once, also at night", () => {
    expect(startAt("2025-03-17T23:10", term("1 working-day"), office())).toBe("2025-03-17T23:10");
    expect(dueAt("2025-03-17T18:30", term("1 working-day"), office())).toBe("2025-03-18T18:30");
  });
  test("before opening on a working day counts as of that opening", () => {
    expect(startAt("2025-03-17T07:15", term("1 working-day"), rollover())).toBe("2025-03-17T09:00");
    expect(startAt("2025-03-17T09:00", term("1 working-day"), rollover())).toBe("2025-03-17T09:00");
    expect(startAt("2025-03-17T09:01", term("1 working-day"), rollover())).toBe("2025-03-17T09:01");
  });
  test("a day off counts as of the next working day, before opening too", () => {
    expect(startAt("2025-03-15T07:15", term("1 working-day"), rollover())).toBe("2025-03-17T09:00");
    expect(startAt("2025-03-21T12:00", term("1 working-day"), rollover())).toBe("2025-03-26T09:00");
  });
});

describe("lunch", () => {
  test("does not count", () => {
    expect(dueAt("2025-03-17T12:30", term("31 minute"), office())).toBe("2025-03-17T14:31");
    expect(dueAt("2025-03-17T13:00", term("30 minute"), office())).toBe("2025-03-17T15:00");
    expect(dueAt("2025-03-17T13:45", term("30 minute"), office())).toBe("2025-03-17T15:00");
  });
  test("a term used up exactly at its beginning ends there", () => {
    expect(dueAt("2025-03-17T12:30", term("30 minute"), office())).toBe("2025-03-17T13:00");
  });
  test("a term used up exactly at closing ends there", () => {
    expect(dueAt("2025-03-17T18:00", term("30 minute"), office())).toBe("2025-03-17T18:30");
    expect(dueAt("2025-03-17T09:00", term("8 hour"), office())).toBe("2025-03-17T18:30");
  });
  test("an event in the break is not moved by a rollover", () => {
    expect(startAt("2025-03-17T13:45", term("30 minute"), rollover())).toBe("2025-03-17T13:45");
  });
});

describe("a worked day off", () => {
  test("is a day like others to start on", () => {
    expect(dueAt("2018-03-03T10:00", term("1 working-day"), rollover())).toBe("2018-03-05T18:30");
    expect(startAt("2018-03-03T10:00", term("1 working-day"), rollover())).toBe("2018-03-03T10:00");
    expect(dueAt("2018-03-03T18:15", term("30 minute"), rollover())).toBe("2018-03-05T09:15");
  });
  test("has the hours of the day it replaces", () => {
    const shortFridays = tableOf({ hours: "Mo-Th 09:00-18:30; Fr 09:00-17:00" });
    expect(dueAt("2018-02-26T10:00", term("5 working-day"), shortFridays)).toBe("2018-03-03T17:00");
    // 14 October 2013, a Monday, was off for Saturday the 12th.
    expect(dueAt("2013-10-11T10:00", term("1 working-day"), shortFridays)).toBe("2013-10-12T18:30");
  });
  test("has the cutoff of the day it replaces", () => {
    const table = tableOf({ cutoff: "Mo-Th 18:00; Fr 15:00" });
    expect(startAt("2018-03-03T16:00", term("1 working-day"), table)).toBe("2018-03-05T09:00");
    expect(startAt("2013-10-12T16:00", term("1 working-day"), table)).toBe("2013-10-12T16:00");
  });
  test("is a Saturday of its own on the six-day week", () => {
    expect(dueAt("2018-03-03T13:50", term("20 minute"), sixDays())).toBe("2018-03-05T08:10");
  });
  test("New Year 2025: Sunday 5 January was worked with a Friday's hours", () => {
    const shortFridays = tableOf({ hours: "Mo-Th 09:00-18:30; Fr 09:00-17:00" });
    expect(dueAt("2024-12-31T10:00", term("1 working-day"), shortFridays)).toBe("2025-01-05T17:00");
    expect(dueAt("2024-12-31T10:00", term("2 working-day"), shortFridays)).toBe("2025-01-06T18:30");
    expect(dueAt("2024-12-31T10:00", term("3 working-day"), shortFridays)).toBe("2025-01-08T18:30");
  });
});

describe("the clock put back in Almaty on 2024-03-01", () => {
  test("an hour is an hour", () => {
    const told = due(at("2024-02-29T23:30+06:00"), term("1 hour", { channel: "portal" }), office());
    expect(told.is === "due" && told.due).toBe(at("2024-02-29T23:30+05:00"));
  });
  test("a day is a calendar day", () => {
    const portal = { channel: "portal" } as const;
    expect(dueAt("2024-02-29T10:00", term("1 calendar-day", portal), office())).toBe("2024-03-02T00:00");
    const told = due(at("2024-02-28T10:00"), term("1 calendar-day", portal), office());
    expect(told.is === "due" && told.due).toBe(at("2024-03-01T00:00+05:00"));
  });
  test("29 February has 25 open hours round the clock", () => {
    const told = due(at("2024-02-29T22:00+06:00"), term("3 hour", { channel: "provider" }), roundTheClock());
    expect(told.is === "due" && told.due).toBe(at("2024-03-01T00:00+05:00"));
    const index = day("2024-02-29") - roundTheClock().first;
    expect(roundTheClock().openBefore[index + 1]! - roundTheClock().openBefore[index]!).toBe(25 * 60);
  });
  test("office hours on both sides of it are what they were", () => {
    expect(dueAt("2024-02-29T18:00", term("60 minute"), office())).toBe("2024-03-01T09:30");
    expect(dueAt("2024-02-29T10:00", term("1 working-day"), office())).toBe("2024-03-01T18:30");
  });
  test("Qyzylorda put its clock back in December 2018, Oral did not", () => {
    const hour = term("1 hour", { channel: "portal" });
    const qyzylorda = tableOf({ zone: "Asia/Qyzylorda" });
    expect(dueAt("2018-12-20T17:30Z", hour, qyzylorda)).toBe("2018-12-20T23:30");
    expect(dueAt("2018-12-20T17:30Z", hour, tableOf({ zone: "Asia/Oral" }))).toBe("2018-12-20T23:30");
    expect(startAt("2018-12-20T17:30Z", hour, qyzylorda)).toBe("2018-12-20T23:30");
    expect(startAt("2018-12-20T17:30Z", hour, tableOf({ zone: "Asia/Oral" }))).toBe("2018-12-20T22:30");
  });
});

describe("weeks of few working days", () => {
  test("Qurban Ait on a Sunday (2024) moves nothing; as known in May the Monday was off", () => {
    expect(dueAt("2024-06-14T10:00", term("1 working-day"), office())).toBe("2024-06-17T18:30");
    const asKnown = tableOf({ calendar: calendar(day("2024-05-01")) });
    expect(dueAt("2024-06-14T10:00", term("1 working-day"), asKnown)).toBe("2024-06-18T18:30");
  });
  test("20-24 March 2017 had one working day, the Friday; Saturday the 18th was worked", () => {
    expect(dueAt("2017-03-17T10:00", term("1 working-day"), office())).toBe("2017-03-18T18:30");
    expect(dueAt("2017-03-17T10:00", term("2 working-day"), office())).toBe("2017-03-24T18:30");
    expect(dueAt("2017-03-17T10:00", term("3 working-day"), office())).toBe("2017-03-27T18:30");
  });
  test("8 March and Nauryz 2025: ten working days from 5 March", () => {
    // 6, 7, 11, 12, 13, 14, 17, 18, 19 and 20 March.
    expect(dueAt("2025-03-05T10:00", term("10 working-day"), office())).toBe("2025-03-20T18:30");
    expect(dueAt("2025-03-05T10:00", term("11 working-day"), office())).toBe("2025-03-26T18:30");
  });
});

describe("what no calendar covers", () => {
  test("names the year and the file to add", () => {
    expect(dueAt("2027-12-31T10:00", term("1 working-day"), office())).toBe("rules/calendars/kz/2028.json");
    expect(dueAt("2009-12-30T10:00", term("1 working-day"), office())).toBe("rules/calendars/kz/2009.json");
    // The day of the start is not counted: the days that are, are covered (1, 2 and 4 January 2010 were off).
    expect(dueAt("2009-12-31T10:00", term("1 working-day"), office())).toBe("2010-01-05T18:30");
    expect(dueAt("2031-05-05T10:00", term("1 working-day"), office())).toBe("rules/calendars/kz/2031.json");
    expect(due(at("2027-12-31T10:00"), term("1 working-day"), office())).toEqual({
      is: "unknown",
      because: "uncovered-year",
      country: "kz",
      year: 2028,
      file: "rules/calendars/kz/2028.json",
    });
  });
  test("holds for open time, for rollovers and for a last day that may have to move", () => {
    expect(dueAt("2027-12-31T18:15", term("30 minute"), office())).toBe("rules/calendars/kz/2028.json");
    expect(dueAt("2027-12-31T18:00", term("30 minute"), office())).toBe("2027-12-31T18:30");
    expect(dueAt("2027-12-31T18:45", term("1 minute", { channel: "portal" }), rollover())).toBe(
      "rules/calendars/kz/2028.json",
    );
    expect(dueAt("2027-12-31T10:00", term("1 calendar-day"), office())).toBe("rules/calendars/kz/2028.json");
    expect(dueAt("2031-01-01T10:00", term("1 minute"), rollover())).toBe("rules/calendars/kz/2031.json");
  });
  test("counted back, names the year before", () => {
    const before = { direction: "before" } as const;
    expect(dueAt("2010-01-05T10:00", term("5 working-day", before), office())).toBe(
      "rules/calendars/kz/2009.json",
    );
    expect(dueAt("2010-01-03T10:00", term("2 hour", before), office())).toBe("rules/calendars/kz/2009.json");
    expect(dueAt("2010-01-01T10:00", term("3 day", before), office())).toBe("rules/calendars/kz/2009.json");
  });
  test("does not touch what needs no calendar", () => {
    expect(dueAt("2031-05-05T10:00", term("30 minute", { channel: "portal" }), office())).toBe(
      "2031-05-05T10:30",
    );
    const stays = { channel: "portal", movesToWorkingDay: false } as const;
    expect(dueAt("2027-12-31T10:00", term("3 calendar-day", stays), office())).toBe("2028-01-04T00:00");
  });
  test("and what ends just inside or outside is told or not", () => {
    const stays = { movesToWorkingDay: false };
    expect(dueAt("2027-12-31T10:00", term("1 day", stays), office())).toBe("rules/calendars/kz/2028.json");
    expect(dueAt("2027-12-30T10:00", term("1 day", stays), office())).toBe("2027-12-31T18:30");
    expect(dueAt("2009-12-31T10:00", term("1 day", stays), office())).toBe("2010-01-02T00:00");
    const back = { ...stays, direction: "before" } as const;
    expect(dueAt("2010-01-01T10:00", term("3 day", back), office())).toBe("rules/calendars/kz/2009.json");
    const noHours = tableOf({ hours: undefined });
    expect(dueAt("2027-12-31T10:00", term("1 day", stays), noHours)).toBe("2028-01-02T00:00");
    const nothing = tableOf({ hours: undefined, calendar: undefined });
    expect(dueAt("2025-03-17T10:00", term("1 day"), nothing)).toBe("2025-03-19T00:00");
    const oneInterval = tableOf({ hours: "Mo-Fr 09:00-18:00", calendar: undefined });
    expect(dueAt("2025-03-17T10:00", term("1 day"), oneInterval)).toBe("2025-03-18T18:00");
  });
  test("an instant has the index of its day, and none outside", () => {
    const index = (time: string): number => indexOf(office(), at(time));
    expect(["2010-01-01T00:00", "2010-01-02T23:59", "2027-12-31T23:59"].map(index)).toEqual([0, 1, 6573]);
    expect(["2009-12-31T23:59", "2028-01-01T00:00"].map(index)).toEqual([-1, -1]);
  });
  test("a term of nothing at midnight ends on the day that begins", () => {
    const told = due(at("2025-03-17T00:00"), term("0 minute", { channel: "portal" }), office());
    expect(told.is === "due" && told.lastDay).toBe(day("2025-03-17"));
    const minute = due(at("2025-03-16T23:59"), term("1 minute", { channel: "portal" }), office());
    expect(minute.is === "due" && minute.lastDay).toBe(day("2025-03-16"));
  });
  test("without a calendar no day moves, and working days, open time and rollovers are unknown", () => {
    const none = tableOf({ calendar: undefined });
    expect(dueAt("2025-03-06T10:00", term("3 calendar-day"), none)).toBe("2025-03-10T00:00");
    expect(dueAt("2025-03-06T10:00", term("4 calendar-day"), none)).toBe("2025-03-10T18:30");
    expect(dueAt("2025-03-06T10:00", term("1 month", { channel: "portal" }), none)).toBe("2025-04-07T00:00");
    expect(dueAt("2025-03-06T10:00", term("0 same-day"), none)).toBe("2025-03-06T18:30");
    expect(dueAt("2025-03-06T10:00", term("1 working-day"), none)).toBe("no-calendar");
    expect(dueAt("2025-03-06T10:00", term("0 working-day"), none)).toBe("no-calendar");
    expect(dueAt("2025-03-06T10:00", term("30 minute"), none)).toBe("no-calendar");
    expect(dueAt("2025-03-06T10:00", term("0 minute"), none)).toBe("no-calendar");
    expect(dueAt("2025-03-06T10:00", term("30 minute", { clock: "wall" }), none)).toBe("2025-03-06T10:30");
    const rolls = tableOf({ calendar: undefined, rollover: true });
    expect(dueAt("2025-03-06T10:00", term("1 calendar-day"), rolls)).toBe("no-calendar");
  });
});
