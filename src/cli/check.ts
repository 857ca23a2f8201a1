import type { Language } from "../model/language.ts";
import { createColors } from "picocolors";
import { Option, type Command } from "commander";
import { resolve } from "node:path";
import type { Provision } from "../model/law.ts";
import { writeFileWhole } from "../files/write-file.ts";
import { lawOnDay } from "../library/law-on-day.ts";
import { Laws } from "../library/laws.ts";
import { checkLetter, letterOf } from "../report/check/letter.ts";
import { checkText, type Paint } from "../report/check/text.ts";
import { worded } from "../report/check/worded.ts";
import { findingName, Names } from "../report/names.ts";
import { serviceName } from "../report/rules/rulebook-view.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { CommandFile, Io } from "./command.ts";
import { languageOption } from "./language.ts";
import { readRequest } from "../files/read-request.ts";
import { namedDay } from "../library/named-day.ts";
import { openLibrary } from "../library/open-library.ts";
import { receiptOf } from "../library/receipt.ts";
import { SIGNING_KEY, signer } from "./signing-key-option.ts";
import { toldOf } from "../library/told.ts";
import { hashOf } from "../model/print.ts";
import { Trouble } from "../model/trouble.ts";
import { lawOption, WITHOUT_LAW } from "./law-option.ts";
import { inFile } from "./in-file.ts";
import { rulebooksAtHand } from "../files/rules-folder.ts";

interface Options {
  readonly rules?: string[];
  readonly at?: string;
  readonly withoutLaw?: boolean;
  readonly lang: Language;
  readonly format: "text" | "json";
  readonly smallestFix?: boolean;
  readonly letter?: boolean;
  readonly letterDocx?: string;
  readonly verbose?: boolean;
  readonly signingKey?: string;
}

export const command: CommandFile = {
  configure: (check: Command, io: Io, end): void => {
    check
      .argument("<request>", "file with the request (schemas/request.schema.json)")
      .option(
        "--rules <path...>",
        "rulebooks, or folders of them (default: those Tarmaq brings, and of rules/ here)",
      )
      .option(
        "--at <day>",
        "judge by the version in force on this day, YYYY-MM-DD, not on that of submission",
      )
      .option(...WITHOUT_LAW)
      .addOption(languageOption(io))
      .addOption(
        new Option("--format <format>", "form of the verdict").choices(["text", "json"]).default("text"),
      )
      .option("--verbose", "also list the rules that were passed")
      .option("--smallest-fix", "also the fewest changes that would make the request admissible")
      .option("--letter", "the answer a clerk can send: refusal, request for documents, or receipt")
      .option("--letter-docx <file>", "the same letter as a DOCX")
      .option(...SIGNING_KEY)
      .addHelpText(
        "after",
        "\nExample: tarmaq check request.json --lang kk\nExit status: 0 admitted, 1 not admitted, 2 the command could not do its work.",
      )
      .action(async (file: string, options: Options) => {
        end(await run(file, options, io));
      });
  },
};

async function run(
  file: string,
  { rules, at, withoutLaw, lang, format, smallestFix, letter, letterDocx, verbose, signingKey }: Options,
  io: Io,
): Promise<number> {
  if (signingKey !== undefined && format !== "json")
    throw new Trouble("--signing-key signs receipts, and there is one in JSON alone", {
      wayOut: "Add --format json.",
    });
  const request = readRequest(file);
  const library = openLibrary({
    rules: rules ?? rulebooksAtHand(io.cwd),
    service: request.service,
    law: lawOption({ withoutLaw }),
  });
  const day = at === undefined ? undefined : namedDay(at, "--at");
  const verdict = inFile(file, () => library.judge(request, { at: day, withFix: smallestFix }), day);
  const names = new Names(library.vocabularyOf(verdict), lang);
  const book = library.bookOf(verdict);
  if (letter === true || letterDocx !== undefined) {
    const laws = new Laws(rules ?? rulebooksAtHand(io.cwd));
    const law =
      withoutLaw === true ? [] : lawOnDay(book, laws, verdict.submitted.slice(0, "YYYY-MM-DD".length));
    await writeLetter(verdict, { book, names, law, file }, { letter, letterDocx }, io);
  } else if (format === "json") {
    const told = worded(verdict, names);
    const bare = receiptOf(request, verdict, hashOf(library.vocabulary), at);
    const receipt = signer(signingKey).sign({ ...bare, told: toldOf({ ...told }, lang) });
    io.stdout.write(`${JSON.stringify({ ...told, receipt }, undefined, 2)}\n`);
  } else
    io.stdout.write(
      checkText(verdict, serviceName(book, lang), names, {
        paint: paintFor(io),
        verbose: verbose === true,
      }),
    );
  return verdict.verdict === "admit" ? 0 : 1;
}

interface LetterNeeds {
  readonly book: Rulebook;
  readonly names: Names;
  readonly law: readonly Provision[];
  readonly file: string;
}

/** Writes a letter to the output, and into a document where one is named. */
async function writeLetter(
  verdict: Verdict,
  { book, names, law, file }: LetterNeeds,
  {
    letter,
    letterDocx: to,
  }: { readonly letter: boolean | undefined; readonly letterDocx: string | undefined },
  io: Io,
): Promise<void> {
  if (verdict.verdict === "undetermined")
    throw new Trouble("no letter can be written: the verdict is undetermined", {
      file,
      wayOut: `Tell these facts first: ${verdict.undetermined.map((fact) => findingName(fact, verdict, names)).join("; ")}.`,
    });
  const matter = { service: serviceName(book, names.language), act: book.act, names, law };
  if (letter === true) io.stdout.write(checkLetter(verdict, matter));
  if (to === undefined) return;
  const { letterDocx } = await import("../report/check/letter-docx.ts");
  await writeFileWhole(resolve(io.cwd, to), await letterDocx(letterOf(verdict, matter), names.language));
}

function paintFor({ stdout, env }: Io): Paint {
  const isTerminal = "isTTY" in stdout && stdout.isTTY === true && env["NO_COLOR"] === undefined;
  const colors = createColors(isTerminal);
  return {
    strong: colors.bold,
    faint: colors.dim,
    good: colors.green,
    bad: colors.red,
    doubtful: colors.yellow,
  };
}
