import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Database } from "../../src/engine/database.ts";
import { list, name, sql, value } from "../../src/engine/sql.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { Trouble } from "../../src/model/trouble.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { auditOf, type AuditedLog } from "../audit/run-on.ts";

const BOOK: Rulebook = {
  id: "b",
  zone: "Asia/Almaty",
  calendar: "kz",
  rules: [
    {
      id: "w1",
      kind: "deadline",
      subject: "service",
      amount: 1,
      unit: "working-day",
      cite: "1",
      channel: "portal",
    },
  ],
};
const MAPPING: Mapping = {
  columns: { case: "іс", activity: "әрекет", time: "уақыт", channel: "тәсіл" },
  events: { "Өтініш берілді": "submitted", "Жолдама берілді": "result-issued" },
};
const books = [bookAtWork(BOOK)];

const ROWS = [
  ["1", "Өтініш берілді", "2025-03-17T10:00:00+05:00", "portal"],
  ["1", "Жолдама берілді", "2025-03-18T10:00:00+05:00", "portal"],
  ["2", "Өтініш берілді", "2025-03-17T10:00:00+05:00", "portal"],
  ["2", "Жолдама берілді", "2025-03-20T10:00:00+05:00", "portal"],
] as const;
const NAMES = ["іс", "әрекет", "уақыт", "тәсіл"] as const;
const csv = (delimiter: string): string =>
  [NAMES, ...ROWS].map((row) => row.join(delimiter)).join("\r\n") + "\r\n";
const jsonl = ROWS.map((row) =>
  JSON.stringify(Object.fromEntries(row.map((value, index) => [NAMES[index], value]))),
).join("\n");
const xes = `<?xml version="1.0" encoding="UTF-8"?><log>${["1", "2"]
  .map(
    (id) =>
      `<trace><string key="concept:name" value="${id}"/>${ROWS.filter(([of]) => of === id)
        .map(
          ([, activity, time, channel]) =>
            `<event><string value="${activity}" key="concept:name"/><date key="time:timestamp" value="${time}"/><string key="channel" value="${channel}"><string key="channel" value="nested"/></string></event>`,
        )
        .join("\n")}</trace>`,
  )
  .join("\n")}</log>`;
const XES_MAPPING: Mapping = {
  ...MAPPING,
  columns: {
    case: "case:concept:name",
    activity: "concept:name",
    time: "time:timestamp",
    channel: "channel",
  },
};

const tell = ({ findings }: AuditedLog): string[] =>
  findings.map((each) => `${each.case} ${each.outcome} ${each.rows.join(",")}`);
const LINES = ["1 met 2,3", "2 late 4,5"];
const INDICES = ["1 met 1,2", "2 late 3,4"];

