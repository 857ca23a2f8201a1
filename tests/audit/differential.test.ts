import { describe, expect, it } from "vitest";
import { termOf, type BookAtWork } from "../../src/audit/plan/book.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { due } from "../../src/calendar/due.ts";
import { lateBy } from "../../src/calendar/elapsed.ts";
import type { Suspension } from "../../src/calendar/suspension.ts";
import { CHANNELS, type Channel, type DeadlineRule, type Rule, type Weekday } from "../../src/model/rule.ts";
import type { Unit } from "../../src/model/duration.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { auditOf, seeded } from "./run-on.ts";

const LENGTHS: readonly (readonly [Unit, readonly number[]])[] = [
  ["second", [45]],
  ["minute", [1, 20, 30, 90]],
  ["hour", [1, 8, 24, 72]],
  ["day", [1, 5]],
  ["calendar-day", [3, 30]],
  ["working-day", [1, 3, 10]],
  ["week", [2]],
  ["month", [1, 3]],
  ["year", [1]],
  ["same-day", [0]],
];

let number = 0;
const rule = (fields: Partial<DeadlineRule>): DeadlineRule => ({
  id: `d${(number += 1)}`,
  kind: "deadline",
  subject: "service",
  amount: 1,
  unit: "day",
  cite: "1",
  ...fields,
});

/** Every unit and length, counted as the law mostly does and in each other way. */
const deadlines = (): Rule[] =>
  LENGTHS.flatMap(([unit, amounts]) =>
    amounts.flatMap((amount) => [
      rule({ unit, amount }),
      rule({ unit, amount, countsStartDay: true, movesToWorkingDay: false }),
      rule({ unit, amount, clock: "wall" }),
    ]),
  );

const hours = (
  who: "provider" | "corporation",
  days: readonly Weekday[],
  open: string,
  close: string,
  pause?: readonly [string, string],
): Rule => ({
  id: `h${(number += 1)}`,
  kind: "hours",
  cite: "h",
  who,
  days,
  open,
  close,
  break: pause ?? null,
});

const BOOKS: Readonly<Record<string, () => Rulebook>> = {
  "five days with lunch, rollover and cutoff": () => ({
    id: "b",
    zone: "Asia/Almaty",
    calendar: "kz",
    rules: [
      ...deadlines(),
      hours("provider", [1, 2, 3, 4, 5], "09:00", "18:30", ["13:00", "14:30"]),
      hours("corporation", [1, 2, 3, 4, 5, 6], "08:00", "20:00"),
      { id: "r", kind: "rollover", cite: "r" },
      { id: "c", kind: "cutoff", cite: "c", time: "17:30", days: [1, 2, 3, 4, 5], channel: "provider" },
    ],
  }),
  "six days, no rollover": () => ({
    id: "b",
    zone: "Asia/Qyzylorda",
    calendar: "kz",
    week: 6,
    rules: [
      ...deadlines(),
      hours("provider", [1, 2, 3, 4, 5], "08:00", "20:00"),
      hours("provider", [6], "09:00", "14:00"),
    ],
  }),
  "no hours": () => ({ id: "b", zone: "Asia/Almaty", calendar: "kz", rules: deadlines() }),
  "round the clock with summer time": () => ({
    id: "b",
    zone: "Europe/Amsterdam",
    calendar: "kz",
    rules: [...deadlines(), { id: "h", kind: "hours", cite: "h", who: "provider", roundTheClock: true }],
  }),
  "no calendar, and summer time": () => ({
    id: "b",
    zone: "America/New_York",
    rules: [...deadlines(), hours("provider", [1, 2, 3, 4, 5], "09:00", "17:00")],
  }),
};

const MAPPING: Mapping = {
  columns: { case: "case", activity: "activity", time: "time", channel: "channel" },
  events: { in: "submitted", out: "result-issued", stop: "suspended", go: "resumed" },
};

