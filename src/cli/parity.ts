import { resolve } from "node:path";
import { Option, type Command } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { openParity } from "../desk/open-parity.ts";
import { writeFileWhole } from "../files/write-file.ts";
import type { Language } from "../model/language.ts";
import { ingestNotes } from "../report/ingest-notes.ts";
import { parityHtml } from "../report/parity/html.ts";
import { parityReport } from "../report/parity/json.ts";
import { paritySarif } from "../report/parity/sarif.ts";
import { parityText } from "../report/parity/text.ts";
import { languageOption } from "./language.ts";
import type { CommandFile, Io } from "./command.ts";

interface ParityOptions {
  readonly format: "text" | "json" | "sarif";
  readonly lang: Language;
  readonly html?: string;
}

const EXAMPLE = `
Examples:
  tarmaq parity act-kaz.md act-rus.md
  tarmaq parity act-kaz.md act-rus.md --html parity.html --lang ru
Exit status: 0 no difference in substance found, 1 differences, 2 the command could not do its work.`;

export const command: CommandFile = {
  configure: (command: Command, io: Io, end): void => {
    command
      .argument("<first>", "text of the act in one language")
      .argument("<second>", "the same act, of the same day, in the other")
      .addOption(new Option("--format <format>").choices(["text", "json", "sarif"]).default("text"))
      .addOption(languageOption(io))
      .option("--html <file>", "also a page: side by side, fit for paper")
      .addHelpText("after", EXAMPLE)
      .action(async (first: string, second: string, options: ParityOptions) => {
        end(await run(first, second, options, io));
      });
  },
};

async function run(first: string, second: string, options: ParityOptions, io: Io): Promise<number> {
  const { format, lang, html } = options;
  const { result, locate, notes } = await openParity(first, second, io.cwd);
  for (const side of ["first", "second"] as const)
    io.stderr.write(ingestNotes(notes[side], result[side].file, lang));
  if (html !== undefined) await writeFileWhole(resolve(io.cwd, html), parityHtml(result, locate, lang));
  if (format === "text") io.stdout.write(parityText(result, locate, lang));
  else {
    const report =
      format === "json"
        ? parityReport(result, locate)
        : paritySarif(result, locate, { first, second }, lang, packageJson.version);
    io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  }
  return result.differences.length > 0 ? 1 : 0;
}
