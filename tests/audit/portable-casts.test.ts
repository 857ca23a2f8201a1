import { describe, expect, it } from "vitest";
import { calendarData, rangeOf } from "../../src/audit/plan/calendar-data.ts";
import type { LogShape } from "../../src/audit/plan/log-shape.ts";
import { EVENT } from "../../src/audit/plan/plan-script.ts";
import { planOf } from "../../src/audit/plan/plan.ts";
import { stepsOf } from "../../src/audit/plan/steps.ts";
import { DUCKDB, POSTGRES, SPARK } from "../../src/engine/dialect.ts";
import { printed, sql } from "../../src/engine/sql.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { FULL_LOG, fullPlan } from "./generate-steps-page.ts";
import { brought } from "./reduced.ts";
import { madeCases, madeMapping } from "./synthetic-log.ts";
import { ownDatabase } from "../engine/own-database.ts";

/** What every `cast(… as bigint)` (or smallint) of a question is made of. */
function castsToWhole(question: string): string[] {
  const made: string[] = [];
  for (const { index } of question.matchAll(/\bcast\(/g)) {
    const from = index + "cast(".length;
    let depth = 1;
    let at = from;
    for (; depth > 0; at += 1) depth += question[at] === "(" ? 1 : question[at] === ")" ? -1 : 0;
    const inner = / as (?:bigint|smallint)$/.exec(question.slice(from, at - 1));
    if (inner !== null) made.push(question.slice(from, from + inner.index));
  }
  return made;
}

const isRounded = (made: string): boolean => /^(?:floor|round)\(/.test(made);
const SHAPES: readonly LogShape[] = [
  FULL_LOG,
  { ...FULL_LOG, doubt: false },
  { ...FULL_LOG, packing: "wide" },
];

describe("what becomes a whole number", () => {
  it.each([DUCKDB, POSTGRES, SPARK])("is rounded by name wherever it may not be one: $engine", (dialect) => {
    let rounded = 0;
    for (const shape of SHAPES)
      for (const step of stepsOf(fullPlan(), shape)) {
        const question = printed(step.sql, dialect);
        const casts = castsToWhole(question);
        // Engines disagree on what a division of whole numbers gives, and on how a fraction becomes one.
        for (const made of casts.filter((each) => /\/|double/.test(each)))
          expect(isRounded(made), `${step.name}: ${made}`).toBe(true);
        rounded += casts.filter(isRounded).length;
        const divisions = question.split(" / ").length - 1;
        expect(divisions, step.name).toBe(
          casts.filter(isRounded).reduce((sum, each) => sum + each.split(" / ").length - 1, 0),
        );
      }
    expect(rounded).toBeGreaterThan(20);
  });
});

describe("a plan over more than a million rows", () => {
  const database = ownDatabase();

  /** What is found in made-up cases whose rows are numbered far apart, by steps as `written`. */
  async function found(factor: number, written: (question: string) => string): Promise<unknown[]> {
    const atWork = bookAtWork(brought("kz-mz-2024-99/1/2024-11-27.json"));
    const plan = planOf({ books: [atWork], mapping: madeMapping(atWork) });
    const cases = [...madeCases(atWork, { seed: 8, cases: 60, from: "2024-12-01", until: "2026-09-01" })];
    const range = rangeOf(plan, Date.UTC(2024, 11, 1), Date.UTC(2026, 11, 1));
    const shape: LogShape = {
      ...FULL_LOG,
      provider: false,
      outliers: false,
      doubt: false,
      own: false,
      packing: { base: Date.UTC(2024, 9, 1), unit: 1, factor },
    };
    let row = 0;
    const rows = cases.flatMap(({ id, channel, events }) =>
      events.map(({ event, at, reason, document }) => [
        (row += Math.floor(factor / 1000)),
        ...[id, plan.events.get(event) ?? 0, at, at, atWork.book.id, channel, null],
        ...[reason ?? null, document ?? null, null, null, null, null, 0],
      ]),
    );
    const tables = [...plan.tables, ...calendarData(plan, range), { ...EVENT, rows }];
    for (const table of tables) await database().fill(table);
    const steps = stepsOf(plan, shape);
    for (const { name, sql: question } of steps)
      await database().connection.run(`create table ${name} as ${written(printed(question, DUCKDB))}`);
    const told = await database().rows(
      sql`select case_id, rule_no, occurrence, outcome, reason, start_at, due_at, done_at from finding order by all`,
    );
    for (const { name } of [...steps, ...tables])
      await database().connection.run(`drop table if exists ${name}`);
    return told;
  }

  const cut = (question: string): string =>
    castsToWhole(question)
      .filter((made) => /^(?:floor|round)\(|double/.test(made))
      .reduce((text, made) => text.replaceAll(`cast(${made} as`, `cast(trunc(${made}) as`), question);

  it("finds the same where engines cut off, and would not without the rounding", async () => {
    const few = await found(1_000_001, (question) => question);
    expect(few.length).toBeGreaterThan(150);
    expect(await found(100_000_007, cut)).toEqual(few);
    const bare = await found(100_000_007, (question) => cut(question).replaceAll("trunc(round(", "trunc(("));
    expect(bare).not.toEqual(few);
  });
});
