import { describe, expect, test } from "vitest";
import { NotationError, parseCutoff, parseOpeningHours } from "../../src/calendar/opening-hours.ts";
import { hoursOn, minutesOf, weeklyHours } from "../../src/calendar/weekly-hours.ts";

const nine = { from: 540, until: 1080 };

describe("opening hours in OpenStreetMap notation", () => {
  test("weekdays with several intervals", () => {
    const day = [
      { from: 540, until: 780 },
      { from: 870, until: 1110 },
    ];
    expect(parseOpeningHours("Mo-Fr 09:00-13:00,14:30-18:30")).toEqual([day, day, day, day, day, [], []]);
    expect(parseOpeningHours("Mo-Fr 9:00 - 13:00, 14:30 - 18:30")).toEqual([day, day, day, day, day, [], []]);
  });
  test("several rules, lists of days and a range over the week's end", () => {
    const short = [{ from: 600, until: 840 }];
    expect(parseOpeningHours("Mo,We,Fr 09:00-18:00; Sa-Su 10:00-14:00;")).toEqual([
      [nine],
      [],
      [nine],
      [],
      [nine],
      short,
      short,
    ]);
    expect(parseOpeningHours("Sa-Mo 10:00-14:00")).toEqual([short, [], [], [], [], short, short]);
    expect(parseOpeningHours("Mo-Tu,Th 09:00-18:00")).toEqual([[nine], [nine], [], [nine], [], [], []]);
  });
  test("without weekdays, every day; round the clock", () => {
    expect(parseOpeningHours("09:00-18:00")).toEqual([
      [nine],
      [nine],
      [nine],
      [nine],
      [nine],
      [nine],
      [nine],
    ]);
    const all = [{ from: 0, until: 1440 }];
    expect(parseOpeningHours(" 24/7 ")).toEqual([all, all, all, all, all, all, all]);
    expect(parseOpeningHours("Mo 00:00-24:00")[0]).toEqual(all);
  });
  test("a later rule replaces an earlier one for its days", () => {
    const hours = parseOpeningHours("Mo-Su 09:00-18:00; Su 10:00-14:00");
    expect(hours[6]).toEqual([{ from: 600, until: 840 }]);
    expect(hours[5]).toEqual([nine]);
  });
  test("intervals that touch or overlap become one", () => {
    expect(parseOpeningHours("Mo 12:00-18:00,09:00-12:00")[0]).toEqual([nine]);
    expect(parseOpeningHours("Mo 09:00-18:00,10:00-11:00")[0]).toEqual([nine]);
    expect(weeklyHours([{ weekday: 2, ...nine }])[1]).toEqual([nine]);
  });
  test.each([
    ["", "cannot be read"],
    ["Mo-Fr", "cannot be read"],
    ["Mo-Fr off", "cannot be read"],
    ["PH off", "cannot be read"],
    ["Mo-Xx 09:00-18:00", "cannot be read"],
    ["Mo-Tu-We 09:00-18:00", "cannot be read"],
    ["Mo 09:00-18:00-19:00", "cannot be read"],
    ["Mo 09:00", "cannot be read"],
    ["Mo 09:00+", "cannot be read"],
    ["Jan-Mar Mo 09:00-18:00", "cannot be read"],
    ["Mo-Fr 09:00-18:00; Sa", '"Sa" cannot be read'],
    ["Mo-Fr 09:00-18:00;; Sa 10:00-12:00", "cannot be read"],
    ["Mo 22:00-06:00", "hours over midnight are two intervals"],
    ["Mo 09:00-09:00", "ends before it begins"],
    ["Mo 09:60-18:00", "09:60 is no time of day"],
    ["Mo 09:00-24:01", "24:01 is no time of day"],
    ["Mo 0900-18:00", "0900 is no time of day"],
    ["24/7 x", "cannot be read"],
  ])("refuses %o: %s", (notation, message) => {
    expect(() => parseOpeningHours(notation)).toThrow(NotationError);
    expect(() => parseOpeningHours(notation)).toThrow(message);
  });
});

describe("a cutoff", () => {
  test("is one time for every day, or one a weekday", () => {
    expect(parseCutoff("18:00")).toEqual([1080, 1080, 1080, 1080, 1080, 1080, 1080]);
    expect(parseCutoff("Mo-Fr 18:00; Sa 12:00")).toEqual([1080, 1080, 1080, 1080, 1080, 720, undefined]);
  });
  test("is refused otherwise", () => {
    expect(() => parseCutoff("Mo-Fr 09:00-18:00")).toThrow(NotationError);
    expect(() => parseCutoff("six")).toThrow(NotationError);
  });
});

test("minutes of a time of day", () => {
  expect(["00:00", "9:05", "13:30", "24:00"].map(minutesOf)).toEqual([0, 545, 810, 1440]);
  for (const wrong of ["24:30", "9", "1:5", "12:60", "-1:00", "x12:00", "12:00x", "123:00"])
    expect(() => minutesOf(wrong)).toThrow(RangeError);
});

test("hours of a weekday are those of its place in the week", () => {
  const hours = parseOpeningHours("We 09:00-18:00");
  expect(([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => hoursOn(hours, weekday).length)).toEqual([
    0, 0, 1, 0, 0, 0, 0,
  ]);
});
