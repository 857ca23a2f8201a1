import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countryCalendar,
  type CalendarYear,
  type HolidayEntry,
} from "../../src/calendar/country-calendar.ts";
import { addMonths, dayAt, isoOf } from "../../src/calendar/day.ts";
import { due } from "../../src/calendar/due.ts";
import { elapsed } from "../../src/calendar/elapsed.ts";
import { parseCutoff, parseOpeningHours } from "../../src/calendar/opening-hours.ts";
import type { Term } from "../../src/calendar/term.ts";
import { timetable, type Timetable } from "../../src/calendar/timetable.ts";
import { localDay } from "../../src/calendar/zone-table.ts";
import { readZone } from "../../src/library/read-zone.ts";
import { calendar, tableOf } from "./counting.ts";
import { DAY_MS } from "../../src/model/time-units.ts";

/** Mutation runs make do with fewer (`stryker.vitest.config.ts`). */
const RUNS = { numRuns: Math.min(2000, Number(process.env["TARMAQ_RANDOM_TERMS"] ?? "2000")) };
/** Schedules, with a rollover and a cutoff in turn. */
const SCHEDULES = [
  undefined,
  "Mo-Fr 09:00-13:00,14:30-18:30",
  "Mo-Fr 08:00-20:00; Sa 09:00-14:00",
  "Mo-Sa 09:00-18:00",
  "24/7",
];
const ZONES = ["Asia/Almaty", "Asia/Oral", "Asia/Qyzylorda"];
const WAYS = 10;
const wayOf = (way: number): Timetable =>
  tableOf({
    zone: ZONES[way % 3]!,
    hours: SCHEDULES[way % 5],
    rollover: way % 2 === 0,
    ...(way < 5 ? {} : { cutoff: "Mo-Fr 17:30; Sa 12:00" }),
  });
/** A way to count by its number, so that a counterexample can be read. */
const anyTable = fc.nat(WAYS - 1);
/** Starts from 2010 to 2023, so that no term of the sizes below leaves the covered years. */
const anyStart = fc.integer({ min: Date.UTC(2010, 1, 3), max: Date.UTC(2023, 11, 31) });
const anyChannel = fc.constantFrom<Term["channel"][]>(
  undefined,
  "provider",
  "phone",
  "portal",
  "corporation",
  "post",
);
const anyUnit = fc.constantFrom<Term["unit"][]>(
  "second",
  "minute",
  "hour",
  "day",
  "calendar-day",
  "working-day",
  "week",
  "month",
  "same-day",
);

function dueOf(start: number, term: Term, table: Timetable): number {
  const told = due(start, term, table);
  if (told.is !== "due") throw new Error(`${isoOf(localDay(table.zone, start))}: ${told.because}`);
  return told.due;
}

describe("elapsed(start, due(start, n)) = n", () => {
  test("for seconds, minutes, hours and working days", () => {
    const exact = fc.constantFrom<Term["unit"][]>("second", "minute", "hour", "working-day");
    fc.assert(
      fc.property(
        anyTable,
        anyStart,
        exact,
        fc.nat(100),
        anyChannel,
        fc.boolean(),
        (way, start, unit, n, channel, counts) => {
          const table = wayOf(way);
          const term: Term = {
            amount: unit === "working-day" ? n + 1 : n,
            unit,
            channel,
            countsStartDay: counts,
          };
          expect(elapsed(start, dueOf(start, term, table), term, table)).toBe(term.amount);
        },
      ),
      RUNS,
    );
  });

  test("for days, weeks, months and years before the last day moves", () => {
    const units = fc.constantFrom<Term["unit"][]>("day", "calendar-day", "week", "month", "year");
    fc.assert(
      fc.property(
        anyTable,
        anyStart,
        units,
        fc.integer({ min: 1, max: 12 }),
        anyChannel,
        (way, start, unit, n, channel) => {
          const table = wayOf(way);
          const term: Term = { amount: unit === "year" ? 1 : n, unit, channel, movesToWorkingDay: false };
          expect(elapsed(start, dueOf(start, term, table), term, table)).toBe(term.amount);
        },
      ),
      RUNS,
    );
  });
});

