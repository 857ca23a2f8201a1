import { LANGUAGES } from "../../model/language.ts";
import { keyOf } from "../../model/round.ts";
import type { AuditFinding, WhatIf } from "../../model/audit.ts";

/** Spreadsheets take a file without the mark for one of the machine's own 8-bit encoding. */
const MARK = "\uFEFF";

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
  "round",
  ...LANGUAGES.map((language) => `cite_${language}`),
  "held_by",
];

/** Findings as CSV, piece by piece. */
export async function* findingsCsv(parts: AsyncIterable<readonly AuditFinding[]>): AsyncGenerator<string> {
  yield `${MARK}${COLUMNS.join(",")}\r\n`;
  for await (const part of parts) yield part.map((finding) => row(cells(finding))).join("");
}

/** The deadlines that another way of counting tells otherwise, as CSV, piece by piece. */
export async function* flipsCsv(parts: AsyncIterable<WhatIf["cases"]>): AsyncGenerator<string> {
  yield `${MARK}case,rule,from,to\r\n`;
  for await (const part of parts)
    yield part.map((flip) => row([keyOf(flip), flip.rule, flip.from, flip.to])).join("");
}

const row = (of: readonly (string | number | null)[]): string => `${of.map(cell).join(",")}\r\n`;

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
  finding.round ?? 1,
  ...LANGUAGES.map((language) => finding.cites?.[language] ?? null),
  finding.heldBy ?? null,
];

/** A cell as spreadsheets read it right: quoted where needed, and text that would begin a formula made plain text. */
function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
