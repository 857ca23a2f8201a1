import { join } from "node:path";
import { literal } from "../engine/database.ts";
import { EVENT_TABLE, stepsScript, tablesScript } from "../audit/plan/plan-script.ts";
import type { Audit } from "../audit/run/run-audit.ts";
import type { Outputs } from "./audit-outputs.ts";

const READ_ME = `An audit as portable SQL (no engine's own words): run 1-tables.sql and 2-event.sql, load the log into event
(events.csv holds the one that was read; psql: \\copy event from 'events.csv' csv header), then run 3-plan.sql. The table
finding holds the result: one row a finding; instants are epoch ms, lengths of time ms.
`;

/** Makes the plan of an audit for a folder: our tables, the log, the steps. */
export async function makeSql(
  { tables, steps, database }: Audit,
  folder: string,
  outputs: Outputs,
): Promise<void> {
  await outputs.text(join(folder, "1-tables.sql"), tablesScript(tables));
  await outputs.text(join(folder, "2-event.sql"), EVENT_TABLE);
  await outputs.text(join(folder, "3-plan.sql"), stepsScript(steps));
  await outputs.text(join(folder, "README.txt"), READ_ME);
  await database.run(
    `copy (select row_no, case_id, event_no, t, hi, service, channel, provider, reason, document from event) to ${literal(outputs.make(join(folder, "events.csv")))} (format csv, header)`,
  );
}