describe("the same log in each form", () => {
  for (const delimiter of [",", ";", "\t", "|"])
    it(`CSV with ${JSON.stringify(delimiter)}`, async () => {
      expect(tell(await auditOf(csv(delimiter), MAPPING, books))).toEqual(LINES);
    });

  it("CSV in UTF-16 with and without a mark, in windows-1251, and with a mark in UTF-8", async () => {
    const marked = Buffer.from("\uFEFF" + csv(";"), "utf16le");
    expect(tell(await auditOf(marked, MAPPING, books))).toEqual(LINES);
    expect(tell(await auditOf("\uFEFF" + csv(";"), MAPPING, books))).toEqual(LINES);
    const russian = {
      ...MAPPING,
      columns: { ...MAPPING.columns, case: "дело", activity: "действие", time: "время", channel: "способ" },
      events: { Подано: "submitted", Выдано: "result-issued" },
    };
    const text =
      "дело;действие;время;способ\n1;Подано;2025-03-17T10:00:00+05:00;portal\n1;Выдано;2025-03-18T10:00:00+05:00;portal\n";
    const old = Uint8Array.from(text, (letter) =>
      letter >= "А" && letter <= "я" ? letter.charCodeAt(0) - 0x410 + 0xc0 : letter.charCodeAt(0),
    );
    expect(tell(await auditOf(old, russian, books))).toEqual(["1 met 2,3"]);
    expect(tell(await auditOf(Buffer.from(text, "utf16le"), russian, books))).toEqual(["1 met 2,3"]);
  });

  it("JSON Lines and XES, and each gzipped", async () => {
    expect(tell(await auditOf(jsonl, MAPPING, books))).toEqual(INDICES);
    expect(tell(await auditOf(xes, XES_MAPPING, books))).toEqual(INDICES);
    expect(tell(await auditOf(gzipSync(csv(",")), MAPPING, books, { name: "log.csv.gz" }))).toEqual(LINES);
    expect(tell(await auditOf(gzipSync(jsonl), MAPPING, books))).toEqual(INDICES);
    expect(tell(await auditOf(gzipSync(xes), XES_MAPPING, books))).toEqual(INDICES);
  });

  it("Parquet, with times as text and as timestamps, plain and gzipped", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tarmaq-parquet-"));
    const database = await Database.open({ memory: "500MB", threads: 1, folder });
    try {
      const values = list(ROWS.map((row) => sql`(${list(row.map(value))})`));
      const names = list(NAMES.map(name));
      const file = join(folder, "log.parquet");
      await database.run(
        sql`copy (select * from (values ${values}) as log(${names})) to ${value(file)} (format parquet)`,
      );
      const bytes = readFileSync(file);
      expect(tell(await auditOf(bytes, MAPPING, books))).toEqual(INDICES);
      expect(tell(await auditOf(gzipSync(bytes), MAPPING, books))).toEqual(INDICES);
      await database.run(
        sql`copy (select "іс", "әрекет", strptime(left("уақыт", 19), '%Y-%m-%dT%H:%M:%S') as "уақыт", "тәсіл" from (values ${values}) as log(${names})) to ${value(file)} (format parquet)`,
      );
      expect(tell(await auditOf(readFileSync(file), MAPPING, books))).toEqual(INDICES);
    } finally {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("times in other writings", async () => {
    const times = (formats: readonly string[], ...pair: readonly string[]): Promise<AuditedLog> =>
      auditOf(
        `іс,әрекет,уақыт,тәсіл\n1,Өтініш берілді,${pair[0]},portal\n1,Жолдама берілді,${pair[1]},portal\n`,
        { ...MAPPING, time: { formats } },
        books,
      );
    expect(tell(await times(["%d.%m.%Y %H:%M"], "17.03.2025 10:00", "20.03.2025 09:00"))).toEqual([
      "1 late 2,3",
    ]);
    expect(tell(await times(["%d.%m.%Y %H:%M", "%d.%m.%Y"], "17.03.2025 10:00", "18.03.2025"))).toEqual([
      "1 met 2,3",
    ]);
  });
});

describe("broken logs", () => {
  const troubleOf = async (
    content: string | Uint8Array,
    mapping: Mapping = MAPPING,
    name = "log.csv",
  ): Promise<Trouble> => {
    try {
      await auditOf(content, mapping, books, { name });
    } catch (error) {
      expect(error).toBeInstanceOf(Trouble);
      return error as Trouble;
    }
    throw new Error("nothing was wrong");
  };
  const adds = ({ summary }: AuditedLog): boolean =>
    summary.rows.read + summary.rows.refused === summary.rows.inFile;

  it("a truncated gzip is an error, in every form", async () => {
    const cut = (text: string): Uint8Array => gzipSync(text.repeat(50)).subarray(0, -20);
    for (const [bytes, mapping] of [
      [cut(csv(",")), MAPPING],
      [cut(jsonl + "\n"), MAPPING],
      [cut(xes), XES_MAPPING],
    ] as const)
      expect((await troubleOf(bytes, mapping)).message).toMatch(/gzip is damaged|no well-formed/);
  });

  it("an empty file, a binary one, no header, a missing column, a folder without logs", async () => {
    expect((await troubleOf("")).message).toBe("is empty");
    expect((await troubleOf(Uint8Array.from([0, 1, 2, 0, 0, 5, 9, 0, 1, 0, 0, 1]))).message).toMatch(
      /no text|encoding/,
    );
    const missing = await troubleOf("case,activity,time\n1,a,2025-01-01\n");
    expect(missing.message).toContain('no column "іс"');
    expect(missing.at.wayOut).toContain('"activity"');
  });

  it("a million columns", async () => {
    expect((await troubleOf(`${"c,".repeat(1_000_000)}\n1\n`)).message).toMatch(/1000001 columns/);
  });

  it("10 MB in one field is read, and longer lines are refused and counted", async () => {
    const read = await auditOf(`${csv(",")}3,${"x".repeat(10_000_000)},2025-03-17,portal\n`, MAPPING, books);
    expect(read.summary.rows).toEqual({ inFile: 5, read: 5, refused: 0 });
    const refused = await auditOf(
      `${csv(",")}3,${"x".repeat(20_000_000)},2025-03-17,portal\n4,a,2025-03-17,portal\n`,
      MAPPING,
      books,
    );
    expect(refused.summary.rows).toEqual({ inFile: 6, read: 5, refused: 1 });
    expect(refused.summary.refused[0]).toMatchObject({ reason: "too-long", rows: 1 });
  });

  it("a quote that is never closed swallows nothing", async () => {
    const log = await auditOf(
      `${csv(",").trimEnd()}\n3,"open,2025-03-17,portal\n${ROWS.map((row) => `9${row.join(",")}`).join("\n")}\n`,
      MAPPING,
      books,
    );
    expect(log.summary.rows).toEqual({ inFile: 9, read: 8, refused: 1 });
    expect(log.summary.refused[0]).toMatchObject({ reason: "malformed", samples: [{ row: 6 }] });
  });

  it("mixed encodings: rows that are no UTF-8 are refused and counted", async () => {
    const bytes = Buffer.concat([
      Buffer.from(csv(",")),
      Buffer.from([0x33, 0x2c, 0xcf, 0xee, 0xe4, 0x2c, 0x32, 0x2c, 0x70, 0x0a]),
    ]);
    const log = await auditOf(bytes, MAPPING, books);
    expect(log.summary.refused).toMatchObject([{ reason: "undecodable", rows: 1 }]);
    expect(adds(log)).toBe(true);
    expect(tell(log)).toEqual(LINES);
  });

  it("years 0001 and 9999 are rows whose deadlines nobody can count", async () => {
    const log = await auditOf(
      `${csv(",")}3,Өтініш берілді,0001-01-01T00:00:00Z,portal\n4,Өтініш берілді,9999-12-31T23:59:59Z,portal\n`,
      MAPPING,
      books,
    );
    expect(adds(log)).toBe(true);
    expect(log.findings.filter((each) => ["3", "4"].includes(each.case)).map((each) => each.reason)).toEqual([
      "uncovered-year",
      "uncovered-year",
    ]);
    expect(tell(log).slice(0, 2)).toEqual(LINES);
  });

  it("JSON that is none, XES without its ends or its attributes", async () => {
    const lines = await auditOf(`${jsonl}\n{"іс": \n[1]\n"x"\n`, MAPPING, books);
    expect(lines.summary.rows).toEqual({ inFile: 7, read: 4, refused: 3 });
    expect((await troubleOf(xes.slice(0, -30), XES_MAPPING)).message).toMatch(/no well-formed XML/);
    const bare = await auditOf(
      xes.replace(
        "</log>",
        "<trace><event><string key='concept:name'/></event><event/></trace><event><string key='concept:name' value='a'/></event></log>",
      ),
      XES_MAPPING,
      books,
    );
    expect(bare.summary.rows).toEqual({ inFile: 7, read: 4, refused: 3 });
    expect(tell(bare)).toEqual(INDICES);
  });

  it("a file that says it is Parquet and is none", async () => {
    expect((await troubleOf("PAR1 and then nothing")).message).toMatch(/no Parquet/);
  });
});
