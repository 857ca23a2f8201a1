import { expect, test } from "vitest";
import { weeksOfMonth, yearOverview } from "../../src/calendar/year-overview.ts";
import { calendar } from "./counting.ts";

const dates = (days: readonly { readonly date: string }[]): string[] =>
  days.map(({ date }) => date.replace("2025-", ""));

/** 2025 by the law on holidays, the Labour Code and order G24G0000436 (facts of the state register of acts). */
test("a year at a glance has every day off and every worked day off, in order", () => {
  const five = yearOverview(calendar(), 5, 2025);
  expect([five.year, five.week]).toEqual([2025, 5]);
  expect(dates(five.daysOff).join(" ")).toBe(
    "01-01 01-02 01-03 01-07 03-08 03-10 03-21 03-22 03-23 03-24 03-25 05-01 05-07 05-09 06-06 07-06 07-07 08-30 09-01 10-25 10-27 12-16",
  );
  expect(dates(five.workedDaysOff)).toEqual(["01-05"]);
  expect(five.months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(five.months[2]).toEqual({ month: 3, workingDays: 17 });
});

test("on six days a Saturday's holiday moves nothing", () => {
  const six = yearOverview(calendar(), 6, 2025);
  expect(dates(six.daysOff).join(" ")).toBe(
    "01-01 01-02 01-03 01-07 03-08 03-21 03-22 03-23 03-24 05-01 05-07 05-09 06-06 07-06 07-07 08-30 10-25 12-16",
  );
  expect(dates(six.workedDaysOff)).toEqual(["01-05"]);
});

test("every marked day says why, by which act", () => {
  const { daysOff, workedDaysOff } = yearOverview(calendar(), 5, 2025);
  const reason = (date: string): string =>
    JSON.stringify([...daysOff, ...workedDaysOff].find((day) => day.date === date)?.reason);
  expect(reason("2025-03-10")).toContain("2025-03-08");
  expect(reason("2025-01-03")).toContain("G24G0000436");
  expect(reason("2025-01-05")).toContain("2025-01-03");
});

test("a month stands in weeks from Monday, with nothing before its first day and after its last", () => {
  const march = weeksOfMonth(2025, 3);
  expect(march).toHaveLength(6);
  expect(march[0]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    "2025-03-01",
    "2025-03-02",
  ]);
  expect(march[1]?.[0]).toBe("2025-03-03");
  expect(march[5]).toEqual(["2025-03-31", ...Array<undefined>(6).fill(undefined)]);
  const february = weeksOfMonth(2027, 2);
  expect(february).toHaveLength(4);
  expect([february[0]?.[0], february[3]?.[6]]).toEqual(["2027-02-01", "2027-02-28"]);
  expect(weeksOfMonth(2026, 12)[4]).toEqual([
    "2026-12-28",
    "2026-12-29",
    "2026-12-30",
    "2026-12-31",
    undefined,
    undefined,
    undefined,
  ]);
});
