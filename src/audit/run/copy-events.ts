import { sql, value } from "../../engine/sql.ts";
import { EVENT_COLUMNS } from "../plan/plan-script.ts";
import type { JudgedLog } from "./judge-log.ts";

/** Writes the events that were judged to a file, as CSV with a header: what the plan's table `event` is loaded with elsewhere. */
export const copyEvents = ({ database }: JudgedLog, file: string): Promise<void> =>
  database.run(sql`
    copy (select ${EVENT_COLUMNS} from event) to ${value(file)} (format csv, header)
  `);
