import type { Command } from "commander";
import { checkedStrata, type CheckedCase } from "../audit/sample/checked.ts";
import { estimateOf } from "../audit/sample/estimate.ts";
import { logFiles } from "../files/log-file.ts";
import { inOwnFolder } from "../files/own-folder.ts";
import { csv } from "../log/csv.ts";
import { FORMATS } from "../log/formats.ts";
import type { Language } from "../model/language.ts";
import { Trouble } from "../model/trouble.ts";
import { answerIn, estimateText, sampleColumn, type SampleColumn } from "../report/audit/sample.ts";
import type { CommandFile, Io } from "./command.ts";
import { languageOption } from "./language.ts";

interface Options {
  readonly confidence: string;
  readonly format: "text" | "json";
  readonly lang: Language;
}

const AFTER = `
Example: tarmaq estimate findings/sample.csv
The file is the sample.csv of tarmaq audit --sample, its column "Right" filled in.`;

export const command: CommandFile = {
  configure: (estimate: Command, io: Io, end) => {
    estimate
      .argument("<sample>", "a sample that somebody has checked")
      .option("--confidence <percent>", "how sure the bounds are to be", "95")
      .option("--format <format>", "text or json", "text")
      .addOption(languageOption(io))
      .addHelpText("after", AFTER)
      .action(async (file: string, options: Options) => {
        const confidence = confidenceOf(options.confidence);
        const told = estimateOf(checkedStrata(await checkedCases(file)), confidence);
        io.stdout.write(
          options.format === "json"
            ? `${JSON.stringify(told, undefined, 2)}\n`
            : estimateText(told, options.lang),
        );
        end(told.checked === 0 ? 2 : 0);
      });
  },
};

function confidenceOf(text: string): number {
  const percent = Number(text.replace("%", ""));
  if (percent > 0 && percent < 100) return percent / 100;
  throw new Trouble(`${JSON.stringify(text)} is no confidence`, {
    place: "--confidence",
    wayOut: "Write per cent between 0 and 100, such as 95.",
  });
}

/** Columns without which nothing can be told. */
const NEEDED: readonly SampleColumn[] = ["stratum", "cases", "drawn", "right"];

/** The cases of a sample's file as somebody has filled it in. Throws `Trouble` with the line of what is not as it came. */
const checkedCases = (path: string): Promise<CheckedCase[]> =>
  inOwnFolder(async (folder) => {
    const [file] = logFiles([path], FORMATS, folder);
    if (file === undefined) return [];
    const cases: CheckedCase[] = [];
    let columns: readonly (SampleColumn | undefined)[] = [];
    for await (const part of csv.open(file, {})(() => undefined))
      for (const found of part) {
        if ("columns" in found) columns = headed(found.columns, path);
        else if ("fields" in found) cases.push(checkedCase(found.fields, found.row, columns, path));
        else if ("refused" in found)
          throw new Trouble("cannot be read as a line of a sample", {
            file: path,
            place: `line ${found.row}`,
            wayOut: "Keep the columns as they came.",
          });
      }
    return cases;
  });

function headed(columns: readonly string[], file: string): readonly (SampleColumn | undefined)[] {
  const told = columns.map(sampleColumn);
  const missing = NEEDED.filter((name) => !told.includes(name));
  if (missing.length === 0) return told;
  throw new Trouble(`is no sample of an audit: it lacks ${missing.join(", ")}`, {
    file,
    wayOut: "Hand in sample.csv as tarmaq audit --sample wrote it.",
  });
}

function checkedCase(
  fields: readonly (string | null | undefined)[],
  row: number,
  columns: readonly (SampleColumn | undefined)[],
  file: string,
): CheckedCase {
  const of = (name: SampleColumn): string => fields[columns.indexOf(name)]?.trim() ?? "";
  const answer = answerIn(of("right"));
  if (answer === undefined)
    throw new Trouble(`${JSON.stringify(of("right"))} is neither yes nor no`, {
      file,
      place: `line ${row}`,
      wayOut: "Write yes or no, or leave it empty.",
    });
  const [cases, drawn] = [Number(of("cases")), Number(of("drawn"))];
  if (!(Number.isInteger(cases) && Number.isInteger(drawn) && drawn > 0 && cases >= drawn))
    throw new Trouble("the numbers of its group are not as they came", {
      file,
      place: `line ${row}`,
      wayOut: "Hand in sample.csv as tarmaq audit --sample wrote it.",
    });
  return { stratum: of("stratum"), cases, drawn, right: answer === "empty" ? undefined : answer === "yes" };
}
