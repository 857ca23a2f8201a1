import { join } from "node:path";
import type { Command } from "commander";
import { annexesOf } from "../audit/tell/annexes.ts";
import type { Audit } from "../audit/tell/summary.ts";
import type { Outputs } from "../files/audit-outputs.ts";
import type { AuditReport } from "../model/audit-report.ts";
import { Trouble } from "../model/trouble.ts";
import { annexDocx } from "../report/audit/annex-docx.ts";
import { auditBrief } from "../report/audit/brief.ts";
import type { AuditCommandOptions } from "./audit-options.ts";

/** Adds the options of papers to `audit`. */
export const papersOptions = (audit: Command): Command =>
  audit
    .option("--brief", "with -o: write brief.html, a summary of a few pages to be printed")
    .option(
      "--annex <case...>",
      "with -o: write annex.docx, annexes of an act: these cases with every term counted day by day",
    );

/** Sees to it that there is a folder for papers that are asked for. Throws `Trouble`. */
export function tryPapers({ out, brief, annex }: AuditCommandOptions): void {
  if (out !== undefined) return;
  const place = brief === true ? "--brief" : annex === undefined ? undefined : "--annex";
  if (place !== undefined)
    throw new Trouble("what is written needs a folder", { place, wayOut: "Name one with -o." });
}

/** Makes the papers that are asked for: a summary to be printed, and annexes of chosen cases. */
export async function makePapers(
  audit: Audit,
  report: AuditReport | undefined,
  { out, annex, lang }: AuditCommandOptions,
  outputs: Outputs,
): Promise<void> {
  if (out === undefined) return;
  if (report !== undefined) await outputs.text(join(out, "brief.html"), auditBrief(report, lang));
  if (annex !== undefined)
    await outputs.bytes(join(out, "annex.docx"), await annexDocx(await annexesOf(audit, annex), lang));
}
