import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Database } from "../../src/engine/database.ts";
import { sql, value, type Sql } from "../../src/engine/sql.ts";
import type { WholeMapping } from "../../src/log/mapping.ts";
import { runAudit } from "../../src/audit/audit.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { logFiles } from "../../src/files/log-file.ts";
import { FORMATS } from "../../src/log/formats.ts";
import { logSource } from "../../src/log/read-log.ts";
import { Trouble } from "../../src/model/trouble.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-parquet-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const books = [
  bookAtWork({
    id: "b",
    zone: "Asia/Almaty",
    calendar: "kz",
    rules: [{ id: "r", kind: "deadline", subject: "service", amount: 1, unit: "working-day", cite: "1" }],
  }),
];
const mapping: WholeMapping = {
  columns: { case: "case", activity: "what", time: "when" },
  events: { in: "submitted", out: "result-issued" },
  defaults: { service: "b", channel: "portal" },
};
const base = sql`select * from (values ('1', 'in', timestamp '2025-03-17 10:00:00'), ('1', 'out', timestamp '2025-03-18 10:00:00')) t("case", what, "when")`;
async function made(name: string, rows: Sql): Promise<string> {
  const database = await Database.open({ memory: "300MB", threads: 1, folder });
  const path = join(folder, name);
  await database.run(sql`copy (${rows}) to ${value(path)} (format parquet)`);
  database.close();
  return path;
}
async function rowsOf(...paths: string[]): Promise<unknown> {
  const own = mkdtempSync(join(folder, "own-"));
  const audit = await runAudit({ books, mapping }, logSource(logFiles(paths, FORMATS, own), mapping), {
    memory: "500MB",
    threads: 1,
    folder: own,
  });
  audit.database.close();
  return audit.summary.rows;
}

describe("a log in Parquet", () => {
  it("with a column named file_row_number is read", async () => {
    expect(
      await rowsOf(await made("number.parquet", sql`select *, 7 as file_row_number from (${base})`)),
    ).toEqual({ inFile: 2, read: 2, refused: 0 });
  });

  it("and its rows have the numbers that they have in the file, after those of the file before", async () => {
    const rows = 300_000;
    const event = sql`'in' as what, timestamp '2025-03-17 10:00:00' as "when"`;
    const one = await made("first.parquet", sql`select '0' as "case", ${event}, 'x' as note`);
    const two = await made(
      "numbered.parquet",
      sql`select cast(i as varchar) as "case", ${event}, 5 as File_Row_Number, 6 as row_index from range(1, ${rows + 1}) t(i) order by i`,
    );
    const own = mkdtempSync(join(folder, "own-"));
    const database = await Database.open({ memory: "1GB", threads: 2, folder: own });
    await logSource(logFiles([one, two], FORMATS, own), mapping).read(database);
    const [told] = await database.rows<{ n: number; right: number }>(
      sql`select count(*) as n, count(case when row_no = cast(case_id as bigint) + 1 then 1 end) as "right" from raw`,
    );
    database.close();
    expect(told).toEqual({ n: rows + 1, right: rows + 1 });
  });

  it("Parquet files whose columns have other types, or other columns, are read or said to differ", async () => {
    const one = await made("one.parquet", base);
    for (const [name, rows] of [
      ["typed.parquet", sql`select * replace (cast("when" as time) as "when") from (${base})`],
      ["fewer.parquet", sql`select "case", what from (${base})`],
    ] as const) {
      const other = await made(name, rows);
      await expect(rowsOf(one, other), name).rejects.toBeInstanceOf(Trouble);
    }
    const text = await made(
      "text.parquet",
      sql`select * replace (cast("when" as varchar) as "when") from (${base})`,
    );
    writeFileSync(join(folder, "note"), "");
    await expect(
      rowsOf(one, text).catch((error: unknown) =>
        error instanceof Trouble ? "said" : Promise.reject(error as Error),
      ),
    ).resolves.toBeDefined();
  });

  it("names the file, the column, and what the first file has in it", async () => {
    const one = await made("usual.parquet", base);
    for (const [name, rows, message] of [
      [
        "date.parquet",
        sql`select * replace (cast("when" as date) as "when") from (${base})`,
        /DATE in the column "when".*usual\.parquet is TIMESTAMP/,
      ],
      [
        "real.parquet",
        sql`select * replace (cast("case" as double) as "case") from (${base})`,
        /DOUBLE in the column "case".*usual\.parquet is VARCHAR/,
      ],
      [
        "words-of-time.parquet",
        sql`select * replace (cast("when" as varchar) as "when") from (${base})`,
        /VARCHAR in the column "when".*usual\.parquet is TIMESTAMP/,
      ],
      ["without.parquet", sql`select "case", "when" from (${base})`, /no column "what"/],
    ] as const) {
      const other = await made(name, rows);
      const trouble: unknown = await rowsOf(one, other).catch((error: unknown) => error);
      expect(trouble, name).toBeInstanceOf(Trouble);
      expect((trouble as Trouble).message).toMatch(message);
      expect((trouble as Trouble).at.file).toBe(other);
    }
  });

  it("Parquet files that write the same in words and in whole numbers are one log", async () => {
    const words = await made("words.parquet", sql`select *, 1 as extra from (${base})`);
    const numbers = await made(
      "numbers.parquet",
      sql`select cast("case" as integer) + 1 as "case", what, "when", 'more' as extra, true as other from (${base})`,
    );
    expect(await rowsOf(words, numbers)).toEqual({ inFile: 4, read: 4, refused: 0 });
    // The same rows once more are duplicates, whatever type holds what they have beside.
    const again = await made("again.parquet", sql`select *, '1' as extra from (${base})`);
    expect(await rowsOf(words, again)).toEqual({ inFile: 4, read: 2, refused: 2 });
  });

  it("times in seconds since 1970 are read in whatever type of number each file has them", async () => {
    const seconds = (type: Sql): Sql =>
      sql`select "case", what, epoch("when")::${type} as "when" from (${base})`;
    const files = [
      await made("bigint.parquet", seconds(sql`bigint`)),
      await made(
        "double.parquet",
        sql`select * replace ("case" || 'd' as "case") from (${seconds(sql`double`)})`,
      ),
      await made(
        "varchar.parquet",
        sql`select * replace ("case" || 'v' as "case") from (${seconds(sql`bigint::varchar`)})`,
      ),
    ];
    const own = mkdtempSync(join(folder, "own-"));
    const order = { books, mapping: { ...mapping, time: { epoch: "seconds" as const } } };
    const audit = await runAudit(order, logSource(logFiles(files, FORMATS, own), order.mapping), {
      memory: "500MB",
      threads: 1,
      folder: own,
    });
    const times = await audit.database.rows<{ t: number; n: number }>(
      sql`select earliest_at as t, count(*) as n from event group by earliest_at order by earliest_at`,
    );
    audit.database.close();
    expect(times).toEqual([
      { t: Date.parse("2025-03-17T10:00:00Z"), n: 3 },
      { t: Date.parse("2025-03-18T10:00:00Z"), n: 3 },
    ]);
  });
});
