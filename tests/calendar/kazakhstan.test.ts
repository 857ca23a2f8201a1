import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { countryCalendar } from "../../src/calendar/country-calendar.ts";
import type {
  CalendarYear,
  CountryCalendar,
  HolidayEntry,
  Week,
} from "../../src/calendar/country-calendar.ts";
import { day, dayAt, isoOf, type Day } from "../../src/calendar/day.ts";
import { workingDaysByMonth } from "../../src/calendar/months.ts";
import { faults } from "../../src/files/validate.ts";
import { calendar } from "./counting.ts";
import published from "../fixtures/calendar/published.json" with { type: "json" };
import derived from "../fixtures/calendar/working-days.json" with { type: "json" };

const folder = join(import.meta.dirname, "../../rules/calendars/kz");
const files = readdirSync(folder).filter((name) => name !== "acts.json");
const years = files.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as CalendarYear);
const WEEKS: readonly Week[] = [5, 6];

const offDays = (of: CountryCalendar, week: Week, from: string, to: string): string[] =>
  [...of.weeks[week].off.keys()]
    .filter((off) => off >= day(from) && off <= day(to))
    .sort((a, b) => a - b)
    .map(isoOf);

describe("the files of rules/calendars/kz", () => {
  test("cover 2010 to 2027 and pass the schema", () => {
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 18 }, (_, index) => 2010 + index));
    for (const year of years) expect(faults("calendar", year)).toEqual([]);
  });

  test("name an act for every entry, and acts.json has its title in kk, ru and en", () => {
    for (const { holidays, movedDays } of years)
      for (const { act } of [...holidays, ...movedDays])
        expect(Object.keys(calendar().acts[act] ?? {}), act).toEqual(["kk", "ru", "en"]);
  });

  test("name every holiday in kk, ru and en", () => {
    for (const { holidays } of years)
      for (const { name } of holidays) expect(Object.keys(name)).toEqual(["kk", "ru", "en"]);
  });

  test("move no day to or from a day that is not of the same or the neighbouring year", () => {
    for (const { year, movedDays } of years)
      for (const { off, worked } of movedDays)
        expect(Math.abs(Number(worked.slice(0, 4)) - year), off).toBeLessThanOrEqual(1);
  });
});

describe("working days by month", () => {
  test.each(WEEKS)("on the %i-day week are those counted independently", (week) => {
    for (const [year, months] of Object.entries(derived.weeks[week]))
      expect(workingDaysByMonth(calendar(), week, Number(year)), year).toEqual(months);
  });

  test.each(published)("are those published: $source", (source) => {
    const asKnown = "asKnown" in source ? day(source.asKnown) : undefined;
    const known = calendar(asKnown);
    for (const week of WEEKS) {
      const months = workingDaysByMonth(known, week, source.year);
      const told = source[week];
      expect(months.map((count, index) => (told[index] === null ? null : count))).toEqual(told);
    }
  });
});

describe("the law's own moves", () => {
  test("Nauryz 2025 closes 21-25 March for five days and 21-24 March for six", () => {
    expect(offDays(calendar(), 5, "2025-03-20", "2025-03-31")).toEqual([
      "2025-03-21",
      "2025-03-22",
      "2025-03-23",
      "2025-03-24",
      "2025-03-25",
    ]);
    expect(offDays(calendar(), 6, "2025-03-20", "2025-03-31")).toEqual([
      "2025-03-21",
      "2025-03-22",
      "2025-03-23",
      "2025-03-24",
    ]);
  });

  test("Saturday 8 March 2025 moves to Monday for five days and not for six", () => {
    expect(offDays(calendar(), 5, "2025-03-08", "2025-03-14")).toEqual(["2025-03-08", "2025-03-10"]);
    expect(offDays(calendar(), 6, "2025-03-08", "2025-03-14")).toEqual(["2025-03-08"]);
  });

  test("a moved day names the holiday, the day it comes from and the act", () => {
    const monday = calendar().weeks[5].off.get(day("2025-03-10"));
    expect(
      monday?.why === "moved-holiday" && [isoOf(monday.from), monday.holiday.name["en"], monday.act],
    ).toEqual(["2025-03-08", "International Women's Day", "Z010000267_"]);
  });

  test("16 December 2018, a Sunday, moves past the holiday of the 17th", () => {
    expect(offDays(calendar(), 5, "2018-12-15", "2018-12-20")).toEqual([
      "2018-12-16",
      "2018-12-17",
      "2018-12-18",
    ]);
    expect(offDays(calendar(), 6, "2018-12-15", "2018-12-20")).toEqual([
      "2018-12-16",
      "2018-12-17",
      "2018-12-18",
    ]);
  });

  test("two holidays of one weekend move one after another: 1 and 2 January 2022", () => {
    expect(offDays(calendar(), 5, "2022-01-01", "2022-01-06")).toEqual([
      "2022-01-01",
      "2022-01-02",
      "2022-01-03",
      "2022-01-04",
    ]);
    expect(offDays(calendar(), 6, "2022-01-01", "2022-01-06")).toEqual([
      "2022-01-01",
      "2022-01-02",
      "2022-01-03",
    ]);
  });

  test("Orthodox Christmas and Qurban Ait do not move: 7 January 2024 and 16 June 2024 were Sundays", () => {
    expect(offDays(calendar(), 5, "2024-01-07", "2024-01-09")).toEqual(["2024-01-07"]);
    expect(offDays(calendar(), 5, "2024-06-16", "2024-06-18")).toEqual(["2024-06-16"]);
  });
});

