import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, it } from "vitest";
import { Database } from "../../src/engine/database.ts";
import { sql } from "../../src/engine/sql.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import { FORMATS } from "../../src/log/formats.ts";
import { logSource } from "../../src/log/read-log.ts";
import { sampleOf } from "../../src/log/sample-log.ts";
import { Trouble } from "../../src/model/trouble.ts";
import { fileInMemory } from "./file-in-memory.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-one-way-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const plain: Mapping = { columns: { case: "іс", activity: "әрекет", time: "t", actor: "кім" }, events: {} };
const inXes: Mapping = {
  columns: { case: "case:id", activity: "әрекет", time: "t", actor: "кім" },
  events: {},
};
/** The same two rows in each format, with something broken between them where the format can have that. */
const LOGS = [
  ["csv", plain, 'іс;әрекет;t;кім\n1;"бер;ді";2025;\n2;\n3;алды;2026;Айгүл\n'],
  [
    "jsonl",
    plain,
    '{"іс":"1","әрекет":"бер;ді","t":2025,"кім":null}\n{"іс":\n{"іс":"3","әрекет":"алды","t":"2026","кім":"Айгүл"}\n',
  ],
  [
    "xes",
    inXes,
    '<log><trace><string key="id" value="1"/><event><string key="әрекет" value="бер;ді"/><int key="t" value="2025"/></event></trace><trace><event><string key="әрекет" value="алды"/><int key="t" value="2026"/><string key="кім" value="Айгүл"/></event><string key="id" value="3"/></trace></log>',
  ],
  [
    "xlsx",
    plain,
    await writeXlsx({
      sheets: [
        {
          name: "1",
          rows: [
            ["іс", "әрекет", "t", "кім"],
            ["1", "бер;ді", "2025", null],
            ["3", "алды", "2026", "Айгүл"],
          ],
        },
      ],
    }),
  ],
] as const;
const ROWS = [
  { case: "1", activity: "бер;ді", time: "2025", actor: null },
  { case: "3", activity: "алды", time: "2026", actor: "Айгүл" },
];

describe("a log that is looked at for a mapping", () => {
  it("is in one of the formats below, if we read its records ourselves", () => {
    expect(FORMATS.flatMap((format) => ("open" in format ? [format.id] : []))).toEqual(
      LOGS.map(([id]) => id),
    );
  });

  for (const [name, mapping, content] of LOGS)
    it(`holds the rows that are judged, in ${name}`, async () => {
      const file = fileInMemory(content, name);
      const { case: id, activity = "", time = "", actor = "" } = mapping.columns;
      const { names, rows, whole } = await sampleOf([file], folder, new AbortController().signal);
      expect(new Set(names.filter((each) => each !== "sheet:name"))).toEqual(
        new Set([id, activity, time, actor]),
      );
      expect(
        rows.map((row) => ({
          case: row[id],
          activity: row[activity],
          time: row[time],
          actor: row[actor] === "" ? null : (row[actor] ?? null),
        })),
      ).toEqual(ROWS);
      expect(whole).toBe(true);

      const database = await Database.open({ memory: "300MB", threads: 1, folder });
      try {
        const heard: number[] = [];
        await logSource([file], mapping, (bytes) => heard.push(bytes)).read(database);
        expect(
          await database.rows(
            sql`select case_id as "case", activity, "time", actor from raw order by row_no`,
          ),
        ).toEqual(ROWS);
        expect(heard.at(-1)).toBe(file.size);
      } finally {
        database.close();
      }
    });

  it("is said to be broken where it is, as when it is judged", async () => {
    for (const content of ["<log><trace>", "\n\n", '[{"a": 1}]'])
      await expect(
        sampleOf([fileInMemory(content)], folder, new AbortController().signal),
        content,
      ).rejects.toBeInstanceOf(Trouble);
  });

  it("is not looked at beyond its first rows", async () => {
    const many = fileInMemory(`a,b\n${"1,2\n".repeat(120_000)}`, "log.csv", 4096);
    let read = 0;
    const counted = {
      ...many,
      bytes: () => many.bytes((bytes) => (read += bytes)),
    };
    const { rows, whole } = await sampleOf([counted], folder, new AbortController().signal);
    expect([rows.length, whole]).toEqual([50_000, false]);
    expect(read).toBeLessThan(many.size / 2);
  });
});