describe("due", () => {
  test("is never before the start", () => {
    fc.assert(
      fc.property(
        anyTable,
        anyStart,
        anyUnit,
        fc.nat(30),
        anyChannel,
        (way, start, unit, amount, channel) => {
          const table = wayOf(way);
          const told = due(start, { amount, unit, channel }, table);
          expect(told.is).toBe("due");
          if (told.is !== "due") return;
          expect(told.start).toBeGreaterThanOrEqual(start);
          // Without a rollover a term of no days begun after closing is over before it begins.
          if (amount > 0 || unit === "same-day") expect(told.due).toBeGreaterThanOrEqual(told.start);
        },
      ),
      RUNS,
    );
  });

  test("is never earlier for a later start", () => {
    fc.assert(
      fc.property(
        anyTable,
        anyStart,
        fc.nat(40 * DAY_MS),
        anyUnit,
        fc.nat(30),
        anyChannel,
        (way, start, later, unit, amount, channel) => {
          const table = wayOf(way);
          const term = { amount, unit, channel };
          expect(dueOf(start + later, term, table)).toBeGreaterThanOrEqual(dueOf(start, term, table));
        },
      ),
      RUNS,
    );
  });

  test("is never earlier for a longer term", () => {
    fc.assert(
      fc.property(
        anyTable,
        anyStart,
        anyUnit,
        fc.nat(30),
        fc.nat(10),
        anyChannel,
        (way, start, unit, amount, more, channel) => {
          const table = wayOf(way);
          const clockUnits = ["second", "minute", "hour"].includes(unit);
          // From 24 hours on a term runs day and night and may end before a shorter one in open time (DESIGN.md, section 4).
          fc.pre(!clockUnits || unit !== "hour" || amount >= 24 || amount + more < 24);
          const term = { amount, unit, channel };
          expect(dueOf(start, { ...term, amount: amount + more }, table)).toBeGreaterThanOrEqual(
            dueOf(start, term, table),
          );
        },
      ),
      RUNS,
    );
  });

  test("is never earlier for one holiday more", () => {
    const YEARS: readonly CalendarYear[] = [2024, 2025, 2026, 2027].map((year) => ({
      country: "xx",
      year,
      holidays: [],
      movedDays: [],
    }));
    const holiday = (date: string, moves: boolean): HolidayEntry => ({
      date,
      name: { en: "A day" },
      act: "an act",
      moves,
      known: { from: "unknown", until: null },
    });
    const withHolidays = (
      holidays: readonly HolidayEntry[],
      hours: string | undefined,
      rollover: boolean,
    ): Timetable =>
      timetable({
        zone: readZone("Asia/Almaty"),
        calendar: countryCalendar(
          YEARS.map((year) => ({
            ...year,
            holidays: holidays.filter(({ date }) => date.startsWith(String(year.year))),
          })),
        ),
        hours: hours === undefined ? undefined : parseOpeningHours(hours),
        rollover,
        cutoff: rollover ? parseCutoff("17:00") : undefined,
      });
    const anyDate = fc.integer({ min: 19_723, max: 20_453 }).map((number) => isoOf(dayAt(number)));
    const anyHoliday = fc.tuple(anyDate, fc.boolean()).map(([date, moves]) => holiday(date, moves));
    const hours = fc.constantFrom(undefined, "Mo-Fr 09:00-13:00,14:30-18:30", "Mo-Sa 09:00-18:00", "24/7");
    fc.assert(
      fc.property(
        fc.array(anyHoliday, { maxLength: 12 }),
        anyHoliday,
        hours,
        fc.boolean(),
        fc.integer({ min: Date.UTC(2024, 0, 3), max: Date.UTC(2025, 11, 1) }),
        anyUnit,
        fc.nat(20),
        (holidays, more, open, rollover, start, unit, amount) => {
          fc.pre(!holidays.some(({ date }) => date === more.date));
          // The day of a same-day term ends at 24:00 instead of closing where it becomes a day off: later, never earlier.
          const before = dueOf(start, { amount, unit }, withHolidays(holidays, open, rollover));
          const after = dueOf(start, { amount, unit }, withHolidays([...holidays, more], open, rollover));
          expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
      { numRuns: Math.min(300, RUNS.numRuns) },
    );
  });

  test("suspended is never earlier than not suspended, and ends outside the suspension", () => {
    const unit = fc.constantFrom<Term["unit"][]>("minute", "hour", "calendar-day", "working-day", "week");
    fc.assert(
      fc.property(
        anyTable,
        anyStart,
        unit,
        fc.integer({ min: 1, max: 20 }),
        fc.nat(20 * DAY_MS),
        fc.integer({ min: 1, max: 5 * DAY_MS }),
        (way, start, of, amount, after, length) => {
          const table = wayOf(way);
          const term = { amount, unit: of };
          const stands = { from: start + after, until: start + after + length };
          const told = due(start, term, table, [stands]);
          expect(told.is).toBe("due");
          if (told.is !== "due") return;
          expect(told.due).toBeGreaterThanOrEqual(dueOf(start, term, table));
          const inside = told.due > stands.from && told.due <= stands.until;
          expect(inside).toBe(false);
          if (of !== "minute" && of !== "hour" && of !== "working-day") return;
          expect(elapsed(start, told.due, term, table, [stands])).toBe(amount);
        },
      ),
      RUNS,
    );
  });
});

test("a term counted back in open time is the same forward", () => {
  const table = tableOf();
  const anyAmount = fc.integer({ min: 1, max: 1439 });
  fc.assert(
    fc.property(anyStart, anyAmount, (start, amount) => {
      const term: Term = { amount, unit: "minute" };
      const from = dueOf(start, { ...term, direction: "before" }, table);
      expect(elapsed(from, start, term, table)).toBe(amount);
    }),
    RUNS,
  );
});

test("days agree with Date for four centuries", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -80_000, max: 80_000 }),
      fc.integer({ min: -50, max: 50 }),
      (number, months) => {
        expect(isoOf(dayAt(number))).toBe(new Date(number * DAY_MS).toISOString().slice(0, 10));
        const there = isoOf(addMonths(dayAt(number), months));
        const [year, month] = isoOf(dayAt(number)).split("-").map(Number) as [number, number];
        const total = year * 12 + month - 1 + months;
        expect(there.slice(0, 7)).toBe(
          `${String(Math.floor(total / 12)).padStart(4, "0")}-${String((((total % 12) + 12) % 12) + 1).padStart(2, "0")}`,
        );
        expect(Number(there.slice(8))).toBeLessThanOrEqual(Number(isoOf(dayAt(number)).slice(8)));
      },
    ),
    { numRuns: 5000 },
  );
});

test("the calendar covers what the properties run over", () => {
  expect([isoOf(calendar().first), isoOf(calendar().last)]).toEqual(["2010-01-01", "2027-12-31"]);
});
