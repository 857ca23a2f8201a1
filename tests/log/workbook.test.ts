import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { Database } from "../../src/engine/database.ts";
import { sql } from "../../src/engine/sql.ts";
import type { LogRead } from "../../src/log/log-source.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import { logSource } from "../../src/log/read-log.ts";
import { fileInMemory } from "./file-in-memory.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-workbook-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const MAPPING: Mapping = {
  columns: { case: "№", activity: "Әрекет", time: "Күні", provider: "Ұйым" },
  events: { a: "submitted" },
};
type Raw = Readonly<Record<"row_no" | "case_id" | "activity" | "time" | "provider", unknown>>;

async function read(
  bytes: Uint8Array,
  mapping: Mapping = MAPPING,
): Promise<{ rows: Raw[]; log: LogRead; refused: (readonly [string, number])[] }> {
  const database = await Database.open({ memory: "300MB", threads: 1, folder });
  try {
    const log = await logSource([fileInMemory(bytes, "log.xlsx", 4096)], mapping).read(database);
    const rows = await database.rows<Raw>(
      sql`select row_no, case_id, activity, time, provider from raw order by row_no`,
    );
    return { rows, log, refused: log.unreadable.map(({ reason, rows: count }) => [reason, count]) };
  } finally {
    database.close();
  }
}

const HEADING = ["№", "Әрекет", "Күні", "Ұйым"];
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="00000"/><numFmt numFmtId="166" formatCode="[$-ru-RU]dd mmmm yyyy;@"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="166"/></cellXfs></styleSheet>`;

const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (value: number, style = 0): string => `<c s="${style}"><v>${value}</v></c>`;
const row = (at: number, cells: string, more = ""): string => `<row r="${at}"${more}>${cells}</row>`;
const heading = (at = 1): string => row(at, HEADING.map(text).join(""));
const sheet = (rows: string, after = ""): string =>
  `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** A workbook out of the sheets' own XML. */
function workbook(
  sheets: Readonly<Record<string, string>>,
  { hidden = [], head = "" }: { hidden?: readonly string[]; head?: string } = {},
): Uint8Array {
  const names = Object.keys(sheets);
  return zipSync({
    "_rels/.rels": strToU8(
      `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns:r="r">${head}<sheets>${names.map((name, index) => `<sheet name="${name}" r:id="s${index}"${hidden.includes(name) ? ' state="hidden"' : ""}/>`).join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships>${names.map((_, index) => `<Relationship Id="s${index}" Type="http://x/worksheet" Target="worksheets/sheet${index}.xml"/>`).join("")}</Relationships>`,
    ),
    "xl/styles.xml": strToU8(STYLES),
    ...Object.fromEntries(
      names.map((name, index) => [`xl/worksheets/sheet${index}.xml`, strToU8(sheets[name] ?? "")]),
    ),
  });
}

