import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import type { AuditFinding } from "../../../src/model/audit.ts";
import { LANGUAGES, type Language } from "../../../src/model/language.ts";
import { worksheetXlsx } from "../../../src/report/audit/worksheet-xlsx.ts";

const LATE: AuditFinding = {
  case: "007",
  service: "kz/1",
  provider: "=1+1",
  channel: "portal",
  rule: "kz/1/deadline/2",
  version: "2024-11-27",
  outcome: "late",
  reason: null,
  margin: null,
  start: "2025-03-17T10:00:00+05:00",
  due: "2025-03-19T00:00:00+05:00",
  done: "2025-03-20T01:30:15+05:00",
  late: { wall: 91_815, working: 1800, workingDays: 2 },
  cite: "2-тармақ",
  rows: [2, 3],
};

async function bytesOf(language: Language, findings: readonly AuditFinding[] = [LATE]): Promise<Uint8Array> {
  async function* parts(): AsyncGenerator<readonly AuditFinding[]> {
    yield await Promise.resolve(findings);
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of worksheetXlsx(parts(), language)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe("the worksheet as a workbook", () => {
  it.each(LANGUAGES)("has dates that are dates, and texts that stay as they are: %s", async (language) => {
    const { sheets } = await readXlsx(await bytesOf(language));
    const [head = [], row = []] = sheets[0]?.rows ?? [];
    expect(new Set(head).size).toBe(15);
    expect(row[0]).toBe("007");
    expect(row[2]).toBe("=1+1");
    // As the provider's clock shows them: a spreadsheet has no zones.
    expect(row.slice(8, 11)).toEqual([
      new Date("2025-03-17T10:00:00Z"),
      new Date("2025-03-19T00:00:00Z"),
      new Date("2025-03-20T01:30:15Z"),
    ]);
    expect(row.slice(11, 15)).toEqual([25.5, 0.5, 2, "2 3"]);
  });

  it("leaves out what nobody has to look into, and is the same file whenever it is made", async () => {
    const { sheets } = await readXlsx(await bytesOf("ru", [{ ...LATE, outcome: "met" }]));
    expect(sheets[0]?.rows.length).toBe(1);
    const first = await bytesOf("ru");
    expect(Buffer.compare(first, await bytesOf("ru"))).toBe(0);
  });
});
