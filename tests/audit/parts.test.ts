import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findingWriter, type FindingRow } from "../../src/audit/tell/finding.ts";
import { partsFor } from "../../src/audit/run/parts.ts";
import { reportData } from "../../src/audit/tell/report-data.ts";
import { runAudit } from "../../src/audit/audit.ts";
import { sql } from "../../src/engine/sql.ts";
import { flipsOf, whatIf } from "../../src/audit/run/what-if.ts";
import { explainCase } from "../../src/audit/tell/explain-case.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { logFiles } from "../../src/files/log-file.ts";
import { FORMATS } from "../../src/log/formats.ts";
import { logSource } from "../../src/log/read-log.ts";
import { readRulebook } from "../../src/files/read-rulebook.ts";
import { linesOf, MADE_HEADER, madeCases, madeMapping } from "./synthetic-log.ts";

const BOOK = join(import.meta.dirname, "../../rules/kz-mz-2024-99/1/2024-11-27.json");

/** Everything that is told of a log of made-up cases, some of its rows twice, judged so many rows at a time. */
async function told(rowsAtOnce: number | undefined): Promise<{ parts: number; all: object }> {
  const book = bookAtWork(readRulebook(BOOK));
  const now = Date.parse("2026-01-05T00:00:00Z");
  const cases = [...madeCases(book, { seed: 12, cases: 400, from: "2024-12-01", until: "2025-12-01", now })];
  const lines = cases.flatMap((each) => linesOf(each, book.book.id).trimEnd().split("\n"));
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-parts-"));
  try {
    const file = join(folder, "log.csv");
    const twice = lines.filter((_, index) => index % 97 === 0);
    writeFileSync(file, `${MADE_HEADER}${[...lines, ...twice, "broken,,,,,,,"].join("\n")}\n`);
    const mapping = madeMapping(book);
    const limits = { memory: "1GB", threads: 2, folder, ...(rowsAtOnce === undefined ? {} : { rowsAtOnce }) };
    const audit = await runAudit(
      { books: [book], mapping, now },
      logSource(logFiles([file], FORMATS, folder), mapping),
      limits,
    );
    try {
      const rows = await audit.database.rows<FindingRow>(
        sql`select * from finding order by case_id, rule_no, occurrence, outcome, start_at, start_row`,
      );
      const findings = rows.map(findingWriter(audit));
      const suspended = cases.find(({ events }) => events.some(({ event }) => event === "suspended"))!;
      const explained = await explainCase(audit, suspended.id);
      const report = await reportData(audit, 5);
      const changed = await whatIf(audit, [{ countsStartDay: true }]);
      const flips: unknown[] = [];
      for await (const part of flipsOf(audit)) flips.push(...part);
      return {
        parts: audit.parts.count,
        all: { summary: audit.summary, findings, explained, report, changed, flips },
      };
    } finally {
      audit.database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("a log that is cut into parts", () => {
  it("comes to what it comes to in one piece: findings, summary, report, explanation and what-if", async () => {
    const whole = await told(undefined);
    const cut = await told(300);
    expect(whole.parts).toBe(1);
    expect(cut.parts).toBeGreaterThan(4);
    expect(cut.all).toEqual(whole.all);
  });

  it("is cut only where memory does not hold it, and never into more files than can be open", () => {
    const memory = { megabytes: 1650, rowsAtOnce: undefined };
    const parts = [10_000_000, 100_000_000, 10_000_000_000].map((rows) => partsFor(rows, memory));
    expect(parts[0]).toBe(1);
    expect(parts[1]).toBeGreaterThan(10);
    expect(parts[2]).toBe(100);
  });
});
