import type { Language } from "../model/language.ts";
import { Option, type Command } from "commander";
import { createColors } from "picocolors";
import { outlineAct } from "../desk/read-act.ts";
import { ingestNotes } from "../report/ingest-notes.ts";
import { outlineJson } from "../report/outline/json.ts";
import { repairsJson, repairsText } from "../report/outline/repairs.ts";
import { outlineText } from "../report/outline/text.ts";
import type { CommandFile, Io } from "./command.ts";
import { locator } from "../model/locator.ts";
import { languageOption } from "./language.ts";
import { readText } from "../files/read-text.ts";

interface OutlineOptions {
  readonly repairs?: boolean;
  readonly format: "text" | "json";
  readonly lang: Language;
}

const EXAMPLE = `
Examples:
  tarmaq outline corpus/002_b0c7419236df1d07.txt
  tarmaq outline corpus/000_a653e2419e84acd7.txt --repairs`;

/** Where lines are cut when the output is no terminal. */
const COLUMNS = 160;

export const command: CommandFile = {
  configure: (command: Command, io: Io, end): void => {
    command
      .argument(
        "<file>",
        "text of an act: plain text, Markdown, HTML, DOCX, PDF; ODT, RTF, DOC through LibreOffice",
      )
      .option("--repairs", "list what was mended, with line and column, before and after")
      .addOption(new Option("--format <format>").choices(["text", "json"]).default("text"))
      .addOption(languageOption(io))
      .addHelpText("after", EXAMPLE)
      .action(async (file: string, options: OutlineOptions) => {
        await run(file, options, io);
        end(0);
      });
  },
};

async function run(path: string, options: OutlineOptions, io: Io): Promise<void> {
  const { name, bytes } = await readText(path, io);
  const read = await outlineAct(bytes, { file: name }, path);
  const terminal = "isTTY" in io.stdout && io.stdout.isTTY === true;
  const paint = createColors(terminal && io.env["NO_COLOR"] === undefined);
  const columns =
    "columns" in io.stdout && typeof io.stdout.columns === "number" ? io.stdout.columns : COLUMNS;
  io.stderr.write(ingestNotes(read.findings, name, options.lang));
  const layout = { strong: paint.bold, faint: paint.dim, columns, language: options.lang };
  const { content, edits, findings, places, sha256 } = read;
  if (options.repairs === true) {
    const mended = { content, edits, findings };
    io.stdout.write(options.format === "json" ? repairsJson(mended) : repairsText(mended, layout));
  } else if (options.format === "json")
    io.stdout.write(outlineJson(read.tree, { file: name, sha256, content, places }));
  else io.stdout.write(outlineText(read.tree, layout, locator(content, places)));
}
