import { once } from "node:events";
import { join } from "node:path";
import { planFiles } from "../audit/plan/plan-script.ts";
import { copyEvents } from "../audit/run/copy-events.ts";
import type { Audit } from "../audit/tell/summary.ts";
import { flipsOf } from "../audit/run/what-if.ts";
import { writeFindingsParquet } from "../audit/tell/findings-parquet.ts";
import { findingsOf } from "../audit/tell/findings.ts";
import type { Outputs } from "../files/audit-outputs.ts";
import type { AuditFinding } from "../model/audit.ts";
import type { Language } from "../model/language.ts";
import { findingsCsv, flipsCsv } from "../report/audit/findings-csv.ts";
import { worksheetOf } from "../report/audit/worksheet.ts";
import { worksheetXlsx } from "../report/audit/worksheet-xlsx.ts";
import { lineOf, type FindingsHash } from "./findings-hash.ts";

/** Writes findings as JSON Lines to a stream that may be slower than we are. */
export async function writeLines(audit: Audit, to: NodeJS.WritableStream): Promise<void> {
  for await (const part of findingsOf(audit))
    if (!to.write(part.map(lineOf).join(""))) await once(to, "drain");
}

/** Makes for a folder: findings as CSV and Parquet, the summary as JSON, and the worksheet; `hash` takes every finding. */
export async function makeFolder(
  audit: Audit,
  folder: string,
  outputs: Outputs,
  language: Language,
  hash: Pick<FindingsHash, "add">,
  onFindings: (count: number) => void,
): Promise<void> {
  await outputs.pieces(
    join(folder, "findings.csv"),
    findingsCsv(counted(findingsOf(audit), hash, onFindings)),
  );
  await writeFindingsParquet(audit, outputs.make(join(folder, "findings.parquet")));
  await outputs.text(join(folder, "summary.json"), `${JSON.stringify(audit.summary, undefined, 2)}\n`);
  for await (const { name, pieces } of worksheetOf(findingsOf(audit, "to-look-into"), language))
    await outputs.pieces(join(folder, name), pieces);
  await outputs.pieces(
    join(folder, "worksheet.xlsx"),
    worksheetXlsx(findingsOf(audit, "to-look-into"), language),
  );
}

async function* counted(
  parts: AsyncIterable<AuditFinding[]>,
  hash: Pick<FindingsHash, "add">,
  onFindings: (count: number) => void,
): AsyncGenerator<AuditFinding[]> {
  for await (const part of parts) {
    yield part;
    hash.add(part);
    onFindings(part.length);
  }
}

/** Makes the list of all deadlines that another way of counting would tell otherwise. */
export const makeFlips = (audit: Audit, folder: string, outputs: Outputs): Promise<void> =>
  outputs.pieces(join(folder, "what-if.csv"), flipsCsv(flipsOf(audit)));

/** Makes the plan of an audit for a folder, as SQL that any engine runs, with the events that it ran over. */
export async function makeSql(audit: Audit, folder: string, outputs: Outputs): Promise<void> {
  for (const { name, text } of planFiles(audit.tables, audit.steps))
    await outputs.text(join(folder, name), text);
  await copyEvents(audit, outputs.make(join(folder, "events.csv")));
}
