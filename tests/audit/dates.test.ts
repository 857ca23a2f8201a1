import { describe, expect, it } from "vitest";
import { DateTime } from "luxon";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import type { Unit } from "../../src/model/duration.ts";
import type { DeadlineRule, Rule } from "../../src/model/rule.ts";
import { deadline } from "./reduced.ts";
import { auditOf } from "./run-on.ts";

const MAPPING: Mapping = {
  columns: { case: "case", activity: "activity", time: "time" },
  events: { s: "submitted", e: "result-issued" },
};
const HOURS: Rule = {
  id: "hours",
  kind: "hours",
  who: "provider",
  cite: "h",
  days: [1, 2, 3, 4, 5],
  open: "09:00",
  close: "18:30",
};

/** Outcome of a case that begins and ends so. */
async function told(
  term: Partial<DeadlineRule>,
  start: string,
  done: string,
  time?: Mapping["time"],
): Promise<string> {
  const { findings } = await auditOf(
    `case,activity,time\n1,s,${start}\n1,e,${done}\n`,
    { ...MAPPING, ...(time === undefined ? {} : { time }) },
    [bookAtWork({ id: "b", zone: "Asia/Almaty", rules: [deadline("t", { unit: "day", ...term })] })],
  );
  return findings.map(({ outcome, reason }) => outcome + (reason === null ? "" : ` ${reason}`)).join();
}

const plus = (date: string, days: number): string => DateTime.fromISO(date).plus({ days }).toISODate() ?? "";

/** Terms with the last day on which they are met, counted on a calendar of paper: April 2025 has no holidays. */
const LAST_DAYS: readonly (readonly [amount: number, unit: Unit, start: string, last: string])[] = [
  [1, "calendar-day", "2024-05-01", "2024-05-02"],
  [1, "day", "2024-05-01", "2024-05-02"],
  [1, "working-day", "2025-04-03", "2025-04-04"],
  [1, "working-day", "2025-04-04", "2025-04-07"],
  [3, "working-day", "2025-04-14", "2025-04-17"],
  [1, "week", "2025-04-01", "2025-04-08"],
  [1, "month", "2025-01-31", "2025-02-28"],
  [1, "year", "2024-02-29", "2025-02-28"],
  [0, "same-day", "2025-04-03", "2025-04-03"],
];

describe("a date without a time is the whole day", () => {
  for (const hours of [[], [HOURS]])
    it(`in time on the last day, late the day after${hours.length === 0 ? "" : ", with hours"}`, async () => {
      const rules = LAST_DAYS.map(([amount, unit, start], number): Rule => ({
        id: `${amount} ${unit} from ${start}`,
        kind: "deadline",
        subject: "service",
        amount,
        unit,
        cite: String(number),
      }));
      const cases = LAST_DAYS.flatMap(([, , start, last], number) =>
        [start, `${start}T10:00:00+05:00`].flatMap((begun) =>
          [last, plus(last, 1)].map((done) => ({ rule: rules[number]?.id, begun, done, last })),
        ),
      );
      const rows = cases.flatMap(({ begun, done }, number) => [
        `${number},s,${begun}`,
        `${number},e,${done}`,
      ]);
      const { findings } = await auditOf(`case,activity,time\n${rows.join("\n")}\n`, MAPPING, [
        bookAtWork({ id: "b", zone: "Asia/Almaty", calendar: "kz", rules: [...rules, ...hours] }),
      ]);
      for (const [number, { rule, begun, done, last }] of cases.entries())
        expect(
          findings.find((finding) => finding.case === String(number) && finding.rule === rule)?.outcome,
          `${rule}, begun ${begun}, done ${done}`,
        ).toBe(done === last ? "met" : "late");
    });

  it("an instant is not a day: done exactly at 24:00 of the last day is in time, a millisecond later is late", async () => {
    const day: Partial<DeadlineRule> = { unit: "calendar-day" };
    expect(await told(day, "2024-05-01T10:00:00+05:00", "2024-05-03T00:00:00+05:00")).toBe("met");
    expect(await told(day, "2024-05-01T10:00:00+05:00", "2024-05-03T00:00:00.001+05:00")).toBe("late");
  });

  it("terms of hours stay in doubt where the date leaves it open, and only there", async () => {
    const hours: Partial<DeadlineRule> = { unit: "hour", amount: 24, clock: "wall" };
    expect(await told(hours, "2024-05-01T10:00:00+05:00", "2024-05-01")).toBe("met");
    expect(await told(hours, "2024-05-01T10:00:00+05:00", "2024-05-02")).toBe("cannot-be-told date-only");
    expect(await told(hours, "2024-05-01T10:00:00+05:00", "2024-05-03")).toBe("late");
  });

  it("on a day that its clock made longer or shorter, too", async () => {
    // Almaty's 29 February 2024 had 25 hours.
    expect(await told({ unit: "calendar-day" }, "2024-02-28", "2024-02-29")).toBe("met");
    expect(await told({ unit: "calendar-day" }, "2024-02-28", "2024-03-01")).toBe("late");
    expect(await told({ unit: "calendar-day" }, "2024-02-29", "2024-03-02")).toBe("late");
  });

  it("at 00:00 too, with an offset or without, where the mapping says that midnight is a date", async () => {
    const midnight: Mapping["time"] = { midnightIsDate: true };
    const day: Partial<DeadlineRule> = { unit: "calendar-day" };
    const written = [
      (date: string): string => `${date}T00:00:00`,
      (date: string): string => `${date}T00:00:00+05:00`,
      (date: string): string => `${date}T00:00:00.000+06:00`,
      (date: string): string => `${date}T00:00:00Z`,
      // Midnight of Almaty, written by the clock of Greenwich.
      (date: string): string => `${plus(date, -1)}T19:00:00Z`,
    ];
    for (const write of written) {
      const start = write("2024-05-01");
      expect(await told(day, start, write("2024-05-02"), midnight), start).toBe("met");
      expect(await told(day, start, write("2024-05-03"), midnight), start).toBe("late");
      // 24 hours from some time on 1 May end on 2 May, and so may what was done that day.
      const hours: Partial<DeadlineRule> = { unit: "hour", amount: 24, clock: "wall" };
      expect(await told(hours, start, write("2024-05-02"), midnight), start).toBe("cannot-be-told date-only");
    }
    expect(await told(day, "2024-05-01T00:00:00+05:00", "2024-05-03T00:00:00+05:00")).toBe("met");
    expect(await told(day, "2024-05-01T00:00:00+99:00", "2024-05-03T00:00:00+05:00", midnight)).toBe(
      "cannot-be-told no-start",
    );
  });

  it("in numbers since 1970 as well", async () => {
    const at = (iso: string): string => String(Date.parse(iso));
    const midnight: Mapping["time"] = { midnightIsDate: true, epoch: "milliseconds" };
    const start = at("2024-05-01T00:00:00+05:00");
    const day: Partial<DeadlineRule> = { unit: "calendar-day" };
    expect(await told(day, start, at("2024-05-02T00:00:00+05:00"), midnight)).toBe("met");
    expect(await told(day, start, at("2024-05-03T00:00:00+05:00"), midnight)).toBe("late");
  });
});
