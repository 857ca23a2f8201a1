import type { Language } from "../model/language.ts";
import { join, resolve } from "node:path";
import { Option, type Command } from "commander";
import { holdTwin, type ActTwin } from "../desk/hold-twin.ts";
import { readAct } from "../desk/read-act.ts";
import { seenPlaces } from "../desk/seen-places.ts";
import { rulesToRead } from "../files/rules-folder.ts";
import type { LedgerEntry, Seen } from "../model/ledger.ts";
import type { Reading } from "../reading.ts";
import { candidatesText } from "../report/extract/candidates-text.ts";
import { jsonlRow, referencesOf } from "../report/extract/candidate.ts";
import { aboutOf } from "../files/read-about.ts";
import { unreadByRisk } from "../model/ledger.ts";
import { ingestNotes } from "../report/ingest-notes.ts";
import { rowDoubtsText } from "../report/extract/row-doubts.ts";
import { ledgerRow } from "../report/ledger/row.ts";
import { heldText } from "../report/twin/left.ts";
import { ledgerText, sharesText, unreadText } from "../report/ledger/text.ts";
import type { CommandFile, Io } from "./command.ts";
import { languageOption } from "./language.ts";
import { twinPath } from "./twin-option.ts";
import { readText } from "../files/read-text.ts";
import { Trouble } from "../model/trouble.ts";
import { writeFileWhole } from "../files/write-file.ts";

interface ExtractOptions {
  readonly output?: string;
  readonly unread?: boolean;
  readonly ledger?: boolean;
  readonly rules?: string;
  readonly twin?: string;
  readonly format: "text" | "json" | "jsonl";
  readonly lang: Language;
}

const EXAMPLE = `
Examples:
  tarmaq extract corpus/002_b0c7419236df1d07.txt
  tarmaq extract corpus/*.txt --format jsonl > candidates.jsonl
  tarmaq extract corpus/000_a653e2419e84acd7.txt --unread
  tarmaq extract corpus/003_dbe8bee5fdfd350b.txt --ledger
  tarmaq extract act-kaz.md --twin act-rus.md`;

export const command: CommandFile = {
  configure: (command: Command, io: Io, end): void => {
    command
      .argument(
        "<file...>",
        "texts of acts: plain text, Markdown, HTML, DOCX, PDF; ODT, RTF, DOC through LibreOffice",
      )
      .option("-o, --output <folder>", "write one file for each text into this folder")
      .option("--unread", "list what was not read, what most likely holds a rule first")
      .addOption(
        new Option(
          "--ledger",
          "say of every leaf whether it gave rules, is plain and why, or is unread",
        ).conflicts("unread"),
      )
      .option("--rules <folder>", "where decisions on unread words are looked up (default: rules/ here)")
      .option(
        "--twin <file>",
        "the same act in its other language: rules are surer where it says the same, less sure where it does not",
      )
      .addOption(new Option("--format <format>").choices(["text", "json", "jsonl"]).default("text"))
      .addOption(languageOption(io))
      .addHelpText("after", EXAMPLE)
      .action(async (files: readonly string[], options: ExtractOptions) => {
        await run(files, options, io);
        end(0);
      });
  },
};

/** Reads every file before the first is written: either all can be read, or nothing is left behind. */
async function run(files: readonly string[], options: ExtractOptions, io: Io): Promise<void> {
  const twin = twinPath(options.twin, files, io.cwd);
  const readings: SeenReading[] = [];
  for (const path of files) readings.push(await readFile(path, { ...options, twin }, io));
  for (const { file, findings } of readings) io.stderr.write(ingestNotes(findings, file, options.lang));
  if (options.format !== "text" || options.output !== undefined)
    for (const reading of readings) io.stderr.write(summaryOf(reading, options.lang));
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

/** A reading with what people have made of its unread words, where decisions on it are at hand. */
interface SeenReading extends Reading {
  readonly seen: ReadonlyMap<LedgerEntry, Seen>;
  /** The text in the other language, where one was named. */
  readonly twin?: ActTwin;
}

async function readFile(
  path: string,
  { rules, twin }: { readonly rules?: string; readonly twin: string | undefined },
  io: Io,
): Promise<SeenReading> {
  const { name, bytes } = await readText(path, io);
  const file = resolve(io.cwd, path);
  const act = aboutOf(file)?.id;
  const alone = await readAct(bytes, { file: name, ...(act === undefined ? {} : { act }) }, path);
  const reading = twin === undefined ? alone : await holdTwin(alone, twin, io.cwd);
  return { ...reading, seen: await seenPlaces(reading, file, rulesToRead(io.cwd, rules)) };
}

const outputName = (file: string, { format, unread, ledger }: ExtractOptions): string => {
  const what = unread === true ? ".unread" : ledger === true ? ".ledger" : "";
  return `${file.replace(/\.[^.]*$/u, "")}${what}.${format === "text" ? "txt" : format}`;
};

/** What was asked of each reading: in text with the shares of each at its end. */
function worded(readings: readonly SeenReading[], options: ExtractOptions): string {
  const { format } = options;
  if (format === "text") return readings.map((reading) => textOf(reading, options)).join("\n");
  const rows = readings.flatMap((reading) => rowsOf(reading, options));
  if (format === "json") return `${JSON.stringify(rows, null, 2)}\n`;
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

function textOf(reading: SeenReading, { unread, ledger, lang }: ExtractOptions): string {
  if (ledger === true) return `${ledgerText(reading, lang)}${alsoOf(reading, lang)}`;
  const text =
    unread === true
      ? unreadText(reading, lang)
      : candidatesText(reading.candidates, referencesOf(reading.findings), lang);
  return `${text}\n${summaryOf(reading, lang)}`;
}

/** How much of a text was read, and what else is to be known of its reading. */
const summaryOf = (reading: SeenReading, lang: Language): string =>
  `${sharesText(reading, lang)}${alsoOf(reading, lang)}`;

/** Which rows of its requirements say two things, and what the text in the other language says. */
const alsoOf = ({ twin, ...reading }: SeenReading, lang: Language): string =>
  rowDoubtsText(reading.findings, lang) + (twin === undefined ? "" : heldText({ ...reading, twin }, lang));

function rowsOf(reading: SeenReading, { unread, ledger }: ExtractOptions): readonly unknown[] {
  const rowOf = (entry: LedgerEntry): unknown =>
    ledgerRow(entry, reading.file, reading.seen.get(entry), reading.twin?.beside.get(entry));
  if (ledger === true) return reading.ledger.map(rowOf);
  if (unread === true) return unreadByRisk(reading.ledger).map(rowOf);
  const references = referencesOf(reading.findings);
  return reading.candidates.map((candidate) => jsonlRow(candidate, references.get(candidate.id)));
}
