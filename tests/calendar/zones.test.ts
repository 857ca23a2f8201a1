import { describe, expect, test } from "vitest";
import { day, dayAt, isoOf, weekdayOf, addMonths, yearOf } from "../../src/calendar/day.ts";
import { isoInstant } from "../../src/calendar/iso-instant.ts";
import { instantOf, localDay, offsetAt } from "../../src/calendar/zone-table.ts";
import { readZone } from "../../src/library/read-zone.ts";
import { seeded } from "./random-terms.ts";

const HOUR = 3_600_000;
const ZONES = [
  "Asia/Almaty",
  "Asia/Oral",
  "Asia/Qyzylorda",
  "Europe/Berlin",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "UTC",
];

/** Offset of a zone at an instant by the runtime's own IANA data, in ms. */
function offsetByIntl(zone: string, instant: number): number {
  const text = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" }).format(
    instant,
  );
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(text) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * 60_000);
}

describe("offsets are those of the runtime's IANA data", () => {
  test.each(ZONES)("%s", (name) => {
    const zone = readZone(name);
    const random = seeded(11);
    for (let sample = 0; sample < 300; sample += 1) {
      const instant =
        Date.UTC(1985, 0, 1) + Math.floor(random() * (Date.UTC(2040, 0, 1) - Date.UTC(1985, 0, 1)));
      expect(offsetAt(zone, instant), `${name} ${new Date(instant).toISOString()}`).toBe(
        offsetByIntl(name, instant),
      );
    }
    for (const change of zone.from.slice(1)) {
      expect(offsetAt(zone, change)).toBe(offsetByIntl(name, change));
      expect(offsetAt(zone, change - 1000)).toBe(offsetByIntl(name, change - 1000));
    }
  });

  test("Almaty went to UTC+5 on 2024-03-01, Qyzylorda on 2018-12-21, Oral stayed", () => {
    const last = (name: string): string => new Date(readZone(name).from.at(-1)!).toISOString();
    expect(last("Asia/Almaty")).toBe("2024-02-29T18:00:00.000Z");
    expect(last("Asia/Qyzylorda")).toBe("2018-12-20T18:00:00.000Z");
    expect(readZone("Asia/Oral").from.at(-1)).toBeLessThan(Date.UTC(2006, 0, 1));
    expect(readZone("Asia/Almaty")).toBe(readZone("Asia/Almaty"));
  });
});

describe("a local time", () => {
  const almaty = readZone("Asia/Almaty");
  const berlin = readZone("Europe/Berlin");
  const at = (zone: typeof almaty, date: string, clock: number): string =>
    new Date(instantOf(zone, day(date), clock)).toISOString();

  test("that the clock shows twice is the first", () => {
    expect(at(almaty, "2024-02-29", 23.5 * HOUR)).toBe("2024-02-29T17:30:00.000Z");
    expect(at(almaty, "2024-03-01", 0)).toBe("2024-02-29T19:00:00.000Z");
    expect(at(almaty, "2024-02-29", 24 * HOUR)).toBe("2024-02-29T19:00:00.000Z");
    expect(at(berlin, "2025-10-26", 2.5 * HOUR)).toBe("2025-10-26T00:30:00.000Z");
    expect(at(berlin, "2025-10-26", 3 * HOUR)).toBe("2025-10-26T02:00:00.000Z");
  });
  test("that the clock skips begins with the change", () => {
    expect(at(berlin, "2025-03-30", 1.5 * HOUR)).toBe("2025-03-30T00:30:00.000Z");
    expect(at(berlin, "2025-03-30", 2 * HOUR)).toBe("2025-03-30T01:00:00.000Z");
    expect(at(berlin, "2025-03-30", 2.5 * HOUR)).toBe("2025-03-30T01:00:00.000Z");
    expect(at(berlin, "2025-03-30", 3 * HOUR)).toBe("2025-03-30T01:00:00.000Z");
    expect(at(berlin, "2025-03-30", 3.5 * HOUR)).toBe("2025-03-30T01:30:00.000Z");
  });
  test("before the first change has the first offset", () => {
    expect(at(almaty, "1971-05-05", 0)).toBe("1971-05-04T18:00:00.000Z");
  });
  test("falls on the zone's day", () => {
    expect(isoOf(localDay(almaty, Date.parse("2025-03-17T18:59:59Z")))).toBe("2025-03-17");
    expect(isoOf(localDay(almaty, Date.parse("2025-03-17T19:00:00Z")))).toBe("2025-03-18");
  });
  test("is written with its offset, and with ms where there are any", () => {
    expect(isoInstant(almaty, Date.parse("2024-02-29T17:30:00Z"))).toBe("2024-02-29T23:30:00+06:00");
    expect(isoInstant(almaty, Date.parse("2024-02-29T18:30:05.007Z"))).toBe("2024-02-29T23:30:05.007+05:00");
    expect(isoInstant(readZone("America/St_Johns"), Date.parse("2025-01-01T00:00:00Z"))).toBe(
      "2024-12-31T20:30:00-03:30",
    );
    expect(isoInstant(readZone("UTC"), 0)).toBe("1970-01-01T00:00:00+00:00");
  });
});

describe("days", () => {
  test("are read and written as dates", () => {
    expect(day("1970-01-01")).toBe(0);
    expect(isoOf(day("2024-02-29"))).toBe("2024-02-29");
    expect(yearOf(day("2024-12-31"))).toBe(2024);
    for (const wrong of [
      "2025-02-29",
      "2025-13-01",
      "2025-00-10",
      "2025-1-1",
      "x2025-01-01",
      "2025-01-01x",
      "",
    ])
      expect(() => day(wrong)).toThrow(`${wrong} is no date`);
  });
  test("have ISO weekdays, before 1970 too", () => {
    const names = [
      "2025-03-17",
      "2025-03-18",
      "2025-03-19",
      "2025-03-20",
      "2025-03-21",
      "2025-03-22",
      "2025-03-23",
    ];
    expect(names.map((date) => weekdayOf(day(date)))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(weekdayOf(day("1970-01-01"))).toBe(4);
    expect(weekdayOf(dayAt(-8))).toBe(3);
  });
  test("months on keep the day of the month, or take the last", () => {
    expect(isoOf(addMonths(day("2025-01-31"), 1))).toBe("2025-02-28");
    expect(isoOf(addMonths(day("2025-01-31"), 13))).toBe("2026-02-28");
    expect(isoOf(addMonths(day("2025-03-31"), -1))).toBe("2025-02-28");
    expect(isoOf(addMonths(day("2025-12-15"), 1))).toBe("2026-01-15");
    expect(isoOf(addMonths(day("2025-01-30"), 2))).toBe("2025-03-30");
  });
});
