import { join, resolve } from "node:path";
import type { Command } from "commander";
import { CASES_FILE, readKitCases } from "../files/read-kit.ts";
import { readVocabulary } from "../files/read-vocabulary.ts";
import { rulebooksAtHand } from "../files/rules-folder.ts";
import { whatIsAt } from "../files/what-is-at.ts";
import { writeFileWhole } from "../files/write-file.ts";
import { score } from "../kit/score.ts";
import { kitFor } from "../library/kit-for.ts";
import { namedDay } from "../library/named-day.ts";
import { openLibrary } from "../library/open-library.ts";
import type { Volume } from "../library/volume.ts";
import type { Kit } from "../model/kit.ts";
import type { Language } from "../model/language.ts";
import { casesCsv } from "../report/kit/cases-csv.ts";
import { kitHtml } from "../report/kit/html.ts";
import { kitText, scoreText } from "../report/kit/text.ts";
import { kitLine } from "../report/kit/wording.ts";
import { Names } from "../report/names.ts";
import { Trouble } from "../model/trouble.ts";
import type { CommandFile, Io } from "./command.ts";
import { answersIn } from "./kit-answers.ts";
import { languageOption } from "./language.ts";
import { lawOption, WITHOUT_LAW } from "./law-option.ts";
import { today } from "./today.ts";

interface Options {
  readonly output?: string;
  readonly check?: string;
  readonly rules?: string[];
  readonly at?: string;
  readonly withoutLaw?: boolean;
  readonly format: "text" | "json";
  readonly lang: Language;
}

const AFTER = `
Examples:
  tarmaq kit kz-mz-2024-99/1 -o kit
  tarmaq kit kit --check answers.jsonl
An answer is a line {"case":"0001","verdict":"admit"} or {"case":"0100","due":"2025-03-18T18:30:00+05:00"}
(schemas/kit-answer.schema.json), or a row of a CSV with the columns case, verdict, missing, grounds, due.`;

export const command: CommandFile = {
  configure: (kit: Command, io: Io, end): void => {
    kit
      .argument("<service>", "id of the service, for example kz-mz-2024-99/1; or the folder of a kit")
      .option(
        "-o, --output <folder>",
        "write the cases into this folder: JSON Lines, CSV, and a book to be read",
      )
      .option("--check <answers>", "score a system's answers, JSON Lines or CSV, against the kit")
      .option(
        "--rules <path...>",
        "rulebooks, or folders of them (default: those Tarmaq brings, and of rules/ here)",
      )
      .option(
        "--at <day>",
        "cases from this day on, by the version then in force (default: the version's first year)",
      )
      .option(...WITHOUT_LAW)
      .option("--format <format>", "text or json", "text")
      .addOption(languageOption(io))
      .addHelpText("after", AFTER)
      .action(async (named: string, options: Options) => {
        end(
          options.check === undefined
            ? await made(named, options, io)
            : await checked(named, options.check, options, io),
        );
      });
  },
};

async function made(service: string, options: Options, io: Io): Promise<number> {
  const { kit, volume } = kitOf(service, options, io);
  const { output, format, lang } = options;
  if (output !== undefined) await write(kit, volume, resolve(io.cwd, output), lang);
  io.stdout.write(format === "json" ? `${JSON.stringify(kit, undefined, 2)}\n` : kitText(kit, lang));
  if (output !== undefined && format === "text")
    io.stdout.write(`${kitLine("written", lang, { folder: output })}\n`);
  return 0;
}

function kitOf(service: string, { rules, at, withoutLaw }: Options, io: Io): { kit: Kit; volume: Volume } {
  const library = openLibrary({
    rules: rules?.map((path) => resolve(io.cwd, path)) ?? rulebooksAtHand(io.cwd),
    service,
    law: lawOption({ withoutLaw }),
  });
  const day = at === undefined ? undefined : namedDay(at, "--at");
  const volume = library.volumeFor(service, day, today(io));
  return { kit: kitFor(library, volume, day), volume };
}

async function write(kit: Kit, { book, vocabulary }: Volume, folder: string, lang: Language): Promise<void> {
  const { cases, ...about } = kit;
  const name = book.service?.name;
  const title = name?.[lang] ?? Object.values(name ?? {})[0] ?? book.id;
  const files: readonly (readonly [string, string])[] = [
    [CASES_FILE, cases.map((each) => `${JSON.stringify(each)}\n`).join("")],
    ["cases.csv", casesCsv(kit)],
    ["kit.html", kitHtml(kit, title, new Names(vocabulary, lang), book.language)],
    ["kit.json", `${JSON.stringify({ ...about, cases: cases.length }, undefined, 2)}\n`],
  ];
  for (const [file, content] of files) await writeFileWhole(join(folder, file), content);
}

async function checked(named: string, answers: string, options: Options, io: Io): Promise<number> {
  const { lang, format } = options;
  const folder = resolve(io.cwd, named);
  const isFolder = whatIsAt(folder) === "folder";
  const told = isFolder ? undefined : kitOf(named, options, io);
  const cases = told?.kit.cases ?? (await readKitCases(folder));
  const result = score(cases, await answersIn(resolve(io.cwd, answers)));
  if (result.agree + result.differences.length === 0)
    throw new Trouble("answers no case of the kit", {
      file: answers,
      wayOut: "Each answer names its case as the kit does, and a verdict or a due time.",
    });
  const names = new Names(told?.volume.vocabulary ?? readVocabulary(), lang);
  io.stdout.write(format === "json" ? `${JSON.stringify(result, undefined, 2)}\n` : scoreText(result, names));
  return result.differences.length + result.unanswered.length === 0 ? 0 : 1;
}
