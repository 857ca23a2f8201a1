import type { Command } from "commander";
import { readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { isRisky, unreadByRisk } from "../model/ledger.ts";
import type { Language } from "../model/language.ts";
import type { Kind } from "../model/rule.ts";
import { readAct } from "../desk/read-act.ts";
import type { Reading } from "../reading.ts";
import { jsonlRow } from "../report/extract/candidate.ts";
import { corpusTable, type ActRead } from "../report/extract/corpus-table.ts";
import type { Provision } from "../structure/provision.ts";
import type { CommandEntry, CommandFile, Io } from "./command.ts";
import { message } from "../report/messages/message.ts";
import { languageOption } from "./language.ts";
import { corpusTexts } from "../files/corpus-texts.ts";
import { root } from "../files/root.ts";
import { runProgram } from "./program.ts";
import { writeFileWhole } from "../files/write-file.ts";

const EXAMPLES = join(root, "examples");

/** The commands that are shown at work. */
const SHOWN: readonly CommandEntry[] = [
  { name: "check", summary: "", load: async () => (await import("./check.ts")).command },
  { name: "audit", summary: "", load: async () => (await import("./audit.ts")).command },
];

export const command: CommandFile = {
  configure: (start: Command, io: Io, end): void => {
    start
      .option("-o, --out <folder>", "where the written files go", "out")
      .addOption(languageOption(io))
      .addHelpText(
        "after",
        "\nReads the corpus, checks a sample request and audits a sample log.\nExample: tarmaq start",
      )
      .action(async ({ out, lang }: { out: string; lang: Language }) => {
        end(await run(out, lang, io));
      });
  },
};

/** Findings (status 1) are what the samples are there to show; only what could not work (status 2) is passed on. */
async function run(out: string, lang: Language, io: Io): Promise<number> {
  const written = await readCorpus(out, lang, io);
  const request = join(EXAMPLES, "request.json");
  io.stdout.write(`\n${message(`── A request: ${relative(io.cwd, request)}`, lang)}\n\n`);
  const checked = await runProgram(["check", request, "--lang", lang], io, SHOWN);
  const log = join(EXAMPLES, "log.csv");
  io.stdout.write(`\n${message(`── A log: ${relative(io.cwd, log)}`, lang)}\n\n`);
  const findings = join(out, "audit");
  const audited = await runProgram(
    ["audit", log, "--map", join(EXAMPLES, "map.json"), "-o", findings, "--lang", lang],
    io,
    SHOWN,
  );
  io.stdout.write(`\n${message("── Written", lang)}\n\n`);
  for (const file of [...written, findings]) io.stdout.write(`${file}\n`);
  return checked === 2 || audited === 2 ? 2 : 0;
}

/** Reads every text of the corpus, prints the table, and writes the candidates; gives the written files. */
async function readCorpus(out: string, lang: Language, io: Io): Promise<string[]> {
  const written: string[] = [];
  const rows: ActRead[] = [];
  for (const { id, path } of corpusTexts()) {
    const bytes = readFileSync(path);
    const begun = performance.now();
    const reading = await readAct(bytes, { file: basename(path), act: id }, path);
    rows.push(rowOf(id, reading, performance.now() - begun));
    const file = join(out, "candidates", `${basename(path, ".txt")}.jsonl`);
    await writeFileWhole(
      file,
      reading.candidates.map((one) => `${JSON.stringify(jsonlRow(one))}\n`).join(""),
    );
    written.push(file);
  }
  io.stdout.write(corpusTable(rows, lang));
  return written;
}

function rowOf(act: string, reading: Reading, milliseconds: number): ActRead {
  const candidates: Partial<Record<Kind, number>> = {};
  for (const { kind } of reading.candidates) candidates[kind] = (candidates[kind] ?? 0) + 1;
  const places = unreadByRisk(reading.ledger);
  return {
    act,
    services: count(reading.tree, "regulation"),
    clauses: count(reading.tree, "clause"),
    repairs: reading.edits.length,
    candidates,
    unread: places.length,
    risky: places.filter(isRisky).length,
    milliseconds,
  };
}

const count = (node: Provision, type: Provision["type"]): number =>
  (node.type === type ? 1 : 0) + (node.children ?? []).reduce((sum, child) => sum + count(child, type), 0);
