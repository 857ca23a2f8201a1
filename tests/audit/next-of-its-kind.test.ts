import { describe, expect, it } from "vitest";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import type { DeadlineRule } from "../../src/model/rule.ts";
import { auditOf, seeded } from "./run-on.ts";

const MAPPING: Mapping = {
  columns: { case: "case", activity: "activity", time: "time" },
  events: { r: "step:report", e: "step:end" },
};
const RULE: DeadlineRule = {
  id: "weekly",
  kind: "deadline",
  subject: "step",
  amount: 7,
  unit: "calendar-day",
  fromEvent: "step:report",
  toEvent: "step:report",
  cite: "1",
};
const BOOK = bookAtWork({ id: "b", zone: "Asia/Almaty", rules: [RULE] });

async function audit(rows: readonly string[], now?: string): Promise<string[]> {
  const log = `case,activity,time\n${rows.join("\n")}\n`;
  const { findings } = await auditOf(log, MAPPING, [BOOK], now === undefined ? {} : { now });
  return findings.map(({ case: id, outcome, rows: lines }) => `${id} ${outcome} ${lines.join("-")}`);
}

describe("a term from one event to the next of its kind", () => {
  it("is answered by the next, each once; the last is open", async () => {
    // Reports of 3 and 5 June; seven days after the 5th are the 12th; the third of the 20th is open until the 27th.
    const rows = ["1,r,2024-06-03", "1,r,2024-06-05", "1,r,2024-06-20", "2,r,2024-06-03"];
    expect(await audit(rows)).toEqual(["1 met 2-3", "1 late 3-4", "1 running 4", "2 running 5"]);
    expect(await audit(rows, "2024-06-20T12:00:00+05:00")).toEqual([
      "1 met 2-3",
      "1 late 3-4",
      "1 running 4",
      "2 overdue 5",
    ]);
  });

  it("in any order of the rows: a thousand made-up cases, each pair of neighbours counted by hand", async () => {
    const random = seeded(8);
    const rows: string[] = [];
    const expected = { met: 0, late: 0, running: 0 };
    for (let id = 0; id < 1000; id += 1) {
      const days = [
        ...new Set(Array.from({ length: 1 + Math.floor(random() * 5) }, () => Math.floor(random() * 60))),
      ];
      const own = days.map(
        (day) => `${id},r,${new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)}`,
      );
      rows.push(...(random() < 0.5 ? own : own.reverse()));
      days.sort((a, b) => a - b);
      for (const [place, day] of days.entries()) {
        const next = days[place + 1];
        expected[next === undefined ? "running" : next - day <= 7 ? "met" : "late"] += 1;
      }
    }
    const told = await audit(rows);
    const count = (outcome: string): number => told.filter((each) => each.split(" ")[1] === outcome).length;
    expect({ met: count("met"), late: count("late"), running: count("running") }).toEqual(expected);
    expect(told).toHaveLength(expected.met + expected.late + expected.running);
  });
});
