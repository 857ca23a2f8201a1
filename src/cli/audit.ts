import { Option, type Command } from "commander";
import type { Limits } from "../audit/database.ts";
import { runAudit, type Audit } from "../audit/run-audit.ts";
import { HARMLESS, type AuditOutcome } from "../model/audit.ts";
import type { Language } from "../model/verdict.ts";
import { auditText } from "../report/audit-text.ts";
import { writeFolder, writeLines } from "./audit-files.ts";
import { inOwnFolder, orderOf } from "./audit-order.ts";
import { AuditProgress } from "./audit-progress.ts";
import type { CommandFile, Io } from "./command.ts";
import { logSource } from "./read-log.ts";
import { Trouble } from "./trouble.ts";

interface Options {
  readonly map?: string;
  readonly rules?: readonly string[];
  readonly drafts?: boolean;
  readonly now?: string;
  readonly out?: string;
  readonly format: "text" | "json" | "jsonl";
  readonly lang: Language;
  readonly memory: string;
  readonly threads?: string;
}

const AFTER = `
Example:
  tarmaq audit log.csv --map map.json --now 2026-03-01T09:00:00+05:00 --html report.html -o findings/

LOG is CSV, JSON Lines, XES or Parquet, each also gzipped; several files, or folders of them, are one log.
Exit status: 0 nothing wrong, 1 findings, 2 the command could not do its work.`;

export const command: CommandFile = {
  configure: (audit: Command, io: Io, end) => {
    audit
      .argument("<log...>", "the event log: files or folders")
      .option("--map <file>", "how its columns and activities are to be read (schemas/mapping.schema.json)")
      .option("--rules <path...>", "rulebooks, or folders of them (default: those Tarmaq brings)")
      .option("--drafts", "let rules judge that nobody has reviewed; the result says so")
      .option("--now <instant>", "hold what is still running against its due time at this instant")
      .option("-o, --out <folder>", "write findings.parquet, findings.csv and summary.json there")
      .addOption(new Option("--format <format>").choices(["text", "json", "jsonl"]).default("text"))
      .addOption(new Option("--lang <language>").choices(["kk", "ru", "en"]).default("en"))
      .option("--memory <size>", "the most memory to take; what is more goes to disk", "2GB")
      .option("--threads <number>", "processors to use (default: all)")
      .addHelpText("after", AFTER)
      .action(async (logs: string[], options: Options) => {
        end(await run(logs, options, io));
      });
  },
};

async function run(logs: readonly string[], options: Options, io: Io): Promise<number> {
  const { map } = options;
  if (map === undefined)
    throw new Trouble("no mapping is named", {
      place: "--map",
      wayOut: "Name one with --map; --suggest-map proposes one for this log.",
    });
  return inOwnFolder(async (folder) => {
    const order = orderOf({ ...options, map });
    const progress = new AuditProgress(io);
    const source = logSource(logs, order.mapping, folder, progress.reading);
    const audit = await runAudit(order, source, limitsOf(options, folder), progress.judging);
    progress.end();
    try {
      await tell(audit, options, folder, io);
      const found = Object.keys(audit.summary.outcomes) as AuditOutcome[];
      return found.every((outcome) => HARMLESS.has(outcome)) ? 0 : 1;
    } finally {
      audit.database.close();
    }
  });
}

async function tell(audit: Audit, { format, lang, out }: Options, folder: string, io: Io): Promise<void> {
  if (out !== undefined) await writeFolder(audit, out, folder);
  if (format === "jsonl") await writeLines(audit, io.stdout);
  else if (format === "json") io.stdout.write(`${JSON.stringify(audit.summary, undefined, 2)}\n`);
  else io.stdout.write(auditText(audit.summary, lang));
}

function limitsOf({ memory, threads }: Options, folder: string): Limits {
  if (!/^\d+(?:\.\d+)? ?(?:MB|GB|MiB|GiB)$/i.test(memory))
    throw new Trouble(`${JSON.stringify(memory)} is no size`, {
      place: "--memory",
      wayOut: "Write it as 2GB or 500MB.",
    });
  const number = threads === undefined ? undefined : Number(threads);
  if (number !== undefined && (!Number.isInteger(number) || number < 1 || number > 256))
    throw new Trouble(`${JSON.stringify(threads)} is no number of processors`, {
      place: "--threads",
      wayOut: "Write 1 or more.",
    });
  return { memory, folder, ...(number === undefined ? {} : { threads: number }) };
}