describe("days moved by an act", () => {
  const worked = (week: Week, date: string): string | undefined => {
    const found = calendar().weeks[week].worked.get(day(date));
    return found === undefined ? undefined : isoOf(found.instead);
  };

  test("bind the five-day week only where a Saturday is given up: 3 March 2018", () => {
    expect(worked(5, "2018-03-03")).toBe("2018-03-09");
    expect(worked(6, "2018-03-03")).toBeUndefined();
    expect(offDays(calendar(), 6, "2018-03-08", "2018-03-10")).toEqual(["2018-03-08"]);
  });

  test("bind both weeks where a Sunday is given up: 5 January 2025", () => {
    for (const week of WEEKS) expect(worked(week, "2025-01-05")).toBe("2025-01-03");
    for (const week of WEEKS)
      expect(offDays(calendar(), week, "2025-01-03", "2025-01-05")).toEqual(["2025-01-03"]);
  });

  test("11 May 2020, itself moved by the law from 9 May, is given up on five days and means nothing on six", () => {
    expect(worked(5, "2020-05-11")).toBe("2020-05-08");
    expect(offDays(calendar(), 5, "2020-05-07", "2020-05-12")).toEqual([
      "2020-05-07",
      "2020-05-08",
      "2020-05-09",
    ]);
    expect(worked(6, "2020-05-11")).toBeUndefined();
    expect(offDays(calendar(), 6, "2020-05-07", "2020-05-12")).toEqual(["2020-05-07", "2020-05-09"]);
  });

  test("reach into the year before: 28 December 2013 for 3 January 2014", () => {
    expect(worked(5, "2013-12-28")).toBe("2014-01-03");
  });
});

describe("what was known when", () => {
  const on = (date: string): CountryCalendar => calendar(day(date));

  test("17 June 2024 was expected until 7 June 2024, then the 16th", () => {
    expect(offDays(on("2024-06-06"), 5, "2024-06-10", "2024-06-20")).toEqual(["2024-06-17"]);
    expect(offDays(on("2024-06-07"), 5, "2024-06-10", "2024-06-20")).toEqual(["2024-06-16"]);
  });

  test("30 August 2026, a Sunday, was on the calendars of January 2026 with its Monday", () => {
    expect(offDays(on("2026-01-15"), 5, "2026-08-25", "2026-09-05")).toEqual(["2026-08-30", "2026-08-31"]);
    expect(offDays(calendar(), 5, "2026-08-25", "2026-09-05")).toEqual([]);
  });

  test("1 and 17 December 2022 were expected off until the law changed, 25 October was not", () => {
    const before = on("2022-01-15");
    expect(before.weeks[5].off.has(day("2022-12-01"))).toBe(true);
    expect(before.weeks[5].off.has(day("2022-12-17"))).toBe(true);
    expect(before.weeks[5].off.has(day("2022-10-25"))).toBe(false);
    expect(calendar().weeks[5].off.has(day("2022-12-01"))).toBe(false);
    expect(calendar().weeks[5].off.has(day("2022-10-25"))).toBe(true);
  });

  test("an act is known from its date on: decree 713 of 6 October 2021", () => {
    expect(on("2021-10-05").weeks[5].off.has(day("2022-03-07"))).toBe(false);
    expect(on("2021-10-06").weeks[5].off.has(day("2022-03-07"))).toBe(true);
  });

  test("what is expected and not confirmed is marked", () => {
    const expected = years.flatMap(({ holidays }) => holidays.filter((entry) => entry.estimated === true));
    expect(expected.map(({ date }) => date)).toEqual(["2024-06-17", "2027-05-16"]);
  });
});

