import type { Language } from "../model/language.ts";
import { join } from "node:path";
import { Option, type Command } from "commander";
import { runAudit } from "../audit/audit.ts";
import type { Audit } from "../audit/tell/summary.ts";
import { explainCase } from "../audit/tell/explain-case.ts";
import { nothingJudged } from "../audit/tell/nothing-judged.ts";
import { reportData, runningCases } from "../audit/tell/report-data.ts";
import type { Change } from "../audit/plan/changed-book.ts";
import { CHANGEABLE, changeOf, whatIf } from "../audit/run/what-if.ts";
import { HARMLESS, type AuditOutcome, type WhatIf } from "../model/audit.ts";
import type { LastHour } from "../model/last-hour.ts";
import { explainedText } from "../report/audit/explained-case.ts";
import { auditHtml } from "../report/audit/html.ts";
import { runningText } from "../report/audit/running.ts";
import { auditText } from "../report/audit/text.ts";
import { whatIfText } from "../report/audit/what-if.ts";
import { makeFlips, makeFolder, makeSql, writeLines } from "./audit-files.ts";
import { limitMet, limitsOf } from "../audit/run/limits.ts";
import { auditOrder } from "../library/audit-order.ts";
import { namedInstant } from "../library/named-instant.ts";
import { openLibrary } from "../library/open-library.ts";
import { readMapping } from "../files/read-mapping.ts";
import { Outputs, tryPlaces } from "../files/audit-outputs.ts";
import { AuditProgress } from "./audit-progress.ts";
import type { CommandFile, Io } from "./command.ts";
import { lawOption, WITHOUT_LAW } from "./law-option.ts";
import { suggestMap } from "./suggest-map.ts";
import { message } from "../report/messages/message.ts";
import { languageOption } from "./language.ts";
import { inOwnFolder, temporaryFolder } from "../files/own-folder.ts";
import { leftAside, logFiles } from "../files/log-file.ts";
import { FORMATS, FORMAT_TITLES } from "../log/formats.ts";
import { logSource } from "../log/read-log.ts";
import { Trouble } from "../model/trouble.ts";
import { rulebooksAtHand } from "../files/rules-folder.ts";

interface Options {
  readonly map?: string;
  readonly rules?: readonly string[];
  readonly drafts?: boolean;
  readonly withoutLaw?: boolean;
  readonly lastHour?: LastHour;
  readonly now?: string;
  readonly out?: string;
  readonly html?: string;
  readonly dueWithin: string;
  readonly emitSql?: string;
  readonly explain?: string;
  readonly whatIf?: readonly string[];
  readonly suggestMap?: boolean;
  readonly format: "text" | "json" | "jsonl";
  readonly lang: Language;
  readonly memory: string;
  readonly threads?: string;
}

const AFTER = `
Example:
  tarmaq audit log.csv --map map.json --now 2026-03-01T09:00:00+05:00 --html report.html -o findings/

LOG is ${FORMAT_TITLES}, each also gzipped; several files, or folders of them, are one log.
Exit status: 0 nothing wrong, 1 findings, 2 the command could not do its work.`;

export const command: CommandFile = {
  configure: (audit: Command, io: Io, end) => {
    audit
      .argument("<log...>", "the event log: files or folders")
      .option("--map <file>", "how its columns and activities are to be read (schemas/mapping.schema.json)")
      .option(
        "--rules <path...>",
        "rulebooks, or folders of them (default: those Tarmaq brings, and of rules/ here)",
      )
      .option("--drafts", "let rules judge that nobody has reviewed; the result says so")
      .option(...WITHOUT_LAW)
      .addOption(
        new Option(
          "--last-hour <hour>",
          "when a last day ends where nothing decides it (default: what hangs on it cannot be told)",
        ).choices(["closing", "midnight"]),
      )
      .option("--now <instant>", "hold what is still running against its due time at this instant")
      .option("--due-within <days>", "with --now: tell also what falls due within so many working days", "5")
      .option("--html <file>", "write the report there: one page that needs nothing else")
      .option(
        "-o, --out <folder>",
        "write findings.parquet, findings.csv, summary.json and, for spreadsheets, worksheet.csv there",
      )
      .option("--explain <case>", "one case: what was found in it, and each due time counted day by day")
      .option("--what-if <field=value...>", `judge once more with deadlines counted so: ${CHANGEABLE}`)
      .option("--suggest-map", "propose a mapping from the log's columns and activities, and do nothing else")
      .option("--emit-sql <folder>", "write the plan as portable SQL there, with its calendar and the log")
      .addOption(new Option("--format <format>").choices(["text", "json", "jsonl"]).default("text"))
      .addOption(languageOption(io))
      .option("--memory <size>", "the most memory to take; what is more goes to disk", "2GB")
      .option("--threads <number>", "processors to use (default: all)")
      .addHelpText("after", AFTER)
      .action(async (logs: string[], options: Options) => {
        end(
          await run(logs, options, io).catch((error: unknown) => {
            throw limitMet(error, temporaryFolder());
          }),
        );
      });
  },
};

