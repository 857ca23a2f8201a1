import type { Command } from "commander";
import type { CommandFile, Io } from "./command.ts";
import type { KeyObject } from "node:crypto";
import { readPublicKey } from "../files/read-key.ts";
import { readReceipt, type ReadReceipt } from "../files/read-receipt.ts";
import { readRequest } from "../files/read-request.ts";
import { namedDay } from "../library/named-day.ts";
import { openLibrary } from "../library/open-library.ts";
import { receiptOf } from "../library/receipt.ts";
import { alterations } from "../library/replayed.ts";
import { signatureStanding } from "../library/sign.ts";
import { toldHash } from "../library/told.ts";
import { hashOf } from "../model/print.ts";
import type { Receipt, Told } from "../model/receipt.ts";
import type { Language } from "../model/language.ts";
import { worded } from "../report/check/worded.ts";
import { Names } from "../report/names.ts";
import { message } from "../report/messages/message.ts";
import { languageOption } from "./language.ts";
import { inFile } from "./in-file.ts";
import { rulebooksAtHand } from "../files/rules-folder.ts";

interface Options {
  readonly rules?: string[];
  readonly lang: Language;
  readonly publicKey?: string;
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
      .option(
        "--public-key <file>",
        "also check that the receipt was signed with the key that this one belongs to",
      )
      .addOption(languageOption(io))
      .addHelpText(
        "after",
        "\nExample: tarmaq replay verdict.json request.json\nExit status: 0 the same verdict, 1 something differs, was changed, or is not signed with the key.",
      )
      .action((receipt: string, request: string, options: Options) => {
        end(run(receipt, request, options, io));
      });
  },
};

function run(receiptFile: string, requestFile: string, { rules, lang, publicKey }: Options, io: Io): number {
  const read = readReceipt(receiptFile);
  const key = publicKey === undefined ? undefined : readPublicKey(publicKey);
  const again = madeAgain(read, requestFile, rules ?? rulebooksAtHand(io.cwd));
  const differing = differences(read.receipt, again.receipt);
  const altered = alteredWords(read, again.answer, differing.length === 0);
  const signature = signatureWords(read.receipt, key);
  const wrong = [...differing, ...altered, ...signature.wrong];
  const isSame = read.receipt.verdict === again.receipt.verdict && altered.length === 0;
  const { answer } = again.receipt;
  const outcome =
    wrong.length === 0
      ? `the same verdict: ${answer}`
      : isSame
        ? `the same verdict, ${answer}, though`
        : "not the same:";
  const notes = [...(read.receipt.told === undefined ? [COVERS_LESS] : []), ...signature.right];
  const lines = [outcome, ...wrong, ...notes];
  io.stdout.write(
    lines.map((line) => `${wrong.includes(line) ? "  " : ""}${message(line, lang)}\n`).join(""),
  );
  return wrong.length === 0 ? 0 : 1;
}

const COVERS_LESS =
  "the receipt is of before receipts covered the whole answer: it covers the request, the rules, the outcome, the codes of reasons, what is missing and the due times";

interface Again {
  readonly receipt: Receipt;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** The answer and its receipt made once more, told as they were. */
function madeAgain(
  { receipt: then, answer }: ReadReceipt,
  requestFile: string,
  rules: readonly string[],
): Again {
  const request = readRequest(requestFile);
  const library = openLibrary({
    rules,
    service: request.service,
    // A verdict of before there was a layer, or without it, is made again without it.
    law: then.rulebook.law !== undefined ? "beneath" : then.told === undefined ? undefined : "left-out",
  });
  const at = then.at === undefined ? undefined : namedDay(then.at, "--at");
  const withFix = then.told === undefined ? answer?.["smallestFix"] !== undefined : then.told.smallestFix;
  const verdict = inFile(requestFile, () => library.judge(request, { at, withFix }));
  const { lang, reasons, form }: Omit<Told, "sha256"> = then.told ?? { lang: "en", reasons: "all" };
  const whole = worded(verdict, new Names(library.vocabularyOf(verdict), lang));
  const told = reasons === "all" ? whole : { ...whole, reasons: whole.reasons.filter(isDecisive) };
  const receipt = receiptOf(request, verdict, hashOf(library.vocabulary), then.at);
  const again = { ...told };
  return { receipt: { ...receipt, told: { lang, reasons, sha256: toldHash(again, form) } }, answer: again };
}

const isDecisive = ({ outcome }: { readonly outcome: string }): boolean => outcome !== "pass";

/** What of the answer in the file is not what was handed out; `isOfSameRules`: nothing else explains a difference. */
function alteredWords(
  { receipt, answer }: ReadReceipt,
  again: Again["answer"],
  isOfSameRules: boolean,
): string[] {
  if (answer === undefined) return [];
  const { isNotTheReceipts, differing } = alterations(answer, receipt, again);
  const members = differing.join(", ");
  if (isNotTheReceipts)
    return [
      members === ""
        ? "the verdict was changed after its receipt was made"
        : `the verdict was changed after its receipt was made; made again, these parts are otherwise: ${members}`,
    ];
  // Of older receipts only the rules can tell, and only where they are the same.
  return receipt.told === undefined && isOfSameRules && members !== ""
    ? [`the verdict in the file is not the one that was made; these parts are otherwise: ${members}`]
    : [];
}

function signatureWords(receipt: Receipt, key: KeyObject | undefined): { wrong: string[]; right: string[] } {
  const id = receipt.signature?.key ?? "";
  if (key === undefined)
    return {
      wrong: [],
      right: id === "" ? [] : [`signed by the key ${id}; --public-key FILE has the signature checked`],
    };
  switch (signatureStanding(receipt, key)) {
    case "right":
      return { wrong: [], right: [`signed by the key ${id}: the signature is right`] };
    case "wrong":
      return { wrong: ["the signature is wrong: the receipt was changed after it was signed"], right: [] };
    case "of-another-key":
      return { wrong: [`signed by the key ${id}, which is another than the one given`], right: [] };
    case "none":
      return { wrong: ["the receipt is not signed"], right: [] };
  }
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
    // Of answers that were told before receipts covered them nothing is known.
    ["the answer in words", then.told?.sha256, then.told && now.told?.sha256],
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
