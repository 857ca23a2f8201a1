import { describe, expect, test } from "vitest";
import type { Timetable } from "../../src/calendar/timetable.ts";
import { dueAt, startAt, tableOf, term } from "./counting.ts";

const office = (): Timetable => tableOf();
const rollover = (): Timetable => tableOf({ rollover: true });
const noHours = (): Timetable => tableOf({ hours: undefined });

describe("seconds, minutes and hours", () => {
  test("run by the wall clock on the portal, under clock wall, and where no hours are known", () => {
    expect(dueAt("2025-03-17T12:45", term("30 minute", { channel: "portal" }), office())).toBe(
      "2025-03-17T13:15",
    );
    expect(dueAt("2025-03-17T12:45", term("30 minute", { clock: "wall" }), office())).toBe(
      "2025-03-17T13:15",
    );
    expect(dueAt("2025-03-17T12:45", term("30 minute"), noHours())).toBe("2025-03-17T13:15");
  });
  test("run in open time in person, on the phone, at the corporation and by post", () => {
    for (const channel of ["provider", "phone", "corporation", "post"] as const)
      expect(dueAt("2025-03-17T12:45", term("30 minute", { channel }), office())).toBe("2025-03-17T14:45");
    expect(dueAt("2025-03-17T12:59", term("90 second"), office())).toBe("2025-03-17T14:30");
    expect(dueAt("2025-03-17T12:45", term("1.5 minute"), office())).toBe("2025-03-17T12:46");
  });
  test("run by the wall clock from 24 hours on, in whatever unit", () => {
    expect(dueAt("2025-03-14T17:00", term("24 hour"), office())).toBe("2025-03-15T17:00");
    expect(dueAt("2025-03-14T17:00", term("1440 minute"), office())).toBe("2025-03-15T17:00");
    expect(dueAt("2025-03-14T17:00", term("86400 second"), office())).toBe("2025-03-15T17:00");
  });
  test("run in open time below 24 hours: eight hours a day", () => {
    expect(dueAt("2025-03-17T09:00", term("23 hour"), office())).toBe("2025-03-19T17:30");
    expect(dueAt("2025-03-17T09:00", term("1439 minute"), office())).toBe("2025-03-19T18:29");
  });
  test("run over days off", () => {
    expect(dueAt("2025-03-20T18:00", term("1 hour"), office())).toBe("2025-03-26T09:30");
  });
  test("of nothing end at their start", () => {
    expect(dueAt("2025-03-17T22:00", term("0 minute"), office())).toBe("2025-03-17T22:00");
  });
});

