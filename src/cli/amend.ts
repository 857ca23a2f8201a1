import { resolve } from "node:path";
import { Option, type Command } from "commander";
import { openAmend } from "../desk/open-amend.ts";
import { writeFileWhole } from "../files/write-file.ts";
import type { Language } from "../model/language.ts";
import { amendHtml } from "../report/amend/html.ts";
import { amendJson } from "../report/amend/json.ts";
import { amendText } from "../report/amend/text.ts";
import { ingestNotes } from "../report/ingest-notes.ts";
import type { CommandFile, Io } from "./command.ts";
import { languageOption } from "./language.ts";

interface AmendOptions {
  readonly out?: string;
  readonly against?: string;
  readonly html?: string;
  readonly format: "text" | "json";
  readonly lang: Language;
}

const EXAMPLE = `
Examples:
  tarmaq amend act.md order.md --out new.md
  tarmaq amend act.md order.md --against published.md
Exit status: 0 every instruction applied and no difference from the published text, 1 something is left, 2 the command could not do its work.`;

export const command: CommandFile = {
  configure: (command: Command, io: Io, end): void => {
    command
      .argument("<act>", "text of the act as it was")
      .argument("<amending>", "text of the act that amends it, in the same language")
      .option("--out <file>", "write the new text: Markdown, or plain text where the act is in that")
      .option("--against <file>", "hold the new text against a published one, provision by provision")
      .option("--html <file>", "also a page: each change side by side, under the clause that made it")
      .addOption(new Option("--format <format>").choices(["text", "json"]).default("text"))
      .addOption(languageOption(io))
      .addHelpText("after", EXAMPLE)
      .action(async (act: string, amending: string, options: AmendOptions) => {
        end(await run(act, amending, options, io));
      });
  },
};

async function run(act: string, amending: string, options: AmendOptions, io: Io): Promise<number> {
  const { out, against, html, format, lang } = options;
  const { amended, notes } = await openAmend({ act, amending, ...(against && { against }) }, io.cwd);
  for (const [file, findings] of notes) io.stderr.write(ingestNotes(findings, file, lang));
  if (out !== undefined) await writeFileWhole(resolve(io.cwd, out), amended.text);
  if (html !== undefined) await writeFileWhole(resolve(io.cwd, html), amendHtml(amended, lang));
  io.stdout.write(format === "json" ? amendJson(amended) : amendText(amended, lang));
  const left = amended.outcomes.some(({ is }) => is === "not-applied");
  const none = !amended.outcomes.some(({ is }) => is === "applied");
  return left || none || (amended.against?.differences.length ?? 0) > 0 ? 1 : 0;
}
