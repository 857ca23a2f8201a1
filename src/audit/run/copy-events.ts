import { sql, value } from "../../engine/sql.ts";
import type { Audit } from "./run-audit.ts";

/** Writes the events that were judged to a file, as CSV with a header: what the plan's table `event` is loaded with elsewhere. */
export const copyEvents = ({ database }: Audit, file: string): Promise<void> =>
  database.run(sql`
    copy (select row_no, case_id, event_no, t, hi, service, channel, provider, reason, document from event)
      to ${value(file)} (format csv, header)`);
