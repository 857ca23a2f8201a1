import { createColors } from "picocolors";
import { Option, type Command } from "commander";
import { day, type Day } from "../calendar/day.ts";
import { checkText, type Paint } from "../report/check-text.ts";
import { sentence } from "../report/check-sentence.ts";
import { Names } from "../report/names.ts";
import type { Language, Reason, Verdict } from "../model/verdict.ts";
import type { CommandFile, Io } from "./command.ts";
import { openLibrary } from "./open-library.ts";
import { readRequest } from "./read-request.ts";
import { receiptOf } from "./receipt.ts";
import { Trouble } from "./trouble.ts";

interface Options {
  readonly rules?: string[];
  readonly at?: string;
  readonly lang: Language;
  readonly format: "text" | "json";
}

export const command: CommandFile = {
  configure: (check: Command, io: Io, end): void => {
    check
      .argument("<request>", "file with the request (schemas/request.schema.json)")
      .option("--rules <path...>", "rulebooks, or folders of them (default: those Tarmaq brings)")
      .option(
        "--at <day>",
        "judge by the version in force on this day, YYYY-MM-DD, and not on that of submission",
      )
      .addOption(
        new Option("--lang <language>", "language of sentences").choices(["kk", "ru", "en"]).default("en"),
      )
      .addOption(
        new Option("--format <format>", "form of the verdict").choices(["text", "json"]).default("text"),
      )
      .addHelpText(
        "after",
        "\nExample: tarmaq check request.json --lang kk\nExit status: 0 admitted, 1 not admitted, 2 the command could not do its work.",
      )
      .action((file: string, options: Options) => {
        end(run(file, options, io));
      });
  },
};

function run(file: string, { rules, at, lang, format }: Options, io: Io): number {
  const request = readRequest(file);
  const library = openLibrary(rules, request.service);
  const verdict = library.judge(request, at === undefined ? undefined : dayOption(at));
  const names = new Names(library.vocabulary, lang);
  if (format === "json") {
    const receipt = receiptOf(request, verdict, library.vocabulary, at);
    io.stdout.write(`${JSON.stringify({ ...worded(verdict, names), receipt }, undefined, 2)}\n`);
  } else {
    const book = library.versionsOf(request.service)[0]?.book;
    const name = book?.service?.name[lang] ?? book?.service?.name["kk"] ?? verdict.service;
    io.stdout.write(checkText(verdict, name, names, paintFor(io)));
  }
  return verdict.verdict === "admit" ? 0 : 1;
}

/** A verdict with a sentence for each reason. */
export type WordedVerdict = Omit<Verdict, "reasons"> & {
  readonly reasons: readonly (Reason & { readonly sentence: string })[];
};

export const worded = (verdict: Verdict, names: Names): WordedVerdict => ({
  ...verdict,
  reasons: verdict.reasons.map((reason) => ({ ...reason, sentence: sentence(reason, names) })),
});

/** A day given as an option. */
export function dayOption(text: string): Day {
  try {
    return day(text);
  } catch {
    throw new Trouble(`${JSON.stringify(text)} is no day`, {
      place: "--at",
      wayOut: "Give it as YYYY-MM-DD, for example 2025-03-17.",
    });
  }
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