interface Case {
  readonly channel: Channel;
  readonly start: number;
  readonly done: number | undefined;
  readonly suspensions: readonly Suspension[];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function cases(count: number, seed: number): Case[] {
  const random = seeded(seed);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  // About the days on which clocks and calendars are hard: 1 March 2024, Nauryz, the moved days of 2018, summer time.
  const hard = [
    "2024-02-27",
    "2024-03-08",
    "2025-03-19",
    "2018-02-26",
    "2024-12-27",
    "2025-10-24",
    "2026-03-05",
  ];
  return Array.from({ length: count }, () => {
    const from =
      random() < 0.5 ? Date.parse(hard[upTo(hard.length)] ?? "") : Date.UTC(2017, 0, 1) + upTo(9 * 365) * DAY;
    const start = from + upTo(5 * 24 * 60) * MINUTE + (random() < 0.3 ? upTo(MINUTE) : 0);
    const suspensions: Suspension[] = [];
    let at = start;
    for (let left = random() < 0.4 ? 1 + upTo(3) : 0; left > 0; left -= 1) {
      const stop = at + upTo(random() < 0.5 ? 4 * 60 : 4 * 24 * 60) * MINUTE + 1000;
      at = stop + upTo(random() < 0.5 ? 3 * 60 : 6 * 24 * 60) * MINUTE + 1000;
      suspensions.push({ from: stop, until: at });
    }
    const wait =
      random() < 0.4 ? upTo(3 * 60) * MINUTE : upTo(random() < 0.8 ? 20 * 24 * 60 : 500 * 24 * 60) * MINUTE;
    const done = random() < 0.1 ? undefined : at + wait;
    return { channel: CHANNELS[upTo(CHANNELS.length)] ?? "provider", start, done, suspensions };
  });
}

function logOf(all: readonly Case[]): string {
  const rows = all.flatMap(({ channel, start, done, suspensions }, index) => [
    [index, "in", start, channel],
    ...suspensions.flatMap(({ from, until }) => [
      [index, "stop", from, channel],
      [index, "go", until, channel],
    ]),
    ...(done === undefined ? [] : [[index, "out", done, channel]]),
  ]);
  return `case,activity,time,channel\n${rows.map(([id, what, at, channel]) => `${id},${what},${new Date(Number(at)).toISOString()},${channel}`).join("\n")}\n`;
}

/** What the library says of one deadline of one case. */
function expected(
  book: BookAtWork,
  deadline: DeadlineRule,
  { channel, start, done, suspensions }: Case,
): unknown {
  const table = book.timetable(channel);
  const limit = due(start, termOf(deadline, channel), table, suspensions);
  if (limit.is === "unknown") return { outcome: "cannot-be-told", reason: limit.because };
  const late = done === undefined ? undefined : lateBy(limit, done, table);
  const outcome = done === undefined ? "running" : late === undefined ? "met" : "late";
  return {
    outcome,
    reason: null,
    start: limit.start,
    due: limit.due,
    ...(late === undefined
      ? {}
      : { wall: late.wall, open: late.open ?? null, days: late.workingDays ?? null }),
  };
}

describe("the SQL plan and the library's due", () => {
  for (const [name, make] of Object.entries(BOOKS))
    it(`agree on every deadline of every case: ${name}`, async () => {
      const book = make();
      const atWork = bookAtWork(book);
      const all = cases(120, number);
      const { rows } = await auditOf(logOf(all), MAPPING, [atWork]);
      const bySql = new Map(rows.map((row) => [`${row.case_id}/${String(row.rule_no)}`, row]));
      let compared = 0;
      const differences: unknown[] = [];
      for (const [index, each] of all.entries())
        for (const [ruleNumber, deadline] of book.rules.entries()) {
          if (deadline.kind !== "deadline") continue;
          const row = bySql.get(`${index}/${ruleNumber}`);
          if (row?.reason === "hours-unknown") continue;
          const law = expected(atWork, deadline, each);
          const sql =
            row?.outcome === "cannot-be-told"
              ? { outcome: row.outcome, reason: row.reason }
              : {
                  outcome: row?.outcome,
                  reason: row?.reason,
                  start: row?.start_at,
                  due: row?.due_at,
                  ...(row?.late_wall == null
                    ? {}
                    : { wall: row.late_wall, open: row.late_open, days: row.late_days }),
                };
          compared += 1;
          if (JSON.stringify(law) !== JSON.stringify(sql)) differences.push({ deadline, each, law, sql });
        }

      expect(differences.slice(0, 3), `${differences.length} of ${compared}`).toEqual([]);
      expect(compared).toBeGreaterThan(4000);
    });
});
