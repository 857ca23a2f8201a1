import type { Command } from "commander";
import type { CommandFile, Io } from "./command.ts";
import { readReceipt } from "../files/read-receipt.ts";
import { readRequest } from "../files/read-request.ts";
import { namedDay } from "../library/named-day.ts";
import { openLibrary } from "../library/open-library.ts";
import { receiptOf } from "../library/receipt.ts";
import { hashOf } from "../model/print.ts";
import type { Receipt } from "../model/receipt.ts";
import type { Language } from "../model/language.ts";
import { message } from "../report/messages/message.ts";
import { languageOption } from "./language.ts";
import { inFile } from "./in-file.ts";
import { rulebooksAtHand } from "../files/rules-folder.ts";

interface Options {
  readonly rules?: string[];
  readonly lang: Language;
}

export const command: CommandFile = {
  configure: (replay: Command, io: Io, end): void => {
    replay
      .argument("<receipt>", "file with the receipt, or with the verdict that has it")
      .argument("<request>", "file with the request")
      .option(
        "--rules <path...>",
        "rulebooks, or folders of them (default: those Tarmaq brings, and of rules/ here)",
      )
      .addOption(languageOption(io))
      .addHelpText(
        "after",
        "\nExample: tarmaq replay verdict.json request.json\nExit status: 0 the same verdict, 1 something differs.",
      )
      .action((receipt: string, request: string, options: Options) => {
        end(run(receipt, request, options, io));
      });
  },
};

function run(receiptFile: string, requestFile: string, { rules, lang }: Options, io: Io): number {
  const then = readReceipt(receiptFile);
  const request = readRequest(requestFile);
  const library = openLibrary({
    rules: rules ?? rulebooksAtHand(io.cwd),
    service: request.service,
    // A verdict of before there was a layer, or without it, is made again without it.
    law: then.rulebook.law === undefined ? undefined : "beneath",
  });
  const at = then.at === undefined ? undefined : namedDay(then.at, "--at");
  const verdict = inFile(requestFile, () => library.judge(request, { at }));
  const now = receiptOf(request, verdict, hashOf(library.vocabulary), then.at);
  const differing = differences(then, now);
  if (differing.length === 0) {
    io.stdout.write(`${message(`the same verdict: ${now.answer}`, lang)}\n`);
    return 0;
  }
  const outcome = then.verdict === now.verdict ? `the same verdict, ${now.answer}, though` : "not the same:";
  const lines = differing.map((line) => `  ${message(line, lang)}\n`);
  io.stdout.write(`${message(outcome, lang)}\n${lines.join("")}`);
  return 1;
}

/** What of two receipts differs, in words. */
function differences(then: Receipt, now: Receipt): string[] {
  const lines: [string, string | undefined, string | undefined][] = [
    ["the request", then.request, now.request],
    ["the rulebook", bookText(then), bookText(now)],
    ["the general law", then.rulebook.law, now.rulebook.law],
    ["the calendar", calendarText(then), calendarText(now)],
    ["the vocabulary", then.vocabulary, now.vocabulary],
    ["the engine", then.engine.version, now.engine.version],
    ["the answer", then.answer, now.answer],
    ["the verdict's substance", then.verdict, now.verdict],
  ];
  return lines
    .filter(([, before, after]) => before !== after)
    .map(([what, before, after]) => `${what} was ${short(before)} and is ${short(after)}`);
}

const bookText = ({ rulebook }: Receipt): string =>
  `${rulebook.id} ${rulebook.version ?? ""} ${rulebook.sha256}`;
const calendarText = ({ calendar }: Receipt): string | undefined =>
  calendar === undefined ? undefined : `${calendar.id} ${calendar.sha256}`;
const short = (text: string | undefined): string =>
  (text ?? "none").replace(/[0-9a-f]{64}/, (hash) => `${hash.slice(0, 12)}…`);
