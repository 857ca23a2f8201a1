import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { submissionOf } from "../../src/check/submission.ts";
import { readZone } from "../../src/library/read-zone.ts";

const ALMATY = "Asia/Almaty";
const two = (number: number): string => String(number).padStart(2, "0");

/** Times as `request.schema.json` takes them, any day from 1971 to 2099. */
const time = fc
  .record({
    day: fc.integer({ min: 365, max: 47_480 }),
    minute: fc.integer({ min: 0, max: 1439 }),
    seconds: fc.constantFrom("", ":00", ":59", ":07.5", ":30.123456789"),
    offset: fc.constantFrom("", "Z", "+05:00", "+06:00", "-11:30", "+14:00", "-00:30"),
  })
  .map(({ day, minute, seconds, offset }) => {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}${seconds}${offset}`;
  });

describe("the time of a submission", () => {
  it("is the instant and the day that luxon reads, in the provider's zone", () => {
    fc.assert(
      fc.property(time, (text) => {
        const read = DateTime.fromISO(text, { zone: ALMATY });
        const { instant, day, isoDay, written } = submissionOf(text, readZone(ALMATY));
        // A time that the clock skipped or showed twice can be read in more than one way.
        fc.pre(read.toFormat("HH:mm") === text.slice(11, 16) || /Z$|[+-]\d\d:\d\d$/.test(text.slice(16)));
        fc.pre(read.getPossibleOffsets().length === 1);
        expect(instant).toBe(read.toMillis());
        expect(written).toBe(read.toISO({ suppressMilliseconds: true }));
        expect(isoDay).toBe(read.toISODate());
        expect(day).toBe(Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000);
      }),
      { numRuns: 2000 },
    );
  });

  it("without offset and zone is a day and no instant", () => {
    expect(submissionOf("2024-02-29T10:00", undefined)).toEqual({
      instant: undefined,
      day: Date.UTC(2024, 1, 29) / 86_400_000,
      isoDay: "2024-02-29",
      written: "2024-02-29T10:00",
    });
  });
});
