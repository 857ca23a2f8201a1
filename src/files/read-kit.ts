import { join } from "node:path";
import type { KitAnswer, KitCase } from "../model/kit.ts";
import { Trouble } from "../model/trouble.ts";
import { blocksOfLines, inLine, jsonOfLine } from "./json-lines.ts";
import { passedLine, type JsonKind } from "./read-json.ts";
import { whatIsAt } from "./what-is-at.ts";

/** The file of a kit that holds its cases, one a line. */
export const CASES_FILE = "cases.jsonl";

const CASE: JsonKind<"kit-case"> = { what: "A case of a kit", schema: "kit-case" };
const ANSWER: JsonKind<"kit-answer"> = { what: "An answer to a case", schema: "kit-answer" };
const EXAMPLE = '{"case":"0001","verdict":"admit"}';

/** The cases of the kit in a folder. Throws `Trouble` where there are none, and where a line is none. */
export async function readKitCases(folder: string): Promise<KitCase[]> {
  const file = join(folder, CASES_FILE);
  if (whatIsAt(file) !== "file")
    throw new Trouble("holds no kit", {
      file: folder,
      wayOut: `A kit's folder has a file ${CASES_FILE}: tarmaq kit SERVICE -o ${folder} makes one.`,
    });
  return linesOf(file, CASE);
}

/** What a system answered, one case a line as JSON. Throws `Trouble` that names the line. */
export const readKitAnswers = (file: string): Promise<KitAnswer[]> => linesOf(file, ANSWER);

/** An answer that was told otherwise than as a line of JSON. Throws `Trouble` without its place. */
export const kitAnswer = (value: unknown): KitAnswer => passedLine(value, ANSWER);

async function linesOf<Name extends "kit-case" | "kit-answer">(
  file: string,
  kind: JsonKind<Name>,
): Promise<(Name extends "kit-case" ? KitCase : KitAnswer)[]> {
  const read: (Name extends "kit-case" ? KitCase : KitAnswer)[] = [];
  let line = 0;
  for await (const block of blocksOfLines(file))
    for (const text of block) {
      line += 1;
      if (text.trim() === "") continue;
      const value = inLine(file, line, () => passedLine(jsonOfLine(text, EXAMPLE), kind));
      read.push(value as (typeof read)[number]);
    }
  return read;
}
