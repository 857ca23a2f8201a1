import { createReadStream } from "node:fs";
import { DoubledKey, strictJson } from "../model/strict-json.ts";
import { Trouble } from "../model/trouble.ts";
import { messageOf } from "./read-json.ts";

/** Length of a line, in letters, from which on it is not read. */
const LONGEST_LINE = 65_536;
/** Bytes that are read at a time. */
const PIECE = 262_144;

/** The lines of a file in UTF-8, a block of them at a time. Throws `Trouble` that says after which line it broke off. */
export async function* blocksOfLines(file: string): AsyncGenerator<string[]> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  let count = 0;
  try {
    for await (const bytes of createReadStream(file, { highWaterMark: PIECE })) {
      const lines = (rest + decoder.decode(bytes as Buffer, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      count += lines.length;
      if (rest.length > LONGEST_LINE) throw tooLong(file, count + 1);
      yield lines;
    }
    yield [rest + decoder.decode()];
  } catch (error) {
    throw readTrouble(error, file, count);
  }
}

/** The JSON value of a line. Throws `Trouble` that leaves the file and the line for its reader to add. */
export function jsonOfLine(text: string, example: string): unknown {
  try {
    return strictJson(text);
  } catch (error) {
    if (error instanceof DoubledKey)
      throw new Trouble(`${error.pointer} ${error.message}`.trim(), { wayOut: "Leave one of them." });
    throw new Trouble(`is no JSON: ${messageOf(error)}`, {
      wayOut: `Each line is one JSON object, ${example}.`,
    });
  }
}

/** Does something with a line of a file; trouble with it names both. */
export function inLine<T>(file: string, line: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    throw new Trouble(error.message, { ...error.at, file, place: `line ${line}` });
  }
}

const tooLong = (file: string, line: number): Trouble =>
  new Trouble(`is longer than ${LONGEST_LINE} letters`, {
    file,
    place: `line ${line}`,
    wayOut: "Break it up: each line is one JSON object.",
  });

function readTrouble(error: unknown, file: string, count: number): unknown {
  if (error instanceof TypeError)
    return new Trouble("is no text in UTF-8", {
      file,
      place: `after line ${count}`,
      wayOut: "Save the file as UTF-8.",
    });
  const isSystem = error instanceof Error && "code" in error && !(error instanceof Trouble);
  return isSystem
    ? new Trouble("is not there or cannot be read", { file, wayOut: "Check the path." })
    : error;
}
