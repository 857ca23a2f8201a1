import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import schema from "../../schemas/mapping.schema.json" with { type: "json" };
import { logFiles } from "../../src/files/log-file.ts";
import { FORMATS, FORMAT_TITLES, formatOf } from "../../src/log/formats.ts";
import { logSource } from "../../src/log/read-log.ts";
import { Trouble } from "../../src/model/trouble.ts";
import { fileInMemory } from "./file-in-memory.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-formats-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const troubleOf = (work: () => unknown): Trouble => {
  try {
    work();
  } catch (error) {
    if (error instanceof Trouble) return error;
    throw error;
  }
  throw new Error("nothing was wrong");
};

describe("the list of formats of logs", () => {
  it("is the list of which a mapping may name one", () => {
    expect(schema.$defs.file.properties.format.enum).toEqual(FORMATS.map(({ id }) => id));
  });

  it("has no ending of a file twice", () => {
    const endings = FORMATS.flatMap((format) => format.endings);
    expect(endings.filter((ending, place) => endings.indexOf(ending) !== place)).toEqual([]);
  });

  it("is told whole to somebody whose file or folder is none of them", () => {
    const nuls = fileInMemory(new Uint8Array(64));
    const mapping = { columns: { case: "a", activity: "b", time: "c" }, events: {} };
    const { wayOut } = troubleOf(() => logSource([nuls], mapping)).at;
    expect(wayOut).toBe(`Hand in ${FORMAT_TITLES}.`);
    const empty = join(folder, "empty");
    mkdirSync(empty);
    expect(troubleOf(() => logFiles([empty], FORMATS, folder)).at.wayOut).toBe(
      "Logs end in .csv, .jsonl, .xes, .parquet, .xlsx, .jsonocel, .xmlocel or .sqlite, each also .gz.",
    );
  });
});

describe("the format of a file", () => {
  const told = (head: string | Uint8Array, stated?: string): string => formatOf(Buffer.from(head), stated).id;

  it("is told by how it begins, whatever its name and its encoding", () => {
    for (const [format, head] of [
      ["csv", "case;activity;time\n"],
      ["csv", "[note],case\n1,2\n"],
      ["jsonl", '{"case": 1}\n'],
      ["jsonl", '\uFEFF  \n{"case": 1}\n'],
      ["jsonl", '[{"case": 1}]'],
      ["jsonl", '[1, 2]\n{"case": 1}\n'],
      ["xes", '<?xml version="1.0"?><log/>'],
      ["ocel-json", '{"objectTypes": [], "events": []}'],
      ["ocel-xml", '<?xml version="1.0"?><log><object-types/><events/></log>'],
      ["parquet", "PAR1\u0015\u0004"],
      ["xlsx", "PK\u0003\u0004\u0014\u0000"],
      ["ocel-sqlite", "SQLite format 3\u0000\u0010\u0000"],
    ] as const) {
      expect(told(head), head).toBe(format);
      if (!["parquet", "xlsx", "ocel-sqlite", "ocel-xml"].includes(format))
        expect(told(Buffer.from(`\uFEFF${head.replace("\uFEFF", "")}`, "utf16le")), head).toBe(format);
    }
  });

  it("is the one that the mapping states", () => {
    expect(told("<not XML", "csv")).toBe("csv");
    expect(() => told("a,b", "abacus")).toThrow(/no format abacus/);
  });
});
