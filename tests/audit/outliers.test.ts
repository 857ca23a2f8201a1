import { describe, expect, it } from "vitest";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import type { AuditSummary } from "../../src/model/audit.ts";
import type { Rule } from "../../src/model/rule.ts";
import { auditOf } from "./run-on.ts";

const RULES: Rule[] = [
  { id: "d3", kind: "deadline", subject: "service", amount: 3, unit: "calendar-day", cite: "1" },
  {
    id: "step",
    kind: "deadline",
    subject: "step",
    amount: 3,
    unit: "calendar-day",
    fromEvent: "step:x",
    toEvent: "step:y",
    cite: "2",
  },
  {
    id: "h",
    kind: "hours",
    who: "provider",
    days: [1, 2, 3, 4, 5],
    open: "09:00",
    close: "18:00",
    cite: "3",
  },
];
const BOOK = bookAtWork({ id: "b", zone: "Asia/Almaty", rules: RULES });
const MAPPING: Mapping = {
  columns: { case: "case", activity: "activity", time: "time" },
  events: { s: "submitted", e: "result-issued", x: "step:x", y: "step:y", stop: "suspended", go: "resumed" },
  defaults: { channel: "provider" },
};
/** Some ordinary cases: 20 in June 2024. */
const ORDINARY = Array.from({ length: 20 }, (_, day) => {
  const date = `2024-06-${String(day + 1).padStart(2, "0")}`;
  return `ok${day},s,${date}; ok${day},e,${date}`;
}).join("; ");

async function audit(rows: string, now?: string): Promise<{ told: string[]; summary: AuditSummary }> {
  const log = `case,activity,time\n${`${rows}; ${ORDINARY}`.split("; ").join("\n")}\n`;
  const { findings, summary } = await auditOf(log, MAPPING, [BOOK], now === undefined ? {} : { now });
  const told = findings
    .filter(({ case: id }) => !id.startsWith("ok"))
    .map(({ case: id, outcome, reason }) => `${id} ${outcome}${reason === null ? "" : ` ${reason}`}`);
  return { told, summary };
}

describe("a time that can hardly be meant", () => {
  for (const time of [
    "2203-06-04",
    "1899-12-30",
    "1900-01-01",
    "1970-01-01T00:00:00Z",
    "1970-01-01",
    "2014-06-04T10:00:00+05:00",
  ])
    it(`${time}: neither accuses nor acquits, as a start and as an end, and is told`, async () => {
      const { told, summary } = await audit(
        `1,s,${time}; 1,e,2024-06-04; 2,s,2024-06-03; 2,e,${time}; 3,s,${time}`,
        "2024-07-01T00:00:00+05:00",
      );
      // An end before its start is none: then it is their order that cannot be right.
      const end = time < "2024" ? "order" : "outlier-time";
      const start = time < "2024" ? "outlier-time" : "order";
      expect(told).toEqual([
        `1 cannot-be-told ${start}`,
        `2 cannot-be-told ${end}`,
        "3 cannot-be-told outlier-time",
      ]);
      expect(summary.outliers.rows).toBe(3);
      expect(summary.outliers.samples.map(({ row }) => row)).toEqual([2, 5, 6]);
    });

  it("leaves alone what does not hang on it", async () => {
    const { told } = await audit("1,s,2024-06-03; 1,x,2203-01-01; 1,e,2024-06-04; 1,y,2203-01-02");
    expect(told).toEqual(["1 met", "1 cannot-be-told outlier-time"]);
  });

  it("as a suspension leaves every term of its case open", async () => {
    const { told } = await audit("1,s,2024-06-03; 1,stop,1900-01-01; 1,go,2024-06-19; 1,e,2024-06-20");
    expect(told).toEqual(["1 cannot-be-told outlier-time"]);
  });

  it("is no work outside hours", async () => {
    // 1 January 2203 is a Saturday.
    const { summary } = await audit("1,s,2024-06-03T10:00:00+05:00; 1,e,2203-01-01T03:00:00+05:00");
    expect(summary.outcomes["outside-hours"]).toBeUndefined();
  });

  it("is no year that many events lie in, and none that lies near the others", async () => {
    const old = Array.from(
      { length: 20 },
      (_, day) => `old${day},s,2004-06-${String(day + 1).padStart(2, "0")}`,
    ).join("; ");
    expect((await audit(old)).summary.outliers).toEqual({ rows: 0, samples: [] });
    expect((await audit("1,s,2021-06-03; 1,e,2024-06-04")).told).toEqual(["1 late"]);
  });
});