describe("days, weeks, months and years", () => {
  test("day and calendar-day are start + n days, and the last day moves off a day off", () => {
    for (const unit of ["day", "calendar-day"]) {
      expect(dueAt("2025-03-06T10:00", term(`1 ${unit}`), office())).toBe("2025-03-07T18:30");
      expect(dueAt("2025-03-06T10:00", term(`3 ${unit}`), office())).toBe("2025-03-11T18:30");
    }
  });
  test("a last day that does not move ends at 24:00 where nobody opens, at closing elsewhere", () => {
    const stays = { movesToWorkingDay: false };
    expect(dueAt("2025-03-06T10:00", term("3 calendar-day", stays), office())).toBe("2025-03-10T00:00");
    expect(dueAt("2025-03-06T10:00", term("1 calendar-day", stays), office())).toBe("2025-03-07T18:30");
  });
  test("week, month and year keep the weekday and the day of the month", () => {
    expect(dueAt("2025-03-05T10:00", term("2 week"), office())).toBe("2025-03-19T18:30");
    expect(dueAt("2025-03-18T10:00", term("1 month"), office())).toBe("2025-04-18T18:30");
    expect(dueAt("2025-03-18T10:00", term("1 year"), office())).toBe("2026-03-18T18:30");
    // 31 August 2025 is a Sunday, 1 September is off for 30 August.
    expect(dueAt("2025-05-31T10:00", term("3 month"), office())).toBe("2025-09-02T18:30");
  });
  test("the day of the start counts where the rule says so", () => {
    const counts = { countsStartDay: true };
    expect(dueAt("2025-03-17T10:00", term("1 working-day", counts), office())).toBe("2025-03-17T18:30");
    expect(dueAt("2025-03-15T10:00", term("1 working-day", counts), office())).toBe("2025-03-17T18:30");
    expect(dueAt("2025-03-11T10:00", term("3 calendar-day", counts), office())).toBe("2025-03-13T18:30");
    expect(dueAt("2025-03-11T10:00", term("1 day", counts), office())).toBe("2025-03-11T18:30");
    expect(dueAt("2025-03-11T10:00", term("1 week", counts), office())).toBe("2025-03-17T18:30");
    expect(dueAt("2025-03-19T10:00", term("1 month", counts), office())).toBe("2025-04-18T18:30");
  });
  test("of nothing end on the day of the start, or where that moves", () => {
    expect(dueAt("2025-03-17T10:00", term("0 working-day"), office())).toBe("2025-03-17T18:30");
    expect(dueAt("2025-03-15T10:00", term("0 working-day"), office())).toBe("2025-03-17T18:30");
    expect(dueAt("2025-03-15T10:00", term("0 day", { countsStartDay: true }), office())).toBe(
      "2025-03-17T18:30",
    );
  });
  test("end at closing in person, on the phone, at the corporation; at 24:00 on the portal and by post", () => {
    for (const channel of ["provider", "phone", "corporation", undefined] as const)
      expect(dueAt("2025-03-17T10:00", term("1 working-day", { channel }), office())).toBe(
        "2025-03-18T18:30",
      );
    for (const channel of ["portal", "post"] as const)
      expect(dueAt("2025-03-17T10:00", term("1 working-day", { channel }), office())).toBe(
        "2025-03-19T00:00",
      );
    expect(dueAt("2025-03-17T10:00", term("1 working-day"), noHours())).toBe("2025-03-19T00:00");
  });
});

describe("the same day", () => {
  const same = term("0 same-day");
  test("ends at closing, also begun exactly then", () => {
    expect(dueAt("2025-03-17T10:00", same, office())).toBe("2025-03-17T18:30");
    expect(dueAt("2025-03-17T07:00", same, office())).toBe("2025-03-17T18:30");
    expect(dueAt("2025-03-17T18:30", same, office())).toBe("2025-03-17T18:30");
  });
  test("ends at 24:00 begun on a day off or after closing, and on the portal", () => {
    expect(dueAt("2025-03-17T18:30:01", same, office())).toBe("2025-03-18T00:00");
    expect(dueAt("2025-03-22T10:00", same, office())).toBe("2025-03-23T00:00");
    expect(dueAt("2025-03-17T10:00", term("0 same-day", { channel: "portal" }), office())).toBe(
      "2025-03-18T00:00",
    );
    expect(dueAt("2025-03-17T10:00", same, noHours())).toBe("2025-03-18T00:00");
  });
  test("is the day from which the term runs where a rollover moves it", () => {
    expect(dueAt("2025-03-17T19:00", same, rollover())).toBe("2025-03-18T18:30");
    expect(dueAt("2025-03-22T10:00", same, rollover())).toBe("2025-03-26T18:30");
  });
  test("needs the calendar where closing depends on it", () => {
    expect(dueAt("2031-03-17T10:00", same, office())).toBe("rules/calendars/kz/2031.json");
    expect(dueAt("2031-03-17T10:00", term("0 same-day", { channel: "portal" }), office())).toBe(
      "2031-03-18T00:00",
    );
  });
});

