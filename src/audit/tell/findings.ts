import { list, sql, value, type Sql } from "../../engine/sql.ts";
import { HARMLESS, type AuditFinding } from "../../model/audit.ts";
import type { JudgedLog } from "../run/judge-log.ts";
import { findingWriter, type FindingRow } from "./finding.ts";

/** All findings in order, a part at a time; or only those that somebody has to look into. */
export async function* findingsOf(
  audit: JudgedLog,
  which: "all" | "to-look-into" = "all",
): AsyncGenerator<AuditFinding[]> {
  const write = findingWriter(audit);
  const rows = audit.database.stream<FindingRow>(sql`
    select * from finding where ${which === "all" ? sql`true` : TO_LOOK_INTO}
    order by case_id, rule_no, occurrence, outcome, start_at, start_row`);
  for await (const part of rows) yield part.map(write);
}

const TO_LOOK_INTO: Sql = sql`outcome not in (${list([...HARMLESS].map(value))})`;
