import { describe, expect, it } from "vitest";
import { openCalendar } from "../../src/library/calendars.ts";
import { readZone } from "../../src/library/read-zone.ts";
import { effectiveStart } from "../../src/calendar/start.ts";
import { isoInstant } from "../../src/calendar/iso-instant.ts";
import { timetableOf } from "../../src/compile/timetable-of.ts";
import type { Channel, Rule } from "../../src/model/rule.ts";

const zone = readZone("Asia/Almaty");
const { calendar } = openCalendar("kz");
type Bare = Rule extends infer R ? (R extends Rule ? Omit<R, "id" | "cite"> : never) : never;

/** From when a term runs that begins at a local time of Monday 17 March 2025. */
function startAt(clock: string, rules: readonly Bare[], channel: Channel | undefined): string {
  const book = {
    id: "b",
    rules: rules.map((rule, index) => ({ ...rule, id: `b/${index}`, cite: "§" })),
  };
  const table = timetableOf(book, channel, { zone, calendar });
  return isoInstant(zone, effectiveStart(Date.parse(`2025-03-17T${clock}:00+05:00`), table)).slice(0, 16);
}

const HOURS: Bare = {
  kind: "hours",
  who: "provider",
  days: [1, 2, 3, 4, 5],
  open: "09:00",
  close: "18:30",
  break: ["13:00", "14:30"],
};

describe("the timetable of a book", () => {
  it("moves nothing without a rollover or cutoff", () => {
    expect(startAt("23:40", [HOURS], "portal")).toBe("2025-03-17T23:40");
  });

  it("moves by a rollover that covers the channel, and by no other", () => {
    expect(startAt("19:10", [HOURS, { kind: "rollover" }], "portal")).toBe("2025-03-18T09:00");
    expect(startAt("19:10", [HOURS, { kind: "rollover", channel: "provider" }], "portal")).toBe(
      "2025-03-17T19:10",
    );
    expect(startAt("19:10", [HOURS, { kind: "rollover", channel: "provider" }], undefined)).toBe(
      "2025-03-17T19:10",
    );
  });

  it("takes a cutoff's time, and its length before closing only where there is no time", () => {
    const before = { amount: 2, unit: "hour" } as const;
    expect(
      startAt("17:00", [HOURS, { kind: "cutoff", days: [1, 2, 3, 4, 5], time: "18:00", before }], "provider"),
    ).toBe("2025-03-17T17:00");
    expect(startAt("17:00", [HOURS, { kind: "cutoff", before }], "provider")).toBe("2025-03-18T09:00");
  });

  it("counts a rule that does not judge for nothing", () => {
    expect(startAt("19:10", [HOURS, { kind: "rollover", judges: false }], "provider")).toBe(
      "2025-03-17T19:10",
    );
  });

  it("knows the hours of the corporation from its own rules only", () => {
    expect(
      timetableOf({ id: "b", rules: [{ ...HOURS, id: "b/1", cite: "§" }] }, "corporation", {
        zone,
        calendar,
      }).hours,
    ).toBeUndefined();
  });
});