describe("a workbook", () => {
  it("gives dates as the wall clock has them, without a time where its cells show none, and ids as they are", async () => {
    const { rows } = await read(
      workbook({
        one: sheet(
          heading() +
            row(2, text("007") + text("a") + number(45446, 1) + text("A")) +
            row(3, number(42, 3) + text("a") + number(45446, 2) + text("A")) +
            row(5, number(123_456_789_012) + text("a") + number(45446.427083333336, 2) + text("A")) +
            row(6, text("x") + text("a") + number(45446.75, 5) + text("A")),
        ),
      }),
    );
    // 3 June 2024 is day 45446 counted from 1900.
    expect(rows.map(({ row_no, case_id, time }) => [row_no, case_id, time])).toEqual([
      [2, "007", "2024-06-03"],
      [3, "00042", "2024-06-03T00:00:00"],
      [5, "123456789012", "2024-06-03T10:15:00"],
      [6, "x", "2024-06-03T18:00:00"],
    ]);
  });

  it("counts its days from 1904 where it says so", async () => {
    const { rows } = await read(
      workbook(
        { one: sheet(heading() + row(2, text("1") + text("a") + number(43_984, 1) + text("A"))) },
        { head: '<workbookPr date1904="1"/>' },
      ),
    );
    expect(rows.map(({ time }) => time)).toEqual(["2024-06-03"]);
  });

  it("has titles above its heading, merged cells that are those of every row, and dates beside hours", async () => {
    const { rows } = await read(
      workbook({
        one: sheet(
          row(1, text("Тізілім")) +
            row(3, [...HEADING, "Сағаты"].map(text).join("")) +
            row(4, text("1") + text("a") + number(45446, 1) + text("A") + number(0.427083333333333, 4)) +
            row(5, `<c r="B5" t="inlineStr"><is><t>b</t></is></c>` + number(45447, 1) + text("A")),
          `<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="A4:A5"/></mergeCells>`,
        ),
      }),
      { ...MAPPING, columns: { ...MAPPING.columns, clock: "Сағаты" } },
    );
    expect(rows.map(({ row_no, case_id, activity, time }) => [row_no, case_id, activity, time])).toEqual([
      [4, "1", "a", "2024-06-03 10:15:00"],
      [5, "1", "b", "2024-06-04"],
    ]);
  });

  it("refuses rows whose cells have no value of theirs, by reason, and only where the value counts", async () => {
    const error = '<c t="e"><v>#N/A</v></c>';
    const { rows, refused } = await read(
      workbook({
        one: sheet(
          row(1, [...HEADING, "Басқа"].map(text).join("")) +
            row(2, text("1") + text("a") + error + text("A")) +
            row(3, text("2") + text("a") + "<c><f>TODAY()</f></c>" + text("A")) +
            row(4, text("3") + text("a") + number(45446, 1) + text("A") + error) +
            row(5, text("4") + text("a") + `<c s="1"><f>1+1</f><v>45446</v></c>` + text("A")),
        ),
      }),
    );
    expect(refused).toEqual([
      ["error-value", 1],
      ["uncomputed-formula", 1],
    ]);
    expect(rows.map(({ case_id }) => case_id)).toEqual(["3", "4"]);
  });

  it("is read sheet by sheet; what is hidden, or has other columns, is told", async () => {
    const one = (id: string, more = ""): string =>
      sheet(heading() + row(2, text(id) + text("a") + number(45446, 1) + text("A"), more));
    const bytes = workbook(
      {
        "2024": one("1"),
        "2025": one("2", ' hidden="1"'),
        Анықтама: sheet(row(1, text("x"))),
        Бос: sheet(""),
        Ескі: one("3"),
      },
      { hidden: ["Ескі"] },
    );
    const { rows, log } = await read(bytes);
    expect(rows.map(({ case_id }) => case_id)).toEqual(["1", "2"]);
    expect(log.files.map(({ name, sheet: of }) => [name, of])).toEqual([
      ["log.xlsx", "2024"],
      ["log.xlsx", "2025"],
    ]);
    expect(
      log.sheets?.map(({ sheet: of, is, rows: count, hiddenRows }) => [of, is, count, hiddenRows]),
    ).toEqual([
      ["2024", "read", 1, 0],
      ["2025", "read", 1, 1],
      ["Анықтама", "other-columns", 0, 0],
      ["Бос", "empty", 0, 0],
      ["Ескі", "hidden", 0, 0],
    ]);
    const chosen = await read(bytes, {
      ...MAPPING,
      columns: { ...MAPPING.columns, provider: "sheet:name" },
      file: { sheets: ["2025", "Ескі"] },
    });
    expect(chosen.rows.map(({ case_id, provider }) => [case_id, provider])).toEqual([
      ["2", "2025"],
      ["3", "Ескі"],
    ]);
    await expect(read(bytes, { ...MAPPING, file: { sheets: ["2023"] } })).rejects.toThrow(
      /has no sheet "2023"/,
    );
    await expect(read(bytes, { ...MAPPING, file: { sheets: ["Анықтама"] } })).rejects.toThrow(
      /has no column "№"/,
    );
  });
});

describe("a workbook that is none, or was made to do harm, is refused with a reason", () => {
  const of = (rows: string): Uint8Array => workbook({ one: sheet(heading() + rows) });
  const good = row(2, text("1") + text("a") + number(45446, 1) + text("A"));

  it.each([
    ["rows beyond the last", () => of(row(2_000_000, text("1"))), /a row of it is numbered 2000000/],
    ["rows that go back", () => of(good + row(1, text("1"))), /a row of it is numbered 1,/],
    ["columns beyond the last", () => of(row(2, `<c r="XFE2"><v>1</v></c>`)), /a cell of it stands at XFE2/],
    [
      "entities",
      () => workbook({ one: `<!DOCTYPE x [<!ENTITY a "b">]>${sheet(heading())}` }),
      /declares entities/,
    ],
    ["no XML", () => workbook({ one: "<worksheet><sheetData>" }), /no well-formed XML/],
    [
      "a part that unpacks to too much",
      () => of(row(2, text(" ".repeat(40_000_000)))),
      /would unpack to more/,
    ],
    [
      "a cell that is too long",
      () => of(row(2, text("ab".repeat(600_000)))),
      /a cell holds more than any cell can/,
    ],
    ["half a file", () => of(good).subarray(0, 700), /its archive is broken/],
    ["another archive", () => zipSync({ "a.txt": strToU8("b") }), /it holds no workbook/],
    ["an old one", () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /is an old workbook/],
    [
      "no sheet with the columns",
      () => workbook({ one: sheet(row(1, text("x"))) }),
      /no sheet of it has the columns/,
    ],
  ] as const)("%s", async (_, make, reason) => {
    await expect(Promise.resolve().then(() => read(make()))).rejects.toThrow(reason);
  });
});
