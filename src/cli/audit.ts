import { Option, type Command } from "commander";
import { limitMet } from "../audit/run/limits.ts";
import { CHANGEABLE } from "../audit/run/what-if.ts";
import { temporaryFolder } from "../files/own-folder.ts";
import { FORMAT_TITLES } from "../log/formats.ts";
import { Trouble } from "../model/trouble.ts";
import { sampleOptions } from "./audit-beyond.ts";
import type { AuditCommandOptions } from "./audit-options.ts";
import { papersOptions } from "./audit-papers.ts";
import { auditLogs } from "./audit-run.ts";
import { verifySeal } from "./audit-verify.ts";
import type { CommandFile, Io } from "./command.ts";
import { judgingOptions } from "./judging-options.ts";
import { languageOption } from "./language.ts";
import { WITHOUT_LAW } from "./law-option.ts";
import { suggestMap } from "./suggest-map.ts";

const AFTER = `
Example:
  tarmaq audit log.csv --map map.json --now 2026-03-01T09:00:00+05:00 --html report.html -o findings/

LOG is ${FORMAT_TITLES}, each also gzipped; several files, or folders of them, are one log.
Exit status: 0 nothing wrong, 1 findings, 2 the command could not do its work.`;

export const command: CommandFile = {
  configure: (audit: Command, io: Io, end) => {
    audit
      .argument("[log...]", "the event log: files or folders")
      .option("--map <file>", "how its columns and activities are to be read (schemas/mapping.schema.json)")
      .option(
        "--rules <path...>",
        "rulebooks, or folders of them (default: those Tarmaq brings, and of rules/ here)",
      )
      .option("--drafts", "let rules judge that nobody has reviewed; the result says so")
      .option(...WITHOUT_LAW);
    judgingOptions(audit)
      .option("--against <summary>", "hold it against an earlier audit: its summary.json")
      .option("--due-within <days>", "with --now: tell also what falls due within so many working days", "5")
      .option("--html <file>", "write the report there: one page that needs nothing else")
      .option(
        "-o, --out <folder>",
        "write findings.parquet, findings.csv, summary.json, seal.json and, for spreadsheets, worksheet.xlsx and worksheet.csv there",
      )
      .option(
        "--seal <file>",
        "write the seal there: hashes of all that was read and written (default: seal.json in the -o folder)",
      )
      .option(
        "--verify <seal>",
        "do the audit of a seal again and say what is other; LOG, --map and --rules where they lie elsewhere now",
      )
      .option("--explain <case>", "one case: what was found in it, and each due time counted day by day")
      .option("--what-if <field=value...>", `judge once more with deadlines counted so: ${CHANGEABLE}`)
      .option(
        "--signs",
        "look for signs that entries were made to look otherwise than things went: figures that accuse nobody",
      )
      .option("--suggest-map", "propose a mapping from the log's columns and activities, and do nothing else")
      .option("--emit-sql <folder>", "write the plan as portable SQL there, with its calendar and the log")
      .addOption(new Option("--format <format>").choices(["text", "json", "jsonl"]).default("text"))
      .addOption(languageOption(io))
      .option("--memory <size>", "the most memory to take; what is more goes to disk", "2GB")
      .option("--threads <number>", "processors to use (default: all)");
    sampleOptions(papersOptions(audit))
      .addHelpText("after", AFTER)
      .action(async (logs: string[], options: AuditCommandOptions) => {
        end(
          await run(logs, options, io).catch((error: unknown) => {
            throw limitMet(error, temporaryFolder());
          }),
        );
      });
  },
};

function run(logs: readonly string[], options: AuditCommandOptions, io: Io): Promise<number> {
  if (options.verify !== undefined) return verifySeal(options.verify, logs, options, io);
  if (logs.length === 0)
    throw new Trouble("no log is named", {
      place: "LOG",
      wayOut: "Name its files or folders: tarmaq audit LOG --map MAP.json.",
    });
  return options.suggestMap === true ? suggestMap(logs, options.rules, io) : auditLogs(logs, options, io);
}
