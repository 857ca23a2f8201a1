import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import MEANINGS from "../../src/audit/plan/column-meanings.json" with { type: "json" };
import { meaningOf, typeOf, type ColumnName } from "../../src/audit/plan/columns.ts";
import type { LogShape } from "../../src/audit/plan/log-shape.ts";
import { EVENT, planFiles } from "../../src/audit/plan/plan-script.ts";
import { planOf, type Plan } from "../../src/audit/plan/plan.ts";
import type { Step } from "../../src/audit/plan/step.ts";
import { stepsOf } from "../../src/audit/plan/steps.ts";
import { STEP_SHARE } from "../../src/cli/audit-step-share.ts";
import { Database } from "../../src/engine/database.ts";
import { POSTGRES, SPARK, type Dialect } from "../../src/engine/dialect.ts";
import { list, sql, word } from "../../src/engine/sql.ts";
import { tableOf } from "../../src/engine/table.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { FULL_LOG, fullPlan, PAGE, stepsPage, tablesOf } from "./generate-steps-page.ts";

/** A log that names nothing, with years between its times, against a book without a deadline. */
const BARE_LOG: LogShape = {
  service: false,
  channel: false,
  provider: false,
  reasons: false,
  doubt: false,
  outliers: false,
  own: false,
  packing: "wide",
};
const barePlan = (): Plan =>
  planOf({
    books: [bookAtWork({ id: "service", rules: [] })],
    mapping: { columns: { case: "case", activity: "activity", time: "time" }, events: {} },
  });

const PLANS: readonly (readonly [string, Plan, LogShape])[] = [
  ["with everything in it", fullPlan(), FULL_LOG],
  ["in whole numbers without doubt", fullPlan(), { ...FULL_LOG, doubt: false, outliers: false }],
  ["with years between its times", fullPlan(), { ...FULL_LOG, packing: "wide" }],
  ["with nothing to judge", barePlan(), BARE_LOG],
];

/** A side's columns are declared for all pairs of events; a step may look at those of some. */
const isOfSide = (column: ColumnName): boolean => /^event_\d/.test(column);

describe.each(PLANS)("the steps of a plan %s", (_, plan, log) => {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-steps-"));
  let database: Database;
  beforeAll(async () => {
    database = await Database.open({ memory: "500MB", threads: 1, folder });
    for (const table of [EVENT, ...tablesOf(plan)]) await database.run(tableOf(table));
  });
  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const steps = stepsOf(plan, log).map((step) => [step.name, step] as const);

  it("have names of their own", () => {
    expect(new Set(steps.map(([name]) => name)).size).toBe(steps.length);
  });

  it.each(steps)("%s gives what it declares, of the type that each column has", async (name, step) => {
    await database.make({ name: step.name, sql: step.sql });
    expect(await columnsOf(name)).toEqual(step.gives.map((column) => [column, typeOf(column)]));
  });

  it.each(steps)("%s reads what it declares, all of it and nothing else", async (_name, step) => {
    await database.run(sql`attach ':memory:' as aside`);
    try {
      for (const table of Object.keys(step.reads)) await stub(step, table);
      expect(await runsAside(step)).toBe(true);
      for (const [table, columns] of Object.entries(step.reads))
        for (const column of columns.filter((each) => !isOfSide(each))) {
          await stub(step, table, column);
          expect(await runsAside(step), `${table}.${column}`).toBe(false);
          await stub(step, table);
        }
    } finally {
      await database.run(sql`detach aside`);
    }
  });

  /** Makes a table of another database with the columns that a step declares to read, one left out. */
  async function stub({ reads }: Step, table: string, without?: ColumnName): Promise<void> {
    const kept = (reads[table] ?? []).filter((column) => column !== without).map((column) => word(column));
    await database.run(sql`
      create or replace table aside.${word(table)} as
      select ${list([...kept, sql`0 as beside_them`])} from ${word(table)} limit 0
    `);
  }

  /** Whether a step's question can be asked where there is nothing but its stubs. */
  async function runsAside(step: Step): Promise<boolean> {
    await database.run(sql`use aside`);
    try {
      await database.run(sql`explain ${step.sql}`);
      return true;
    } catch {
      return false;
    } finally {
      await database.run(sql`use memory`);
    }
  }

  async function columnsOf(name: string): Promise<(readonly [string, string])[]> {
    const rows = await database.rows<{ column_name: string; column_type: string }>(
      sql`describe ${word(name)}`,
    );
    return rows.map(({ column_name, column_type }) => [
      column_name,
      column_type === "VARCHAR" ? "text" : "bigint",
    ]);
  }
});

describe("what is said of steps, tables and columns", () => {
  const steps = PLANS.flatMap(([, plan, log]) => stepsOf(plan, log));
  const tables = [EVENT, ...PLANS.flatMap(([, plan]) => tablesOf(plan))];
  const columns = new Set<ColumnName>([
    ...steps.flatMap(({ gives }) => gives),
    ...tables.flatMap((table) => table.columns.map(([column]) => column as ColumnName)),
  ]);

  it("is one line each that any engine takes for a comment, and ends as a sentence does", () => {
    const said = [...steps, ...tables].map(({ says }) => says);
    for (const sentence of [...said, ...[...columns].map(meaningOf)]) {
      expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
      expect(sentence).not.toMatch(/[;\n"`]/);
    }
    for (const [, plan, log] of PLANS) {
      const script = planFiles(tablesOf(plan), stepsOf(plan, log));
      const comments = script.flatMap(({ text }) => text.split("\n").filter((line) => line.startsWith("--")));
      expect(comments.length).toBeGreaterThan(100);
      expect(comments.filter((line) => /[;'"`]/.test(line) || line.length > 120)).toEqual([]);
    }
  });

  it("stands in a script that each engine reads with its own types", () => {
    const types = (dialect: Dialect): (string | undefined)[] =>
      PLANS.flatMap(([, plan, log]) => planFiles(tablesOf(plan), stepsOf(plan, log), dialect))
        .flatMap(({ text }) => text.split("\n").filter((line) => !line.startsWith("--")))
        .flatMap((line) => [...line.matchAll(/\bas (text|string|double precision|double)\)/g)])
        .map((match) => match[1]);
    expect(new Set(types(POSTGRES))).toEqual(new Set(["text", "double precision"]));
    expect(new Set(types(SPARK))).toEqual(new Set(["string", "double"]));
  });

  it("is said of every column that there is, and of no other", () => {
    expect(Object.keys(MEANINGS).filter((column) => !columns.has(column as ColumnName))).toEqual([]);
    expect([...columns].filter((column) => !(column in MEANINGS) && !isOfSide(column))).toEqual([]);
  });

  it("is on the page, as it is now: npm run docs:steps makes it anew", async () => {
    expect(readFileSync(PAGE, "utf8")).toBe(await stepsPage());
  });

  it("names the steps by which the bar guesses", () => {
    const known = new Set([...steps.map(({ name }) => name), "rows", "duplicates"]);
    expect(Object.keys(STEP_SHARE).filter((step) => !known.has(step))).toEqual([]);
  });
});
