import type { Database } from "../../engine/database.ts";
import { sql, word } from "../../engine/sql.ts";
import type { LogColumn, WholeMapping } from "../../log/mapping.ts";
import { folded } from "../../model/fold-name.ts";
import type { ReadFile } from "../../model/read-file.ts";
import type { AuditSummary } from "../../model/audit.ts";

/** What the mapping gives a meaning to, by its field and the column of the log that it is about. */
const MAPS = [
  ["events", "activity"],
  ["channels", "channel"],
  ["services", "service"],
  ["grounds", "reason"],
  ["documents", "document"],
] as const satisfies readonly (readonly [keyof WholeMapping, LogColumn])[];

/** Names that are told of each field: a list to be read. */
const MOST = 100;

/** Names to which the mapping gives a meaning and that no row of the log has: misspelt, or simply not there. */
export async function notInLog(
  database: Database,
  mapping: WholeMapping,
  files: readonly ReadFile[],
): Promise<AuditSummary["notInLog"]> {
  const missing: AuditSummary["notInLog"][number][] = (mapping.files ?? []).flatMap(({ match }) =>
    files.some(({ mappedBy }) => mappedBy === match) ? [] : [{ field: "files", name: match }],
  );
  for (const [field, column] of MAPS) {
    const names = Object.keys(mapping[field] ?? {});
    if (names.length === 0) continue;
    const seen = await database.rows<{ name: string }>(
      column === "activity"
        ? sql`select distinct activity as name from tally where activity is not null`
        : sql`select distinct ${word(column)} as name from raw where ${word(column)} is not null`,
    );
    const known = new Set(seen.map(({ name }) => folded(name)));
    missing.push(
      ...names
        .filter((name) => !known.has(folded(name)))
        .slice(0, MOST)
        .map((name) => ({ field, name })),
    );
  }
  return missing;
}