describe("a cutoff", () => {
  test("leaves what comes exactly at it on its day, and moves what comes after to the next opening", () => {
    const table = tableOf({ cutoff: "18:00" });
    expect(startAt("2025-03-17T18:00", term("1 working-day"), table)).toBe("2025-03-17T18:00");
    expect(startAt("2025-03-17T18:00:00.001", term("1 working-day"), table)).toBe("2025-03-18T09:00");
    expect(startAt("2025-03-17T18:20", term("1 working-day"), table)).toBe("2025-03-18T09:00");
  });
  test("moves events before opening and on days off too, without a rollover", () => {
    const table = tableOf({ cutoff: "18:00" });
    expect(startAt("2025-03-17T08:00", term("1 working-day"), table)).toBe("2025-03-17T09:00");
    expect(startAt("2025-03-22T12:00", term("1 working-day"), table)).toBe("2025-03-26T09:00");
  });
  test("is that of the weekday; a weekday without one has none", () => {
    const table = tableOf({ hours: "Mo-Sa 09:00-18:00", cutoff: "Mo-Th 17:00; Sa 12:00" });
    expect(startAt("2025-02-13T17:30", term("1 working-day"), table)).toBe("2025-02-14T09:00");
    expect(startAt("2025-02-14T17:30", term("1 working-day"), table)).toBe("2025-02-14T17:30");
    expect(startAt("2025-02-15T12:30", term("1 working-day"), table)).toBe("2025-02-17T09:00");
  });
  test("covers the portal too", () => {
    const table = tableOf({ cutoff: "18:00" });
    expect(dueAt("2025-03-17T23:40", term("30 minute", { channel: "portal" }), table)).toBe(
      "2025-03-18T09:30",
    );
  });
});

describe("weeks and hours", () => {
  test("hours on Saturdays make the six-day week, which its own days off belong to", () => {
    const six = tableOf({ hours: "Mo-Sa 09:00-18:00" });
    // Nauryz 2025 closed 21-24 March for six days, 21-25 March for five.
    expect(dueAt("2025-03-20T10:00", term("1 working-day"), six)).toBe("2025-03-25T18:00");
    const five = tableOf({ hours: "Mo-Sa 09:00-18:00", week: 5 });
    expect(dueAt("2025-03-20T10:00", term("1 working-day"), five)).toBe("2025-03-26T18:00");
  });
  test("without hours the week is of five days, or of six where it is said", () => {
    expect(dueAt("2025-02-14T10:00", term("1 working-day"), noHours())).toBe("2025-02-18T00:00");
    const six = tableOf({ hours: undefined, week: 6 });
    expect(dueAt("2025-02-14T10:00", term("1 working-day"), six)).toBe("2025-02-16T00:00");
    expect(dueAt("2018-03-02T10:00", term("1 working-day"), noHours())).toBe("2018-03-04T00:00");
    expect(dueAt("2025-03-20T10:00", term("1 working-day"), noHours())).toBe("2025-03-27T00:00");
  });
  test("without hours a rollover moves from days off to midnight of a working day", () => {
    const table = tableOf({ hours: undefined, rollover: true });
    expect(startAt("2025-03-22T12:00", term("1 working-day"), table)).toBe("2025-03-26T00:00");
    expect(startAt("2025-03-20T23:59", term("1 working-day"), table)).toBe("2025-03-20T23:59");
  });
  test("without hours a cutoff still counts", () => {
    const table = tableOf({ hours: undefined, cutoff: "18:00" });
    expect(startAt("2025-03-17T18:01", term("1 working-day"), table)).toBe("2025-03-18T00:00");
  });
  test("whoever opens on Sundays works on Sundays, but not on holidays", () => {
    const daily = tableOf({ hours: "Mo-Su 09:00-18:00" });
    expect(dueAt("2025-02-15T10:00", term("1 working-day"), daily)).toBe("2025-02-16T18:00");
    expect(dueAt("2025-03-20T10:00", term("1 working-day"), daily)).toBe("2025-03-25T18:00");
  });
  test("a day without hours in the middle of the week is no working day", () => {
    const table = tableOf({ hours: "Mo-Tu 09:00-18:00; Th-Fr 09:00-18:00" });
    expect(dueAt("2025-02-11T10:00", term("1 working-day"), table)).toBe("2025-02-13T18:00");
  });
});

