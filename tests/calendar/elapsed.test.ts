import { describe, expect, test } from "vitest";
import type { Timetable } from "../../src/calendar/timetable.ts";
import { due } from "../../src/calendar/due.ts";
import { elapsed, lateBy } from "../../src/calendar/elapsed.ts";
import { at, tableOf, term } from "./counting.ts";

const office = (): Timetable => tableOf();
const rollover = (): Timetable => tableOf({ rollover: true });
const HOUR = 3_600_000;

describe("elapsed", () => {
  const run = (text: string, start: string, done: string, table = office()): unknown =>
    elapsed(at(start), at(done), term(text), table);

  test("is in the term's unit, with fractions of minutes and hours", () => {
    expect(run("1 hour", "2025-03-17T12:30", "2025-03-17T14:45")).toBe(0.75);
    expect(run("90 second", "2025-03-17T12:30", "2025-03-17T12:31")).toBe(60);
    expect(run("48 hour", "2025-03-17T12:30", "2025-03-18T14:30")).toBe(26);
  });
  test("counts working days after the start up to the day done", () => {
    expect(run("1 working-day", "2025-03-20T10:00", "2025-03-25T10:00")).toBe(0);
    expect(run("1 working-day", "2025-03-20T10:00", "2025-03-27T10:00")).toBe(2);
    expect(run("1 working-day", "2025-03-20T10:00", "2025-03-20T18:00")).toBe(0);
  });
  test("counts the day of the start where the rule says so", () => {
    const counts = { countsStartDay: true };
    const told = (text: string): unknown =>
      elapsed(at("2025-03-20T10:00"), at("2025-03-27T10:00"), term(text, counts), office());
    expect([told("1 working-day"), told("1 day")]).toEqual([3, 8]);
  });
  test("counts whole weeks, months and years", () => {
    expect(run("1 week", "2025-03-05T10:00", "2025-03-18T10:00")).toBe(1);
    expect(run("1 week", "2025-03-05T10:00", "2025-03-19T10:00")).toBe(2);
    expect(run("1 month", "2025-01-31T10:00", "2025-02-27T10:00")).toBe(0);
    expect(run("1 month", "2025-01-31T10:00", "2025-02-28T10:00")).toBe(1);
    expect(run("1 month", "2025-01-31T10:00", "2025-12-30T10:00")).toBe(10);
    expect(run("1 year", "2024-02-29T10:00", "2027-02-28T10:00")).toBe(3);
    expect(run("1 year", "2024-02-29T10:00", "2027-02-27T10:00")).toBe(2);
  });
  test("reads 24:00 as the day that ends then", () => {
    expect(run("1 calendar-day", "2025-03-17T10:00", "2025-03-19T00:00")).toBe(1);
    expect(run("1 calendar-day", "2025-03-17T10:00", "2025-03-19T00:00:00.001")).toBe(2);
  });
  test("starts where the term starts, and is nothing before that", () => {
    expect(run("1 hour", "2025-03-16T10:00", "2025-03-17T10:00", rollover())).toBe(1);
    expect(run("1 hour", "2025-03-16T10:00", "2025-03-16T11:00", rollover())).toBe(0);
    expect(run("1 working-day", "2025-03-16T10:00", "2025-03-18T10:00", rollover())).toBe(1);
    expect(run("1 calendar-day", "2025-03-16T10:00", "2025-03-16T11:00", rollover())).toBe(0);
  });
  test("is unknown where a day of it is not covered", () => {
    expect(run("1 working-day", "2027-12-31T10:00", "2028-01-05T10:00")).toMatchObject({ year: 2028 });
    expect(run("1 hour", "2027-12-31T10:00", "2028-01-05T10:00")).toMatchObject({ year: 2028 });
    expect(run("1 hour", "2031-12-31T10:00", "2031-12-31T10:10", rollover())).toMatchObject({ year: 2031 });
    const none = tableOf({ calendar: undefined });
    expect(run("1 working-day", "2025-03-17T10:00", "2025-03-18T10:00", none)).toEqual({
      is: "unknown",
      because: "no-calendar",
    });
  });
});

describe("late by", () => {
  const late = (text: string, start: string, done: string, table = office(), more = {}): unknown => {
    const limit = due(at(start), term(text, more), table);
    if (limit.is !== "due") throw new Error(limit.because);
    return lateBy(limit, at(done), table);
  };
  test("is nothing when done exactly at the due time", () => {
    expect(late("1 working-day", "2025-03-17T10:00", "2025-03-18T18:30")).toBeUndefined();
    expect(late("1 working-day", "2025-03-17T10:00", "2025-03-17T11:00")).toBeUndefined();
  });
  test("is given by the clock, in open time and in working days after the last day", () => {
    expect(late("1 working-day", "2025-03-17T10:00", "2025-03-20T10:00")).toEqual({
      wall: 39.5 * HOUR,
      open: 9 * HOUR,
      workingDays: 2,
    });
    expect(late("1 working-day", "2025-03-19T10:00", "2025-03-25T10:00")).toEqual({
      wall: 111.5 * HOUR,
      open: 0,
      workingDays: 0,
    });
    expect(late("30 minute", "2025-03-17T10:00", "2025-03-17T11:00")).toEqual({
      wall: HOUR / 2,
      open: HOUR / 2,
      workingDays: 0,
    });
  });
  test("counts the day after a due time of 24:00 as a day late", () => {
    const portal = { channel: "portal" };
    expect(late("1 working-day", "2025-03-17T10:00", "2025-03-19T10:00", office(), portal)).toEqual({
      wall: 10 * HOUR,
      open: HOUR,
      workingDays: 1,
    });
    expect(late("24 hour", "2025-03-17T00:00", "2025-03-18T00:00:01", office(), portal)).toMatchObject({
      workingDays: 1,
    });
  });
  test("leaves out what cannot be told", () => {
    const noHours = tableOf({ hours: undefined });
    expect(late("1 working-day", "2025-03-17T10:00", "2025-03-19T10:00", noHours)).toEqual({
      wall: 10 * HOUR,
      workingDays: 1,
    });
    expect(late("1 working-day", "2027-12-30T10:00", "2028-01-01T18:30")).toEqual({ wall: 24 * HOUR });
    const none = tableOf({ calendar: undefined });
    expect(late("1 day", "2025-03-17T10:00", "2025-03-18T19:30", none)).toEqual({ wall: HOUR });
  });
});
