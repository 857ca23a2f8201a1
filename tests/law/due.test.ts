import { describe, expect, it } from "vitest";
import { Calendars } from "../../src/library/calendars.ts";
import { day } from "../../src/calendar/day.ts";
import { due, type DueAnswer } from "../../src/package/due.ts";
import { answerOf } from "../../src/cli/due-answer.ts";
import { dueRequests } from "../../src/library/due-request.ts";
import { zoneOfRegion } from "../../src/library/regions.ts";
import { readZone } from "../../src/library/read-zone.ts";
import { offsetAt } from "../../src/calendar/zone-table.ts";
import type { DueLine } from "../../src/model/due-line.ts";

const HOURS = "Mo-Fr 09:00-13:00,14:30-18:30";
const line = (more: Partial<DueLine>): DueLine => ({
  start: "2026-01-16T10:00",
  amount: 5,
  unit: "working-day",
  zone: "Asia/Almaty",
  calendar: "kz",
  hours: HOURS,
  ...more,
});

function answer(more: Partial<DueLine>, explain = false): DueAnswer {
  const told = due(line(more), { explain });
  if (told.ok) return told.value;
  throw new Error(told.faults[0].rule);
}

/** What of the law a term cites, by what it is cited for. */
const cited = (more: Partial<DueLine>): Record<string, string> =>
  Object.fromEntries((answer(more).law?.provisions ?? []).map(({ about, cite }) => [about, cite]));

describe("a term counted with the general law beneath (`due --law kz`)", () => {
  it("moves the evening of Friday 16 January 2026 to Monday and cites what it rests on", () => {
    const more = { start: "2026-01-16T18:45", channel: "portal", law: "kz" } as const;
    expect(answer(more).dueDay).toBe("2026-01-26");
    expect(cited(more)).toEqual({
      registration: "АППК, ст. 64(3)",
      "first-day": "АППК, ст. 76(2)",
      "last-day": "АППК, ст. 76(5)",
      "last-hour": "ГК, ст. 176(1)",
      silence: "АППК, ст. 91(2)",
    });
  });

  it("moves the day off alone in January 2024: Friday evening 26 January, Saturday the 29th", () => {
    expect(answer({ start: "2024-01-19T18:45", channel: "portal", law: "kz" }).dueDay).toBe("2024-01-26");
    expect(answer({ start: "2024-01-20T10:00", channel: "portal", law: "kz" }).dueDay).toBe("2024-01-29");
  });

  it("is not there unless it is asked for: the design's own examples stay what they are", () => {
    expect(answer({ start: "2026-01-16T18:45", channel: "portal" })).toMatchObject({ dueDay: "2026-01-23" });
    expect(answer({ start: "2026-01-16T18:45", channel: "portal" }).law).toBeUndefined();
  });

  it("leaves the last hour open between closing and 24:00 where no clause decides (Civil Code, art. 176(1))", () => {
    const told = answer({ channel: "provider", law: "kz" });
    expect(told.due).toBe("2026-01-23T18:30:00+05:00");
    expect(told.law?.otherwise).toEqual([{ why: "last-hour", due: "2026-01-24T00:00:00+05:00" }]);
    expect(answer({ channel: "portal", law: "kz" }).law?.otherwise).toEqual([]);
  });

  it("with a last hour that is said, that one counts and nothing is open", () => {
    const midnight = answer({ channel: "provider", law: "kz", lastHour: "midnight" });
    expect(midnight.due).toBe("2026-01-24T00:00:00+05:00");
    expect(midnight.law?.otherwise).toEqual([]);
    expect(answer({ channel: "portal", lastHour: "closing" }).due).toBe("2026-01-23T18:30:00+05:00");
  });

  it("where hours are not known gives both due times", () => {
    const told = answer({ start: "2026-01-16T18:45", hours: null, channel: "portal", law: "kz" });
    expect(told.dueDay).toBe("2026-01-23");
    expect(told.law?.otherwise).toEqual([{ why: "hours-unknown", due: "2026-01-27T00:00:00+05:00" }]);
  });

  it("cites the law of the day: before the Code the Civil Code alone, and no silence", () => {
    expect(cited({ start: "2019-03-11T10:00", channel: "post", law: "kz" })).toEqual({
      "first-day": "ГК, ст. 173",
      "last-day": "ГК, ст. 175",
      "last-hour": "ГК, ст. 176(2)",
    });
    expect(cited({ amount: 30, unit: "minute", law: "kz" })).toMatchObject({ clock: "ГК, ст. 172(2)" });
  });

  it("needs a calendar, and a country that has a law", () => {
    expect(() => answer({ law: "kz", calendar: null })).toThrow("no calendar says which");
    expect(() => answer({ law: "uz" })).toThrow("no general law of uz");
  });
});

describe("units of the Civil Code, art. 174, and of the Code, art. 76(2)", () => {
  it.each([
    // 16 January and 15 days: 31 January, a Saturday, moves to Monday.
    ["half-month", 1, "2026-02-02"],
    // Three months: 16 April, a Thursday. Six: 16 July, a Thursday.
    ["quarter", 1, "2026-04-16"],
    ["half-year", 1, "2026-07-16"],
    // Two quarters are half a year.
    ["quarter", 2, "2026-07-16"],
    // Three сутки from the next day: 17, 18, 19 January, a Monday.
    ["full-day", 3, "2026-01-19"],
    // One: Saturday the 17th moves to Monday (art. 76(5)).
    ["full-day", 1, "2026-01-19"],
  ] as const)("%s × %d from 16 January 2026 end on %s", (unit, amount, last) => {
    expect(answer({ unit, amount }).dueDay).toBe(last);
  });

  it("a quarter from 30 November ends with February, which has no 30th", () => {
    expect(answer({ start: "2025-11-30T10:00", unit: "quarter", amount: 1, calendar: null }).dueDay).toBe(
      "2026-02-28",
    );
  });

  it("counted back a last day that is not worked moves or stays, as is asked", () => {
    const back = { start: "2026-01-19T10:00", unit: "full-day", amount: 1, direction: "before" } as const;
    expect(answer(back).dueDay).toBe("2026-01-16");
    expect(answer({ ...back, movesToWorkingDay: false }).dueDay).toBe("2026-01-18");
  });
});

