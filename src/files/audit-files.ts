import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { findingWriter, lineSql, type FindingRow } from "../audit/tell/finding.ts";
import { literal } from "../engine/database.ts";
import type { Audit } from "../audit/run/run-audit.ts";
import { flipsOf } from "../audit/run/what-if.ts";
import type { AuditFinding } from "../model/audit.ts";
import type { Outputs } from "./audit-outputs.ts";

const ORDER = "order by case_id, rule_no, occurrence, outcome, start_at, s_row";

/** All findings in order, a part at a time. */
export async function* findingsOf(audit: Audit, where = "true"): AsyncGenerator<AuditFinding[]> {
  const write = findingWriter(audit);
  for await (const part of audit.database.stream<FindingRow>(`select * from finding where ${where} ${ORDER}`))
    yield part.map(write);
}

/** Writes findings as JSON Lines to a stream that may be slower than we are. */
export async function writeLines(audit: Audit, to: NodeJS.WritableStream): Promise<void> {
  for await (const part of findingsOf(audit))
    if (!to.write(part.map((finding) => `${JSON.stringify(finding)}\n`).join(""))) await once(to, "drain");
}

/** Makes findings as Parquet and CSV and the summary as JSON for a folder. */
export async function makeFolder(
  audit: Audit,
  folder: string,
  outputs: Outputs,
  onFindings: (count: number) => void,
): Promise<void> {
  await makeCsv(audit, outputs.make(join(folder, "findings.csv")), onFindings);
  await makeParquet(audit, outputs.make(join(folder, "findings.parquet")));
  await outputs.text(join(folder, "summary.json"), `${JSON.stringify(audit.summary, undefined, 2)}\n`);
}

const COLUMNS = [
  "case",
  "service",
  "provider",
  "channel",
  "rule",
  "version",
  "outcome",
  "reason",
  "margin",
  "start",
  "due",
  "done",
  "late_wall_seconds",
  "late_working_seconds",
  "late_working_days",
  "cite",
  "rows",
];

async function makeCsv(audit: Audit, file: string, onFindings: (count: number) => void): Promise<void> {
  await pipeline(async function* () {
    // Spreadsheets take a file without the mark for one of the machine's own 8-bit encoding.
    yield `\uFEFF${COLUMNS.join(",")}\r\n`;
    for await (const part of findingsOf(audit)) {
      yield part.map((finding) => `${cells(finding).map(cell).join(",")}\r\n`).join("");
      onFindings(part.length);
    }
  }, createWriteStream(file));
}

/** Makes the list of all deadlines that another way of counting would tell otherwise. */
export async function makeFlips(audit: Audit, folder: string, outputs: Outputs): Promise<void> {
  await pipeline(
    async function* () {
      yield "\uFEFFcase,rule,from,to\r\n";
      for await (const part of flipsOf(audit))
        yield part
          .map((each) => `${[each.case, each.rule, each.from, each.to].map(cell).join(",")}\r\n`)
          .join("");
    },
    createWriteStream(outputs.make(join(folder, "what-if.csv"))),
  );
}

const cells = (finding: AuditFinding): (string | number | null)[] => [
  finding.case,
  finding.service,
  finding.provider,
  finding.channel,
  finding.rule,
  finding.version,
  finding.outcome,
  finding.reason,
  finding.margin,
  finding.start,
  finding.due,
  finding.done,
  finding.late?.wall ?? null,
  finding.late?.working ?? null,
  finding.late?.workingDays ?? null,
  finding.cite,
  finding.rows.join(" "),
];

/** A cell as spreadsheets read it right: quoted where needed, and text that would begin a formula made plain text. */
function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Instants are UTC in Parquet; lengths are seconds. */
async function makeParquet({ plan, database, log }: Audit, file: string): Promise<void> {
  await database.fill({
    name: "rule_text",
    columns: [
      ["rule_no", "bigint"],
      ["rule", "text"],
      ["cite", "text"],
    ],
    rows: plan.terms.rules.map(({ rule }, number) => [number, rule.id, rule.cite]),
  });
  await database.fill({
    name: "book_text",
    columns: [
      ["book_no", "bigint"],
      ["service", "text"],
      ["version", "text"],
    ],
    rows: plan.books.map(({ book }, number) => [number, book.id, book.version ?? null]),
  });
  const seconds = (column: string): string => `${column} / 1000.0`;
  const instant = (column: string): string => `make_timestamp(${column} * 1000)`;
  await database.run(`
copy (
  select f.case_id as "case", b.service, f.provider, c.channel, r.rule, b.version, f.outcome, f.reason,
    ${seconds("f.margin")} as margin, ${instant("f.start_at")} as start_utc, ${instant("f.due_at")} as due_utc, ${instant("f.done_at")} as done_utc,
    ${seconds("f.late_wall")} as late_wall_seconds, ${seconds("f.late_open")} as late_working_seconds, f.late_days as late_working_days,
    ${seconds("f.taken_ms")} as taken_seconds, ${seconds("f.suspended_ms")} as suspended_seconds, r.cite, ${lineSql(log.files, "f.s_row")} as start_row, ${lineSql(log.files, "f.d_row")} as done_row
  from finding f
  left join rule_text r on r.rule_no = f.rule_no
  left join book_text b on b.book_no = f.book_no
  left join (select channel_no, min(channel) as channel from channel_name where channel in ('provider', 'phone', 'portal', 'corporation', 'post') group by channel_no) c on c.channel_no = f.channel_no
  ${ORDER.replaceAll(/(?<=[ ,])(?=[a-z]+_)/g, "f.")
    .replace("outcome", "f.outcome")
    .replace("occurrence", "f.occurrence")}
) to ${literal(file)} (format parquet)`);
}
