import { LANGUAGES, type Language } from "../model/language.ts";
import { join, resolve } from "node:path";
import { Option, type Command } from "commander";
import { readAct } from "../desk/read-act.ts";
import type { Reading } from "../reading.ts";
import { candidatesText, unreadText } from "../report/extract/candidates-text.ts";
import { jsonlRow, referencesOf, unreadRow } from "../report/extract/candidate.ts";
import { aboutOf } from "../files/read-about.ts";
import type { CommandFile, Io } from "./command.ts";
import { readText } from "../files/read-text.ts";
import { lineIndex } from "../model/line-index.ts";
import { Trouble } from "../model/trouble.ts";
import { writeFileWhole } from "../files/write-file.ts";

interface ExtractOptions {
  readonly output?: string;
  readonly unread?: boolean;
  readonly format: "text" | "json" | "jsonl";
  readonly lang: Language;
}

const EXAMPLE = `
Examples:
  tarmaq extract corpus/002_b0c7419236df1d07.txt
  tarmaq extract corpus/*.txt --format jsonl > candidates.jsonl
  tarmaq extract corpus/000_a653e2419e84acd7.txt --unread`;

export const command: CommandFile = {
  configure: (command: Command, io: Io, end): void => {
    command
      .argument("<file...>", "texts of acts: plain text or Markdown, UTF-8")
      .option("-o, --output <folder>", "write one file for each text into this folder")
      .option("--unread", "list what looks like a rule and could not be read")
      .addOption(new Option("--format <format>").choices(["text", "json", "jsonl"]).default("text"))
      .addOption(
        new Option("--lang <lang>", "language of the text format").choices([...LANGUAGES]).default("kk"),
      )
      .addHelpText("after", EXAMPLE)
      .action(async (files: readonly string[], options: ExtractOptions) => {
        await run(files, options, io);
        end(0);
      });
  },
};

/** Reads every file before the first is written: either all can be read, or nothing is left behind. */
async function run(files: readonly string[], options: ExtractOptions, io: Io): Promise<void> {
  const readings: Reading[] = [];
  for (const path of files) readings.push(await readFile(path, io));
  if (options.output === undefined) {
    io.stdout.write(worded(readings, options));
    return;
  }
  const folder = resolve(io.cwd, options.output);
  const names = readings.map((reading) => outputName(reading.file, options));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new Trouble(`two texts would be written to ${twice}`, {
      wayOut: "Give the texts different names.",
    });
  for (const [index, reading] of readings.entries())
    await writeFileWhole(join(folder, names[index] ?? ""), worded([reading], options));
  io.stderr.write(`${readings.length} → ${folder}\n`);
}

async function readFile(path: string, io: Io): Promise<Reading> {
  const { name, bytes } = await readText(path, io);
  const act = aboutOf(resolve(io.cwd, path))?.id;
  return readAct(bytes, { file: name, ...(act === undefined ? {} : { act }) }, path);
}

const outputName = (file: string, { format, unread }: ExtractOptions): string =>
  `${file.replace(/\.[^.]*$/u, "")}${unread === true ? ".unread" : ""}.${format === "text" ? "txt" : format}`;

function worded(readings: readonly Reading[], { format, lang, unread }: ExtractOptions): string {
  if (format === "text") {
    return readings
      .map((reading) =>
        unread === true
          ? unreadText(reading.unread, lineOf(reading.content), lang)
          : candidatesText(reading.candidates, referencesOf(reading.findings), lang),
      )
      .join("\n");
  }
  const rows = readings.flatMap((reading) => {
    const line = lineOf(reading.content);
    if (unread === true) return reading.unread.map((finding) => unreadRow(finding, line));
    const references = referencesOf(reading.findings);
    return reading.candidates.map((candidate) => jsonlRow(candidate, references.get(candidate.id)));
  });
  if (format === "json") return `${JSON.stringify(rows, null, 2)}\n`;
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

function lineOf(content: string): (offset: number) => number {
  const place = lineIndex(content);
  return (offset) => place(offset).line;
}
