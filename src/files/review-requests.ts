import { readBytes, type Limit } from "./read-bytes.ts";
import { inLine, jsonOfLine } from "./json-lines.ts";
import { Trouble } from "../model/trouble.ts";

const LIMIT: Limit = { megabytes: 64, wayOut: "Apply it in parts." };
const EXAMPLE = '{"action":"accept","rule":"…"}';

/** A line of a file with what it asks for, which nobody has looked at yet. */
export interface RequestLine {
  readonly line: number;
  readonly request: unknown;
}

/** What is asked for in a file of requests to decide, one a line. Throws `Trouble` that names the line. */
export function requestLines(file: string): RequestLine[] {
  return textOf(readBytes(file, LIMIT), file)
    .split("\n")
    .flatMap((content, index) =>
      content.trim() === ""
        ? []
        : [{ line: index + 1, request: inLine(file, index + 1, () => jsonOfLine(content, EXAMPLE)) }],
    );
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Trouble("is no text in UTF-8", { file, wayOut: "Save the file as UTF-8." });
  }
}
