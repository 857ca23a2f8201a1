import type { Language } from "../model/language.ts";
import { resolve } from "node:path";
import { Option, type Command } from "commander";
import { createColors } from "picocolors";
import { diff, pairsOf } from "../diff/diff.ts";
import { tableOfChanges } from "../diff/table-of-changes.ts";
import { provisionTable } from "../diff/text/provision-table.ts";
import type { StatedPair } from "../diff/pair-services.ts";
import { knownPairs } from "../diff/stated-pairs.ts";
import type { Comparison } from "../model/change.ts";
import { diffHtml } from "../report/diff/html.ts";
import type { Meant } from "../model/meant.ts";
import { ingestNotes } from "../report/ingest-notes.ts";
import { meantText } from "../report/diff/meant.ts";
import { diffText, PLAIN, type MarkStyle } from "../report/diff/text.ts";
import { Names } from "../report/names.ts";
import type { CommandFile, Io } from "./command.ts";
import { tellHistory } from "./diff-history.ts";
import { judgingFrom, judgingOptions, type JudgingOptions } from "./judging-options.ts";
import { languageOption } from "./language.ts";
import { WITHOUT_LAW } from "./law-option.ts";
import { openDraftTwice, titleOf, type OpenVersion } from "../desk/open-version.ts";
import { openVersions } from "../desk/open-versions.ts";
import { vocabularyWith } from "../model/vocabulary.ts";
import { readVocabulary } from "../files/read-vocabulary.ts";
import { rulebooksAtHand } from "../files/rules-folder.ts";
import { Laws } from "../library/laws.ts";
import { Trouble } from "../model/trouble.ts";
import { writeFileWhole } from "../files/write-file.ts";

interface DiffOptions extends JudgingOptions {
  readonly pair?: readonly string[];
  readonly format: "text" | "json";
  readonly lang: Language;
  readonly html?: string;
  readonly docx?: string;
  readonly remarks: boolean;
  readonly log?: readonly string[];
  readonly map?: string;
  readonly history?: boolean;
  readonly withoutLaw?: boolean;
}

const EXAMPLE = `
Examples:
  tarmaq diff old.txt new.txt
  tarmaq diff corpus/000_a653e2419e84acd7.txt corpus/003_dbe8bee5fdfd350b.txt --pair 5=1 --html changes.html
  tarmaq diff rules/old.json rules/new.json --docx table.docx --lang kk
  tarmaq diff draft.docx
  tarmaq diff --history act-2021.md act-2023.md act-2025.md --html history.html
  tarmaq diff old.json new.json --log log.csv --map map.json --from 2025-01-01 --until 2025-03-31
Exit status: 0 nothing changed in substance, 1 differences, 2 the command could not do its work.`;

export const command: CommandFile = {
  configure: (command: Command, io: Io, end): void => {
    command
      .argument("<old>", "text, rulebook, folder of rulebooks, rulebook id@version, or act of the corpus")
      .argument(
        "[new]",
        "the same for the new version; without it a DOCX is compared with itself before its tracked changes",
      )
      .argument("[more...]", "with --history: later versions")
      .option("--history", "through all versions named: when each rule came, changed and went")
      .option("--pair <old=new...>", "services that are the same, by number: 5=1")
      .addOption(new Option("--format <format>").choices(["text", "json"]).default("text"))
      .addOption(languageOption(io))
      .option("--html <file>", "also a page: side by side, with filters, fit for paper")
      .option(
        "--docx <file>",
        "also the comparative table that is handed in beside a draft, in the language of the act",
      )
      .option("--no-remarks", "with --docx: without the column of what the program found, fit to be filed")
      .option(
        "--log <path...>",
        "rulebooks only: what it would have meant for these logs, asked as `audit` is from --last-hour to --by; needs --map",
      )
      .option("--map <file>", "how the log is to be read (schemas/mapping.schema.json)")
      .option("--drafts", "with --log: let rules judge that nobody has reviewed")
      .option(...WITHOUT_LAW);
    judgingOptions(command)
      .addHelpText("after", EXAMPLE)
      .action(async (old: string, now: string | undefined, more: readonly string[], options: DiffOptions) => {
        const versions = [old, ...(now === undefined ? [] : [now]), ...more];
        end(
          options.history === true
            ? await tellHistory(versions, options, io)
            : await run(versions, options, io),
        );
      });
  },
};

