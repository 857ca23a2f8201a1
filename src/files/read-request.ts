import { readFileSync, statSync } from "node:fs";
import type { Request } from "../check/request.ts";
import { Trouble } from "../model/trouble.ts";
import { faults } from "./validate.ts";

const LARGEST = 1024 * 1024;

/** The request in a file. Throws `Trouble` with the file, the field and what was expected. */
export function readRequest(file: string): Request {
  let bytes: Buffer;
  try {
    if (statSync(file).size > LARGEST)
      throw new Trouble("is larger than 1 MB", { file, wayOut: "A request is one JSON object." });
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble("is not there or cannot be read", { file, wayOut: "Check the path." });
  }
  const value = parse(bytes, file);
  const [fault] = faults("request", value);
  if (fault !== undefined)
    throw new Trouble(fault.message, {
      file,
      place: fault.pointer === "" ? "the whole request" : fault.pointer,
      wayOut: `${wayOutOf(fault.pointer)}The format is described in schemas/request.schema.json; \`tarmaq form SERVICE\` gives it for one service.`,
    });
  return value as Request;
}

/** How times and days are written, where one of them is wrong. */
function wayOutOf(pointer: string): string {
  if (/^\/submitted$|\/at$/.test(pointer))
    return "A time is written as 2025-03-17T10:00 or 2025-03-17T10:00+05:00. ";
  return pointer.endsWith("/validUntil") ? "A day is written as 2025-03-17. " : "";
}

function parse(bytes: Buffer, file: string): unknown {
  if (bytes.length === 0)
    throw new Trouble("is empty", { file, wayOut: "A request is one JSON object in UTF-8." });
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Trouble(`is no JSON: ${message}`, { file, wayOut: "A request is one JSON object in UTF-8." });
  }
}
