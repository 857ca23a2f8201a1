import type { Audit } from "../audit/tell/summary.ts";
import { explainCase } from "../audit/tell/explain-case.ts";
import { runningCases } from "../audit/tell/report-data.ts";
import type { WhatIf } from "../model/audit.ts";
import { Trouble } from "../model/trouble.ts";
import { explainedText } from "../report/audit/explained-case.ts";
import { runningText } from "../report/audit/running.ts";
import { auditText } from "../report/audit/text.ts";
import { whatIfText } from "../report/audit/what-if.ts";
import { writeLines } from "./audit-files.ts";
import { daysOf, type AuditCommandOptions } from "./audit-options.ts";
import type { Io } from "./command.ts";

/** Prints what an audit comes to, in the format that is asked for. */
export async function tellAudit(
  audit: Audit,
  { format, lang, explain, dueWithin }: AuditCommandOptions,
  io: Io,
): Promise<void> {
  if (explain !== undefined) {
    const told = await explainCase(audit, explain);
    if (told === undefined)
      throw new Trouble(`the log has no case ${JSON.stringify(explain)}`, {
        place: "--explain",
        wayOut: "Name a case as the log's case column has it.",
      });
    io.stdout.write(
      format === "text"
        ? explainedText(told, lang)
        : `${JSON.stringify(told, undefined, format === "json" ? 2 : 0)}\n`,
    );
  } else if (format === "jsonl") await writeLines(audit, io.stdout);
  else if (format === "json") io.stdout.write(`${JSON.stringify(audit.summary, undefined, 2)}\n`);
  else {
    io.stdout.write(auditText(audit.summary, lang));
    if (audit.order.now === undefined) return;
    const within = daysOf(dueWithin);
    io.stdout.write(`\n${runningText(await runningCases(audit, within), within, lang)}`);
  }
}

/** With `--format json` a second object follows, so that the first stays what it is without the question. */
export function tellWhatIf(
  { change, told }: { change: string; told: WhatIf },
  { format, lang }: AuditCommandOptions,
  io: Io,
): void {
  io.stdout.write(
    format === "text"
      ? `\n${whatIfText(change, told, lang)}`
      : `${JSON.stringify({ whatIf: change, ...told })}\n`,
  );
}