async function run(
  [old = "", now, ...more]: readonly string[],
  options: DiffOptions,
  io: Io,
): Promise<number> {
  if (more.length > 0)
    throw new Trouble("two versions are compared, and more are named", {
      place: more[0] ?? "",
      wayOut: "Name two, or say --history for what became of each rule through all of them.",
    });
  const from = { cwd: io.cwd, rules: rulebooksAtHand(io.cwd) };
  const [before, after] =
    now === undefined ? await openDraftTwice(old, from) : await openVersions(old, now, from);
  for (const { notes, name } of [before, after]) io.stderr.write(ingestNotes(notes, name, options.lang));
  const stated = knownPairs(statedPairs(options.pair ?? []), before, after);
  const comparison = diff(before, after, stated);
  const meant = await meantFor(before, after, stated, options, from.rules);
  const books = [before, after].flatMap((one) => one.books ?? []);
  const vocabulary = books.reduce((known, book) => vocabularyWith(known, book.vocabulary), readVocabulary());
  const names = new Names(vocabulary, options.lang);
  if (options.html !== undefined)
    await writeFileWhole(resolve(io.cwd, options.html), diffHtml(comparison, names));
  if (options.docx !== undefined) {
    const inAct = new Names(vocabulary, after.language ?? options.lang);
    const table = await comparativeTable(before, after, stated, comparison, options.remarks, inAct);
    await writeFileWhole(resolve(io.cwd, options.docx), table);
  }
  io.stdout.write(
    options.format === "json"
      ? `${JSON.stringify(meant === undefined ? comparison : { ...comparison, meant }, null, 2)}\n`
      : diffText(comparison, names, style(io)) + (meant === undefined ? "" : meantText(meant, names)),
  );
  const differs = comparison.services.some(({ changes }) =>
    changes.some((change) => change.class === "substance"),
  );
  return differs ? 1 : 0;
}

/** What the change would have meant for a log, where one is named. The audit is loaded only then. */
async function meantFor(
  old: OpenVersion,
  now: OpenVersion,
  stated: readonly StatedPair[],
  options: DiffOptions,
  rules: readonly string[] | undefined,
): Promise<Meant | undefined> {
  const { log, map, withoutLaw } = options;
  if (log === undefined) return undefined;
  if (map === undefined)
    throw new Trouble("no mapping is named", {
      place: "--map",
      wayOut: "Say with --map how the log is to be read.",
    });
  if (old.books === undefined || now.books === undefined)
    throw new Trouble("a log is judged by rulebooks, and a text is none", {
      place: "--log",
      wayOut: "Name two rulebooks; `tarmaq rules list` shows them.",
    });
  const { whatItWouldHaveMeant } = await import("./diff-log.ts");
  return await whatItWouldHaveMeant(old.books, now.books, stated, {
    logs: log,
    map,
    judging: judgingFrom(options),
    law: withoutLaw === true ? "left-out" : new Laws(rules),
    memory: "2GB",
  });
}

/** The table that is handed in: of two texts by all their words, of two rulebooks by the words of their rules. */
async function comparativeTable(
  before: OpenVersion,
  after: OpenVersion,
  stated: readonly StatedPair[],
  comparison: Comparison,
  remarks: boolean,
  names: Names,
): Promise<Uint8Array> {
  const { diffDocx } = await import("../report/diff/docx.ts");
  const table = provisionTable(pairsOf(before, after, stated), before, after) ?? tableOfChanges(comparison);
  const [old, now] = [titleOf(before), titleOf(after)];
  const act = { ...(old === undefined ? {} : { old }), ...(now === undefined ? {} : { new: now }) };
  return await diffDocx({ table, comparison, act, remarks }, names);
}

const statedPairs = (stated: readonly string[]): readonly StatedPair[] =>
  stated.map((pair) => {
    const [old = "", now = ""] = pair.split("=");
    return { old, new: now };
  });

function style(io: Io): MarkStyle {
  const terminal = "isTTY" in io.stdout && io.stdout.isTTY === true && io.env["NO_COLOR"] === undefined;
  if (!terminal) return PLAIN;
  const paint = createColors(true);
  return {
    removed: (text) => paint.red(paint.strikethrough(text)),
    added: (text) => paint.green(paint.underline(text)),
    heading: (text) => paint.bold(text),
  };
}
