import { describe, expect, it } from "vitest";
import type { AuditFinding } from "../../../src/model/audit.ts";
import type { Language } from "../../../src/model/language.ts";
import { worksheetOf } from "../../../src/report/audit/worksheet.ts";

const late: AuditFinding = {
  case: "007",
  service: "kz/1",
  provider: "№1; емхана",
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

/** The files of a worksheet by their names. */
async function made(
  language: Language,
  findings: readonly AuditFinding[],
  most?: number,
): Promise<ReadonlyMap<string, string>> {
  async function* parts(): AsyncGenerator<readonly AuditFinding[]> {
    yield await Promise.resolve(findings);
  }
  const files = new Map<string, string>();
  for await (const { name, pieces } of worksheetOf(parts(), language, most)) {
    let text = "";
    for await (const piece of pieces) text += piece;
    files.set(name, text);
  }
  return files;
}
const linesIn = (files: ReadonlyMap<string, string>, name = "worksheet.csv"): string[] =>
  (files.get(name) ?? "").trimEnd().split("\r\n");

describe("the worksheet of an audit", () => {
  it("is in the delimiter, the decimal sign and the words of its language", async () => {
    const [head, row] = linesIn(await made("ru", [late]));
    expect(head).toMatch(/^\uFEFFДело;Услуга;/);
    expect(row).toBe(
      `'007;kz/1;"№1; емхана";портал;с опозданием;;пункт 2;'2024-11-27;2025-03-17 10:00;2025-03-19 00:00;2025-03-20 01:30:15;25,50;0,50;2;'2 3`,
    );
    const [english, line] = linesIn(await made("en", [late]));
    expect(english).toMatch(/^\uFEFFCase,Service,/);
    expect(line).toContain(",25.50,0.50,2,");
    expect(line).toContain("№1; емхана");
  });

  it("has nothing that a spreadsheet would change", async () => {
    const names = [
      "=1+1",
      "+7",
      "-5",
      "@x",
      "007",
      "1e5",
      "12345678901234567890",
      "3-4",
      "17.03.2025",
      "10:00",
      "1,5",
      "50%",
      "'x",
    ];
    const rows = linesIn(
      await made(
        "ru",
        names.map((name) => ({ ...late, case: name })),
      ),
    ).slice(1);
    expect(rows.map((row) => row.split(";", 1)[0])).toEqual(names.map((name) => `'${name}`));
    const kept = ["N-17", "kz/1#10", "A1", "Іс 5"];
    const others = linesIn(
      await made(
        "ru",
        kept.map((name) => ({ ...late, case: name })),
      ),
    ).slice(1);
    expect(others.map((row) => row.split(";", 1)[0])).toEqual(kept);
  });

  it("holds what somebody has to look into, and goes on in another where a spreadsheet is full", async () => {
    const findings = Array.from({ length: 7 }, (_, index) => ({ ...late, case: `N-${index}` }));
    const out = await made(
      "en",
      [...findings, { ...late, outcome: "met" }, { ...late, outcome: "running" }],
      4,
    );
    expect([...out.keys()].sort()).toEqual(["worksheet-2.csv", "worksheet-3.csv", "worksheet.csv"]);
    const cases = ["worksheet.csv", "worksheet-2.csv", "worksheet-3.csv"].map((name) =>
      linesIn(out, name)
        .slice(1)
        .map((row) => row.split(",", 1)[0]),
    );
    expect(cases).toEqual([["N-0", "N-1", "N-2"], ["N-3", "N-4", "N-5"], ["N-6"]]);
    expect(linesIn(await made("en", [])).length).toBe(1);
  });
});