async function run(logs: readonly string[], options: Options, io: Io): Promise<number> {
  const { map } = options;
  if (options.suggestMap === true) return suggestMap(logs, options.rules, io);
  if (map === undefined)
    throw new Trouble("no mapping is named", {
      place: "--map",
      wayOut: "Name one with --map; --suggest-map proposes one for this log.",
    });
  const changes = (options.whatIf ?? []).map(changeFrom);
  daysOf(options.dueWithin);
  await tryPlaces(placesOf(options));
  return inOwnFolder(async (folder, stopped) => {
    const rules = options.rules ?? rulebooksAtHand(io.cwd);
    const order = auditOrder(openLibrary({ rules, law: lawOption(options) }), {
      mapping: readMapping(map),
      file: map,
      drafts: options.drafts,
      lastHour: options.lastHour,
      now: options.now === undefined ? undefined : namedInstant(options.now, "--now"),
    });
    const aside = leftAside(logs, FORMATS);
    if (aside.length > 0)
      io.stderr.write(
        `tarmaq: ${message(`not read, being no log by name: ${aside.slice(0, 20).join(", ")}${aside.length > 20 ? ", …" : ""}`, options.lang)}\n`,
      );
    const progress = new AuditProgress(io);
    const source = progress.watch(
      logSource(logFiles(logs, FORMATS, folder), order.mapping, progress.reading),
    );
    const audit = await runAudit(order, source, limitsOf(options, folder, stopped), progress.judging);
    try {
      const outputs = new Outputs(folder, stopped);
      progress.reporting();
      const report =
        options.html === undefined ? undefined : await reportData(audit, daysOf(options.dueWithin));
      await make(audit, options, outputs, progress);
      progress.end();
      await tell(audit, options, io);
      const changed = changes.length === 0 ? undefined : await asked(audit, changes, options, outputs);
      if (options.html !== undefined && report !== undefined)
        await outputs.text(options.html, auditHtml(report, options.lang, changed));
      await outputs.publish();
      if (changed !== undefined) tellWhatIf(changed, options, io);
      const nothing = nothingJudged(audit.summary);
      if (nothing !== undefined) throw nothing;
      const found = Object.keys(audit.summary.outcomes) as AuditOutcome[];
      return found.every((outcome) => HARMLESS.has(outcome)) ? 0 : 1;
    } finally {
      progress.end();
      audit.database.close();
    }
  });
}

/** A file of each place that something is to be written to. */
const placesOf = ({ out, html, emitSql }: Options): string[] => [
  ...(html === undefined ? [] : [html]),
  ...[out, emitSql].flatMap((folder) => (folder === undefined ? [] : [join(folder, "README.txt")])),
];

async function make(
  audit: Audit,
  { out, emitSql, lang }: Options,
  outputs: Outputs,
  progress: AuditProgress,
): Promise<void> {
  if (out !== undefined) await makeFolder(audit, out, outputs, lang, progress.writing(audit.summary));
  if (emitSql !== undefined) await makeSql(audit, emitSql, outputs);
}

/** Judges once more, and lists what comes out otherwise where there is a folder for it. The audit's own findings are gone then. */
async function asked(
  audit: Audit,
  changes: readonly Change[],
  { out, whatIf: texts }: Options,
  outputs: Outputs,
): Promise<{ change: string; told: WhatIf }> {
  const told = await whatIf(audit, changes);
  if (out !== undefined) await makeFlips(audit, out, outputs);
  return { change: (texts ?? []).join(" "), told };
}

async function tell(audit: Audit, { format, lang, explain, dueWithin }: Options, io: Io): Promise<void> {
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
function tellWhatIf(
  { change, told }: { change: string; told: WhatIf },
  { format, lang }: Options,
  io: Io,
): void {
  io.stdout.write(
    format === "text"
      ? `\n${whatIfText(change, told, lang)}`
      : `${JSON.stringify({ whatIf: change, ...told })}\n`,
  );
}

const MOST_DAYS = 1000;

function daysOf(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 0 && days <= MOST_DAYS) return days;
  throw new Trouble(`${JSON.stringify(text)} is no number of days`, {
    place: "--due-within",
    wayOut: "Write a whole number.",
  });
}

function changeFrom(text: string): Change {
  const change = changeOf(text);
  if (change !== undefined) return change;
  throw new Trouble(`${JSON.stringify(text)} changes nothing that is counted with`, {
    place: "--what-if",
    wayOut: `Write one of: ${CHANGEABLE}.`,
  });
}
