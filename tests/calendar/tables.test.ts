import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { due } from "../../src/calendar/due.ts";
import { openAt } from "../../src/calendar/open-time.ts";
import { calendarTables, type IntegerTable } from "../../src/calendar/tables.ts";
import type { Timetable } from "../../src/calendar/timetable.ts";
import { tableOf } from "./counting.ts";
import { seeded } from "./random-terms.ts";

const random = seeded(3);
const starts = Array.from({ length: 500 }, () =>
  Math.floor(Date.UTC(2010, 1, 1) + random() * (Date.UTC(2027, 10, 1) - Date.UTC(2010, 1, 1))),
);

/** Where a term begins: the event, the same day's opening, or the next opening. */
const BEGAN = `CREATE VIEW began AS
  WITH local AS (
    SELECT e.id, e.at_ms, d.*, (e.at_ms + z.offset_ms) - d.day * 86400000 AS since
    FROM event e
    JOIN zone_offset z ON e.at_ms >= z.from_ms AND e.at_ms < z.until_ms
    JOIN day d ON e.at_ms >= d.start_ms AND e.at_ms < d.end_ms)
  SELECT id, CASE
    WHEN accepts = 1 AND since < opens * 60000 THEN l.opens_ms
    WHEN accepts = 1 AND since < closes * 60000 AND since <= cutoff * 60000 THEN at_ms
    ELSE (SELECT MIN(n.opens_ms) FROM day n WHERE n.accepts = 1 AND n.day > l.day) END AS start_ms
  FROM local l`;

async function load(connection: DuckDBConnection, name: string, columns: IntegerTable): Promise<void> {
  const names = Object.keys(columns);
  await connection.run(`CREATE TABLE ${name} (${names.map((column) => `${column} BIGINT`).join(", ")})`);
  const appender = await connection.createAppender(name);
  const length = columns[names[0]!]!.length;
  for (let row = 0; row < length; row += 1) {
    for (const column of names) appender.appendBigInt(BigInt(columns[column]![row]!));
    appender.endRow();
  }
  appender.closeSync();
}

/** What a query over a timetable's tables and the events says. */
async function rowsOver(table: Timetable, sql: string): Promise<Record<string, bigint>[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  for (const [name, columns] of Object.entries(calendarTables(table)))
    await load(connection, name, columns as IntegerTable);
  await load(connection, "event", { id: starts.map((_, index) => index), at_ms: starts });
  await connection.run(BEGAN);
  const rows = (await (await connection.run(sql)).getRowObjects()) as Record<string, bigint>[];
  connection.closeSync();
  instance.closeSync();
  return rows;
}

describe("the calendar as tables for SQL", () => {
  test("ten working days are a join", async () => {
    const table = tableOf({ rollover: true, cutoff: "18:00" });
    const told = await rowsOver(
      table,
      `SELECT b.id, b.start_ms, l.closes_ms AS due_ms
      FROM began b
      JOIN day s ON b.start_ms >= s.start_ms AND b.start_ms < s.end_ms
      JOIN working_day w ON w.n = s.working_before + s.working + 10 - 1
      JOIN day l ON l.day = w.day ORDER BY b.id`,
    );
    expect(told.length).toBe(starts.length);
    for (const { id, start_ms: start, due_ms: ends } of told) {
      const expected = due(starts[Number(id)]!, { amount: 10, unit: "working-day" }, table);
      expect([Number(start), Number(ends)]).toEqual(
        expected.is === "due" ? [expected.start, expected.due] : [],
      );
    }
  });

  test("thirty open minutes are a join", async () => {
    const table = tableOf({ rollover: true, cutoff: "18:00" });
    const told = await rowsOver(
      table,
      `WITH opened AS (
        SELECT b.id, b.start_ms, MAX(i.open_before_ms + LEAST(b.start_ms, i.end_ms) - i.start_ms) AS open_ms
        FROM began b JOIN open_interval i ON i.start_ms <= b.start_ms GROUP BY ALL)
      SELECT o.id, o.open_ms, i.start_ms + o.open_ms + 1800000 - i.open_before_ms AS due_ms
      FROM opened o JOIN open_interval i
        ON o.open_ms + 1800000 > i.open_before_ms
        AND o.open_ms + 1800000 <= i.open_before_ms + i.end_ms - i.start_ms ORDER BY o.id`,
    );
    expect(told.length).toBe(starts.length);
    for (const { id, open_ms: open, due_ms: ends } of told) {
      const expected = due(starts[Number(id)]!, { amount: 30, unit: "minute" }, table);
      if (expected.is !== "due") throw new Error(expected.because);
      expect([Number(open), Number(ends)]).toEqual([openAt(table, expected.start), expected.due]);
    }
  });
});

test("without hours every working day accepts from 00:00 to 24:00, and nothing is open", () => {
  const { day, open_interval: intervals } = calendarTables(tableOf({ hours: undefined }));
  expect(day["opens"]![0]).toBe(0);
  expect(day["closes"]![0]).toBe(1440);
  expect(Array.from(day["accepts"]!)).toEqual(Array.from(day["working"]!));
  expect(day["closes_ms"]).toEqual(day["end_ms"]);
  expect(intervals["start_ms"]!.length).toBe(0);
});

test("all columns of a table are of one length, and whole numbers", () => {
  for (const columns of Object.values(calendarTables(tableOf({ hours: "24/7" }))))
    for (const column of Object.values(columns as IntegerTable)) {
      expect(column.length).toBe((Object.values(columns as IntegerTable)[0] as ArrayLike<number>).length);
      expect(Array.from(column).every(Number.isSafeInteger)).toBe(true);
    }
});
