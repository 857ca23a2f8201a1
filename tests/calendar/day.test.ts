import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAt, dayOfInstant, isoOf } from "../../src/calendar/day.ts";
import { DAY_MS } from "../../src/model/time-units.ts";

describe("days and dates, against the platform's own Date", () => {
  const first = Date.UTC(1600, 0, 1) / DAY_MS;
  const last = Date.UTC(2800, 11, 31) / DAY_MS;

  it("the date of a day, over leap years, centuries and eras", () => {
    for (let number = first; number <= last; number += 1)
      if (isoOf(dayAt(number)) !== new Date(number * DAY_MS).toISOString().slice(0, 10))
        expect.fail(`day ${number} is ${isoOf(dayAt(number))}`);
    expect(isoOf(dayAt(last))).toBe("2800-12-31");
  });

  it("the day of an instant", () => {
    fc.assert(
      fc.property(fc.integer({ min: first * DAY_MS, max: last * DAY_MS }), (instant) => {
        expect(isoOf(dayOfInstant(instant))).toBe(new Date(instant).toISOString().slice(0, 10));
      }),
    );
  });
});
