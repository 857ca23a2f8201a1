import { runAudit } from "../audit/audit.ts";
import type { Audit } from "../audit/tell/summary.ts";
import { findingsOf } from "../audit/tell/findings.ts";
import { nothingJudged } from "../audit/tell/nothing-judged.ts";
import { reportData } from "../audit/tell/report-data.ts";
import { limitMet, limitsOf } from "../audit/run/limits.ts";
import { hashLog, nameAndHash } from "../files/hash-file.ts";
import { leftAside, logFiles } from "../files/log-file.ts";
import { inOwnFolder, temporaryFolder } from "../files/own-folder.ts";
import { readMapping, usable } from "../files/read-mapping.ts";
import { auditOrder } from "../library/audit-order.ts";
import { auditSeal } from "../library/audit-seal.ts";
import type { Library } from "../library/library.ts";
import { namedInstant } from "../library/named-instant.ts";
import { FORMATS } from "../log/formats.ts";
import type { Mapping } from "../log/mapping.ts";
import { logSource } from "../log/read-log.ts";
import { wholeMapping } from "../log/whole-mapping.ts";
import type { AuditFinding, AuditSummary } from "../model/audit.ts";
import { hashOf } from "../model/print.ts";
import type { LastHour } from "../model/last-hour.ts";
import type { Language } from "../model/language.ts";
import { auditHtml } from "../report/audit/html.ts";
import { languageNamed, pathsIn } from "./options.ts";
import { attemptLater, refusedBySchema, type Result } from "./result.ts";

/** How a log is to be read, by what it is judged, and what is wanted beside the summary. */
export interface AuditOptions {
  /** How its columns and activities are to be read: the path of a mapping, or the mapping itself (`schemas/mapping.schema.json`). */
  readonly map: string | Mapping;
  /** Rules judge that nobody has reviewed; the summary says so. */
  readonly drafts?: boolean;
  /**
   * When a last day ends where neither a rule nor the law decides: at closing, or at 24:00. Without it what was done between
   * the two cannot be told where the general law leaves it open.
   */
  readonly lastHour?: LastHour;
  /** Hold what is still running against its due time at this instant, ISO with offset: `2026-03-01T09:00:00+05:00`. */
  readonly now?: string;
  /** Judge only the cases of these days, both within: a case is of them by its first `submitted`, or by the first of the events `by`. */
  readonly period?: { readonly from?: string; readonly until?: string; readonly by?: string };
  /** Takes the findings as they come, in the order of the cases; the next comes when what it returns is done. */
  readonly each?: (finding: AuditFinding) => void | Promise<void>;
  /** Also the report, one page of HTML that needs nothing else, in this language. */
  readonly report?: Language;
  /** The most memory to take, `2GB` where nothing is said; what is more goes to disk, into the folder for temporary files. */
  readonly memory?: string;
  /** Processors to use; all where nothing is said. */
  readonly threads?: number;
}

/** What became of a log. */
export interface AuditAnswer {
  /** Rows read and refused, and how many cases came out how, by rule. */
  readonly summary: AuditSummary;
  /** Files of the folders named that are no log by name, and were not read. */
  readonly leftAside: readonly string[];
  /** Where it was asked for. */
  readonly report?: string;
}

/** Reads logs as one log and judges its cases by a library's rulebooks. */
export function auditLog(
  library: Library,
  named: string | readonly string[],
  options: AuditOptions,
): Promise<Result<AuditAnswer>> {
  const logs = pathsIn(named);
  const { map } = options;
  const wrong = typeof map === "string" ? undefined : refusedBySchema("mapping", map, "the mapping");
  if (wrong !== undefined) return Promise.resolve(wrong);
  return attemptLater("the audit", () =>
    inOwnFolder((folder) => judged(library, logs, options, folder), { signals: "left alone" }).catch(
      (error: unknown) => {
        throw limitMet(error, temporaryFolder());
      },
    ),
  );
}

async function judged(
  library: Library,
  logs: readonly string[],
  options: AuditOptions,
  folder: string,
): Promise<AuditAnswer> {
  const { map, drafts, lastHour, period, now, memory = "2GB", threads, report } = options;
  if (report !== undefined) languageNamed(report);
  const file = typeof map === "string" ? map : "the mapping";
  const written = typeof map === "string" ? readMapping(map) : usable(map, file);
  const order = auditOrder(library, {
    mapping: wholeMapping(written),
    file,
    drafts,
    lastHour,
    period,
    now: now === undefined ? undefined : namedInstant(now, "--now"),
  });
  const files = logFiles(logs, FORMATS, folder);
  const hashed = await hashLog(files.map(({ path }) => path));
  // A mapping that was handed in as a value has no bytes: it is hashed with its keys in order.
  const ofMapping =
    typeof map === "string" ? await nameAndHash(map) : { name: file, sha256: hashOf(written) };
  const seal = auditSeal(library, order, { log: hashed.files, mapping: ofMapping }, drafts);
  const source = logSource(files, order.mapping);
  const limits = limitsOf({ memory, ...(threads === undefined ? {} : { threads: String(threads) }) }, folder);
  const audit = await runAudit({ ...order, seal }, source, limits);
  try {
    await hashed.stillTheSame();
    const nothing = nothingJudged(audit.summary);
    if (nothing !== undefined) throw nothing;
    return { ...(await told(audit, options)), leftAside: leftAside(logs, FORMATS) };
  } finally {
    audit.database.close();
  }
}

/** Working days within which what is still running counts as soon due, in a report. */
const SOON = 5;

async function told(
  audit: Audit,
  { each, report }: AuditOptions,
): Promise<Pick<AuditAnswer, "summary" | "report">> {
  if (each !== undefined)
    for await (const part of findingsOf(audit)) for (const finding of part) await each(finding);
  const { summary } = audit;
  if (report === undefined) return { summary };
  return { summary, report: auditHtml(await reportData(audit, SOON), report) };
}
