import type { Language } from "../model/language.ts";
import { createColors } from "picocolors";
import { Option, type Command } from "commander";
import { checkLetter } from "../report/check/letter.ts";
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
      .option(...SIGNING_KEY)
      .addHelpText(
        "after",
        "\nExample: tarmaq check request.json --lang kk\nExit status: 0 admitted, 1 not admitted, 2 the command could not do its work.",
      )
      .action((file: string, options: Options) => {
        end(run(file, options, io));
      });
  },
};

function run(
  file: string,
  { rules, at, withoutLaw, lang, format, smallestFix, letter, verbose, signingKey }: Options,
  io: Io,
): number {
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
  if (letter === true) io.stdout.write(letterFor(verdict, book, names, file));
  else if (format === "json") {
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

function letterFor(verdict: Verdict, book: Rulebook, names: Names, file: string): string {
  if (verdict.verdict === "undetermined")
    throw new Trouble("no letter can be written: the verdict is undetermined", {
      file,
      wayOut: `Tell these facts first: ${verdict.undetermined.map((fact) => findingName(fact, verdict, names)).join("; ")}.`,
    });
  return checkLetter(verdict, { service: serviceName(book, names.language), act: book.act, names });
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
