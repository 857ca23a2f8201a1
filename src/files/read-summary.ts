import type { AuditSummary } from "../model/audit.ts";
import { readJson, type JsonKind } from "./read-json.ts";

const SUMMARY: JsonKind<"audit-summary"> = {
  what: "The summary of an audit",
  schema: "audit-summary",
  limit: { megabytes: 256, wayOut: "Name the summary.json of one audit." },
  help: "audit -o writes one, as summary.json",
};

/** The summary of an audit in a file, as far as another is compared with it. Throws `Trouble`. */
export const readSummary = (
  file: string,
): Pick<AuditSummary, "files" | "period" | "seal" | "rules" | "casesBy" | "durations" | "rulebooks"> =>
  readJson(file, SUMMARY);