describe("a corporation with hours of its own", () => {
  const corporation = (): Timetable => tableOf({ hours: "Mo-Sa 08:00-20:00", provider: "Mo-Fr 09:00-18:30" });
  const at = { channel: "corporation" } as const;
  test("has the provider's working days and its own closing", () => {
    expect(dueAt("2025-02-14T10:00", term("1 working-day", at), corporation())).toBe("2025-02-17T20:00");
  });
  test("is open on its own days", () => {
    expect(dueAt("2025-02-14T19:30", term("60 minute", at), corporation())).toBe("2025-02-15T08:30");
    // Monday 10 March 2025 was off on five days alone, for Saturday the 8th.
    expect(dueAt("2025-03-07T19:30", term("60 minute", at), corporation())).toBe("2025-03-10T08:30");
  });
  test("where it is closed on a working day of the provider, takes nothing in and ends at 24:00", () => {
    const short = tableOf({ hours: "Mo-Th 08:00-20:00", provider: "Mo-Fr 09:00-18:30", rollover: true });
    expect(startAt("2025-02-13T21:00", term("1 working-day", at), short)).toBe("2025-02-17T08:00");
    expect(dueAt("2025-02-13T10:00", term("1 working-day", at), short)).toBe("2025-02-15T00:00");
  });
  test("works five days a week where the provider's hours are not known", () => {
    const alone = tableOf({ hours: "Mo-Sa 08:00-20:00", provider: undefined });
    expect(dueAt("2025-02-14T10:00", term("1 working-day", at), alone)).toBe("2025-02-17T20:00");
    expect(dueAt("2025-02-14T19:30", term("60 minute", at), alone)).toBe("2025-02-15T08:30");
  });
  test("without hours of its own runs by the wall clock on the provider's days", () => {
    const unknown = tableOf({ hours: undefined, provider: "Mo-Sa 09:00-18:30" });
    expect(dueAt("2025-02-14T19:30", term("60 minute", at), unknown)).toBe("2025-02-14T20:30");
    expect(dueAt("2025-02-14T10:00", term("1 working-day", at), unknown)).toBe("2025-02-16T00:00");
  });
});

describe("a term counted back", () => {
  const before = { direction: "before" } as const;
  test("in working days ends at closing of the n-th working day before", () => {
    // Back from Wednesday 26 March 2025: the 20th, 19th and 18th.
    expect(dueAt("2025-03-26T10:00", term("3 working-day", before), office())).toBe("2025-03-18T18:30");
    const counts = { ...before, countsStartDay: true };
    expect(dueAt("2025-03-26T10:00", term("3 working-day", counts), office())).toBe("2025-03-19T18:30");
  });
  test("in other days moves back to the working day before", () => {
    expect(dueAt("2025-03-27T10:00", term("3 calendar-day", before), office())).toBe("2025-03-20T18:30");
    expect(dueAt("2025-03-19T10:00", term("2 day", before), office())).toBe("2025-03-17T18:30");
    expect(dueAt("2025-04-30T10:00", term("2 month", before), office())).toBe("2025-02-28T18:30");
    expect(dueAt("2025-03-19T10:00", term("2 day", { ...before, countsStartDay: true }), office())).toBe(
      "2025-03-18T18:30",
    );
    const stays = { ...before, movesToWorkingDay: false };
    expect(dueAt("2025-03-27T10:00", term("3 calendar-day", stays), office())).toBe("2025-03-25T00:00");
  });
  test("in minutes runs back through open time, and through the night by the wall clock", () => {
    expect(dueAt("2025-03-17T15:00", term("2 hour", before), office())).toBe("2025-03-17T11:30");
    expect(dueAt("2025-03-17T15:00", term("30 minute", before), office())).toBe("2025-03-17T14:30");
    expect(dueAt("2025-03-17T09:30", term("1 hour", before), office())).toBe("2025-03-14T18:00");
    expect(dueAt("2025-03-17T09:30", term("30 minute", before), office())).toBe("2025-03-17T09:00");
    expect(dueAt("2025-03-17T09:30", term("48 hour", before), office())).toBe("2025-03-15T09:30");
  });
  test("is not moved by a rollover", () => {
    expect(startAt("2025-03-22T10:00", term("1 working-day", before), rollover())).toBe("2025-03-22T10:00");
    expect(dueAt("2025-03-22T10:00", term("1 working-day", before), rollover())).toBe("2025-03-20T18:30");
  });
});