test("no day is both off and worked, and no worked day is an ordinary working day", () => {
  for (const week of WEEKS) {
    const { off, worked } = calendar().weeks[week];
    for (const [worksOn, { instead }] of worked) {
      expect(off.has(worksOn), isoOf(worksOn)).toBe(false);
      expect(off.has(instead), isoOf(instead)).toBe(true);
      expect(isOffByWeek(worksOn, week) || isoOf(worksOn) === "2020-05-11").toBe(true);
    }
  }
});

const isOffByWeek = (of: Day, week: Week): boolean =>
  new Date(dayAt(of) * 86_400_000).getUTCDay() % 7 === 0 ||
  (week === 5 && new Date(of * 86_400_000).getUTCDay() === 6);

describe("the law's rule on made-up years", () => {
  const known = { from: "unknown", until: null };
  const holiday = (date: string, moves = true): HolidayEntry => ({
    date,
    name: { en: date },
    act: "A",
    moves,
    known,
  });
  const made = (...holidays: HolidayEntry[]): CountryCalendar =>
    countryCalendar([{ country: "xx", year: 2025, holidays, movedDays: [] }]);
  const movedTo = (of: CountryCalendar, week: Week): string[] =>
    [...of.weeks[week].off.values()]
      .filter((off) => off.why === "moved-holiday")
      .map((off) => `${isoOf(off.from)} to ${isoOf(off.day)}`);

  test("a Friday, or a Saturday of six days, is a working day to move to", () => {
    const week = ["2025-02-09", "2025-02-10", "2025-02-11", "2025-02-12", "2025-02-13"].map((date) =>
      holiday(date),
    );
    expect(movedTo(made(...week), 5)).toEqual(["2025-02-09 to 2025-02-14"]);
    expect(movedTo(made(...week, holiday("2025-02-14")), 6)).toEqual(["2025-02-09 to 2025-02-15"]);
    expect(movedTo(made(...week, holiday("2025-02-14")), 5)).toEqual(["2025-02-09 to 2025-02-17"]);
  });
  test("a holiday moves past a day that an act has given off", () => {
    const moved = { off: "2025-02-10", worked: "2025-02-15", act: "B", known };
    const year = { country: "xx", year: 2025, holidays: [holiday("2025-02-09")], movedDays: [moved] };
    expect(movedTo(countryCalendar([year]), 5)).toEqual(["2025-02-09 to 2025-02-11"]);
  });
  test("holidays move in the order of their dates, however they are listed", () => {
    expect(movedTo(made(holiday("2025-02-09"), holiday("2025-02-08")), 5)).toEqual([
      "2025-02-08 to 2025-02-10",
      "2025-02-09 to 2025-02-11",
    ]);
  });
  test("two holidays on one day move it once, if one of them moves", () => {
    for (const both of [
      [holiday("2025-02-08"), holiday("2025-02-08", false)],
      [holiday("2025-02-08", false), holiday("2025-02-08")],
      [holiday("2025-02-08"), holiday("2025-02-08")],
    ])
      expect(movedTo(made(...both), 5)).toEqual(["2025-02-08 to 2025-02-10"]);
    expect(movedTo(made(holiday("2025-02-08", false)), 5)).toEqual([]);
  });
  test("years may be handed in in any order, without a gap, and there must be one", () => {
    const year = (number: number): CalendarYear => ({
      country: "xx",
      year: number,
      holidays: [],
      movedDays: [],
    });
    expect(isoOf(countryCalendar([year(2026), year(2025)]).first)).toBe("2025-01-01");
    expect(() => countryCalendar([year(2025), year(2027)])).toThrow("xx: the year 2026 is missing");
    expect(() => countryCalendar([])).toThrow("a calendar needs at least one year");
  });
});
