import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { literal } from "../audit/database.ts";
import { EVENT_TABLE, stepsScript, tablesScript } from "../audit/plan-script.ts";
import type { Audit } from "../audit/run-audit.ts";
import { writeFileWhole } from "./write-file.ts";

const READ_ME = `An audit as portable SQL (no engine's own words): run 1-tables.sql and 2-event.sql, load the log into event
(events.csv holds the one that was read; psql: \\copy event from 'events.csv' csv header), then run 3-plan.sql. The table
finding holds the result: one row a finding; instants are epoch ms, lengths of time ms.
`;

/** Writes the plan of an audit into a folder: our tables, the log, the steps. */
export async function writeSql(
  { tables, steps, database }: Audit,
  folder: string,
  own: string,
): Promise<void> {
  await writeFileWhole(join(folder, "1-tables.sql"), tablesScript(tables));
  await writeFileWhole(join(folder, "2-event.sql"), EVENT_TABLE);
  await writeFileWhole(join(folder, "3-plan.sql"), stepsScript(steps));
  await writeFileWhole(join(folder, "README.txt"), READ_ME);
  const events = join(own, "events.csv");
  await database.run(
    `copy (select row_no, case_id, event_no, t, hi, service, channel, provider, reason, document from event) to ${literal(events)} (format csv, header)`,
  );
  copyFileSync(events, join(folder, "events.csv"));
}
