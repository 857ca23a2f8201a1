import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BookAtWork } from "../../src/audit/plan/book.ts";
import type { LastHour } from "../../src/model/last-hour.ts";
import type { Change } from "../../src/audit/plan/changed-book.ts";
import { whatIf } from "../../src/audit/run/what-if.ts";
import { drawSample } from "../../src/audit/sample/draw.ts";
import { lookForSigns } from "../../src/audit/signs/signs.ts";
import { explainCase } from "../../src/audit/tell/explain-case.ts";
import { findingWriter, type FindingRow } from "../../src/audit/tell/finding.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import { runAudit } from "../../src/audit/audit.ts";
import { sql } from "../../src/engine/sql.ts";
import type { AuditFinding, AuditSummary, WhatIf } from "../../src/model/audit.ts";
import type { DrawnSample } from "../../src/model/drawn-sample.ts";
import type { SampleOrder } from "../../src/model/sample.ts";
import type { Signs } from "../../src/model/signs.ts";
import type { ExplainedCase } from "../../src/model/explained-case.ts";
import { logFiles } from "../../src/files/log-file.ts";
import { FORMATS } from "../../src/log/formats.ts";
import { logSource } from "../../src/log/read-log.ts";
import { wholeMapping } from "../../src/log/whole-mapping.ts";
import { readZone } from "../../src/library/read-zone.ts";

export interface AuditedLog {
  readonly findings: readonly AuditFinding[];
  readonly rows: readonly FindingRow[];
  readonly summary: AuditSummary;
  /** What another way of counting would change, where one is asked about. */
  readonly changed?: WhatIf;
  /** A case with its terms counted, where one is asked for. */
  readonly explained?: ExplainedCase | undefined;
  /** Signs, where they are asked for. */
  readonly signs?: Signs;
  /** Cases drawn for checking by hand, where they are asked for. */
  readonly sample?: DrawnSample;
}

interface RunOptions {
  readonly now?: string;
  readonly change?: Change;
  readonly lastHour?: LastHour;
  readonly explain?: string;
  readonly signs?: true;
  readonly sample?: SampleOrder;
}

/** Audits a log that is written into a file of this name first. */
export const auditOf = (
  content: string | Uint8Array,
  mapping: Mapping,
  books: readonly BookAtWork[],
  { name = "log.csv", ...options }: RunOptions & { readonly name?: string } = {},
): Promise<AuditedLog> => auditOfFiles([[name, content]], mapping, books, options);

/** Audits a log of several files, written first. */
export async function auditOfFiles(
  contents: readonly (readonly [name: string, content: string | Uint8Array])[],
  mapping: Mapping,
  books: readonly BookAtWork[],
  options: RunOptions = {},
): Promise<AuditedLog> {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-audit-"));
  try {
    const files = contents.map(([name, content]) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    });
    const now = options.now === undefined ? undefined : Date.parse(options.now);
    const readIn = mapping.time?.zone === undefined ? undefined : readZone(mapping.time.zone);
    const audit = await runAudit(
      { books, mapping: wholeMapping(mapping), now, readIn, lastHour: options.lastHour },
      logSource(logFiles(files, FORMATS, folder), mapping),
      {
        memory: "1GB",
        threads: 2,
        folder,
      },
    );
    try {
      const rows = await audit.database.rows<FindingRow>(
        sql`select * from finding order by case_id, rule_no, occurrence, outcome, start_at, start_row`,
      );
      const told = { rows, findings: rows.map(findingWriter(audit)), summary: audit.summary };
      if (options.sample !== undefined) return { ...told, sample: await drawSample(audit, options.sample) };
      if (options.signs === true) return { ...told, signs: await lookForSigns(audit) };
      if (options.explain !== undefined)
        return { ...told, explained: await explainCase(audit, options.explain) };
      if (options.change === undefined) return told;
      return { ...told, changed: await whatIf(audit, [options.change]) };
    } finally {
      audit.database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A seeded source of numbers in [0, 1): the same on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The same without some of its fields. */
export const without = <T extends object, K extends keyof T & string>(
  value: T,
  ...fields: readonly K[]
): Omit<T, K> =>
  Object.fromEntries(
    Object.entries(value).filter(([field]) => !fields.some((each) => each === field)),
  ) as unknown as Omit<T, K>;