describe("what is an assumption of ours and no law is marked as such", () => {
  const assumed = (more: Partial<DueLine>): readonly string[] =>
    answer(more, true).explanation?.assumed ?? [];

  it("how hours and minutes run, unless the rule says it", () => {
    expect(assumed({ amount: 30, unit: "minute", channel: "provider" })).toEqual(["open-time"]);
    expect(assumed({ amount: 30, unit: "minute", channel: "portal" })).toEqual(["wall-clock"]);
    expect(assumed({ amount: 30, unit: "minute", clock: "open" })).toEqual([]);
    expect(assumed({ amount: 1 })).toEqual([]);
  });

  it("the limit of 24 hours", () => {
    expect(assumed({ amount: 24, unit: "hour", channel: "provider" })).toEqual(["day-limit"]);
    expect(assumed({ amount: 23, unit: "hour", channel: "provider" })).toEqual(["open-time"]);
  });

  it("a rollover without hours, and a last day that moves back", () => {
    expect(assumed({ rollover: true, hours: null })).toEqual(["rollover-without-hours"]);
    expect(assumed({ unit: "calendar-day", direction: "before" })).toEqual(["moves-back"]);
  });
});

describe("a week that rests on other days (Law on holidays, art. 5: it speaks of the day off)", () => {
  const hours = "Tu-Sa 09:00-18:00";

  it("to Tue–Sat a Monday's holiday gives Tuesday off, as an option alone", () => {
    // Monday 16 December 2024 was a holiday: Saturday the 14th and one working day is Tuesday the 17th, or Wednesday.
    const saturday = { start: "2024-12-14T10:00", amount: 1, hours };
    expect(answer(saturday).dueDay).toBe("2024-12-17");
    expect(answer({ ...saturday, rest: "Su,Mo" }).dueDay).toBe("2024-12-18");
  });

  it("a Saturday's holiday takes nothing from who works on Saturdays", () => {
    // Saturday 8 March 2025: the five-day week had Monday the 10th off; who rests on Sunday and Monday had not Tuesday.
    const friday = { start: "2025-03-07T10:00", amount: 1 };
    expect(answer(friday).dueDay).toBe("2025-03-11");
    expect(answer({ ...friday, hours, rest: "Su,Mo" }).dueDay).toBe("2025-03-11");
  });
});

describe("Constitution Day 2026 (Law of 11.06.2026 № 306-VIII)", () => {
  const lastDay = (asKnown?: string): string | undefined => {
    const known = asKnown === undefined ? undefined : day(asKnown);
    const requestOf = dueRequests(new Calendars({ asKnown: known }));
    return answerOf(requestOf(line({ start: "2026-08-28T10:00", amount: 1 })), false).due.slice(0, 10);
  };

  it("Friday 28 August and one working day is 1 September as known until the law, 31 August since", () => {
    expect(lastDay("2026-05-01")).toBe("2026-09-01");
    expect(lastDay("2026-06-10")).toBe("2026-09-01");
    expect(lastDay("2026-06-11")).toBe("2026-08-31");
    expect(lastDay()).toBe("2026-08-31");
  });
});

describe("zones by name of region (Decree № 1749)", () => {
  it.each([
    ["Маңғыстау облысы", "Asia/Aqtau"],
    ["Мангистауская область", "Asia/Aqtau"],
    ["mangystau", "Asia/Aqtau"],
    ["West Kazakhstan", "Asia/Oral"],
    ["Атырауская", "Asia/Atyrau"],
    ["Ақтөбе", "Asia/Aqtobe"],
    ["Костанайская область", "Asia/Qostanay"],
    ["Қызылорда облысы", "Asia/Qyzylorda"],
    ["город Шымкент", "Asia/Almaty"],
    ["Ulytau region", "Asia/Almaty"],
  ])("%s: %s", (name, zone) => {
    expect(zoneOfRegion(name)).toBe(zone);
    expect(readZone(name).zone).toBe(zone);
  });

  it("all seven had UTC+5 from 1 March 2024; Almaty and Qostanay UTC+6 the day before", () => {
    const hoursAt = (zone: string, instant: string): number =>
      offsetAt(readZone(zone), Date.parse(instant)) / 3_600_000;
    const zones = ["Almaty", "Qostanay", "Qyzylorda", "Aqtobe", "Mangystau", "Atyrau", "West Kazakhstan"];
    expect(zones.map((zone) => hoursAt(zone, "2024-03-01T00:00Z"))).toEqual([5, 5, 5, 5, 5, 5, 5]);
    expect(zones.map((zone) => hoursAt(zone, "2024-02-29T00:00Z"))).toEqual([6, 6, 5, 5, 5, 5, 5]);
  });

  it("what is no region is no zone", () => {
    expect(zoneOfRegion("облысы")).toBeUndefined();
    expect(() => readZone("Narnia")).toThrow(/no time zone/);
  });
});
