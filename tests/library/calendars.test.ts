import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countryCalendar } from "../../src/calendar/country-calendar.ts";
import { day, isoOf } from "../../src/calendar/day.ts";
import { due } from "../../src/calendar/due.ts";
import { isoInstant } from "../../src/calendar/iso-instant.ts";
import { timetable } from "../../src/calendar/timetable.ts";
import { Calendars, openCalendar } from "../../src/library/calendars.ts";
import { readZone } from "../../src/library/read-zone.ts";
import { Trouble } from "../../src/model/trouble.ts";

const folder = join(import.meta.dirname, "../fixtures/calendar/atlantis");

describe("another country is another folder", () => {
  const read = (): ReturnType<typeof openCalendar> => openCalendar(folder);

  test("with its own days off, moves and acts", () => {
    const { calendar, id } = read();
    expect(id).toBe("atlantis");
    const off = [...calendar.weeks[5].off.values()].sort((a, b) => a.day - b.day);
    expect(off.map((entry) => [isoOf(entry.day), entry.why, entry.act])).toEqual([
      ["2030-01-01", "holiday", "A-1"],
      ["2030-06-15", "holiday", "A-1"],
      ["2030-06-16", "holiday", "A-1"],
      ["2030-06-17", "moved-holiday", "A-1"],
      ["2030-06-21", "moved-by-act", "A-2"],
    ]);
    expect([...calendar.weeks[6].off.keys()].sort((a, b) => a - b).map(isoOf)).toEqual([
      "2030-01-01",
      "2030-06-15",
      "2030-06-16",
    ]);
  });

  test("is counted with as it is", () => {
    const { calendar } = read();
    const table = timetable({ zone: readZone("Atlantic/Azores"), calendar });
    const told = due(Date.parse("2030-06-14T12:00:00Z"), { amount: 5, unit: "working-day" }, table);
    expect(told.is === "due" && isoInstant(table.zone, told.due)).toBe("2030-06-25T00:00:00+00:00");
  });

  test("as known before the order, the Friday is worked", () => {
    const before = openCalendar(folder, { asKnown: day("2030-01-31") }).calendar;
    expect(before.weeks[5].off.has(day("2030-06-21"))).toBe(false);
  });
});

describe("a folder that is wrong", () => {
  const wrong = mkdtempSync(join(tmpdir(), "tarmaq-calendar-"));
  const year = (number: number): string =>
    JSON.stringify({ country: "xx", year: number, holidays: [], movedDays: [] });
  beforeAll(() => {
    writeFileSync(join(wrong, "2030.json"), year(2030));
  });
  afterAll(() => {
    rmSync(wrong, { recursive: true });
  });
  const trouble = (name: string, content: string): Trouble => {
    writeFileSync(join(wrong, name), content);
    try {
      openCalendar(wrong);
    } catch (error) {
      if (error instanceof Trouble) return error;
      throw error;
    } finally {
      rmSync(join(wrong, name));
    }
    throw new Error("nothing was found wrong");
  };

  test.each([
    ["2032.json", year(2032), "the year 2031 is missing"],
    ["2031.json", year(2032), "is named 2031.json and holds the year 2032"],
    ["2031.json", "{", "is no JSON"],
    ["2031.json", "\u{feff}[]", "must be object"],
    ["2031.json", year(2031).replace("holidays", "holydays"), 'must have "holidays"'],
    ["acts.json", "{}", 'must have "country"'],
    [
      "2031.json",
      JSON.stringify({
        country: "xx",
        year: 2031,
        holidays: [],
        movedDays: [
          { off: "2032-01-05", worked: "2031-01-06", act: "A", known: { from: "unknown", until: null } },
        ],
      }),
      "2032-01-05 is no day of 2031",
    ],
  ])("%s %s: %s", (name, content, message) => {
    const found = trouble(name, content);
    expect(found.message).toContain(message);
    expect(found.at.file).toContain(wrong);
    expect(found.at.wayOut).not.toBe("");
  });

  test("a country that is not there, or is no name", () => {
    for (const name of ["zz", "KZ", "..", "kz\0"])
      expect(() => openCalendar(name)).toThrow(/there is no calendar/);
  });

  test("no year at all", () => {
    expect(() => countryCalendar([])).toThrow("a calendar needs at least one year");
  });
});

describe("calendars of a library", () => {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-calendars-"));
  beforeAll(() => {
    mkdirSync(join(folder, "kz"));
    const known = { from: "unknown", until: null };
    const holidays = [{ date: "2030-02-05", name: { kk: "…" }, act: "X-1", moves: true, known }];
    writeFileSync(
      join(folder, "kz", "2030.json"),
      JSON.stringify({ country: "kz", year: 2030, holidays, movedDays: [] }),
    );
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test("are looked for in the folder that is named, then among those that Tarmaq brings", () => {
    const own = openCalendar("kz", { folder });
    expect(own.files).toEqual(["2030.json"]);
    expect(own.calendar.weeks[5].off.has(day("2030-02-05"))).toBe(true);
    rmSync(join(folder, "kz"), { recursive: true });
    expect(openCalendar("kz", { folder }).sha256).toBe(openCalendar("kz").sha256);
  });

  test("are opened once each", () => {
    const calendars = new Calendars();
    expect(calendars.of("kz")).toBe(calendars.of("kz"));
  });
});
