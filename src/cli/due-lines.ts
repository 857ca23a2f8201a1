import { createReadStream } from "node:fs";
import { once } from "node:events";
import { due } from "../calendar/due.ts";
import { explain } from "../calendar/explain.ts";
import { isoInstant } from "../calendar/iso-instant.ts";
import type { Io } from "./command.ts";
import { troubleOf, type DueLine, type DueRequest } from "../library/due-request.ts";
import { Trouble } from "../model/trouble.ts";
import { faults } from "../files/validate.ts";
import { validator } from "../files/validators.ts";

/** Length of a line, in letters, from which on it is not read. */
const LONGEST_LINE = 65_536;
const BLOCK = 65_536;

/** A line that could not be counted. */
interface Refused {
  readonly line: number;
  readonly message: string;
  readonly wayOut: string;
}

/**
 * Counts the terms of a file of JSON Lines, one line out for each line in, in the same order; a line that cannot be
 * counted gives `{"start":null,"due":null,"error":…}`. Throws `Trouble` after the last line where there were such.
 */
export async function dueLines(
  file: string,
  requestOf: (line: DueLine) => DueRequest,
  defaults: Partial<DueLine>,
  explained: boolean,
  io: Io,
): Promise<void> {
  const refused: Refused[] = [];
  let refusedCount = 0;
  let number = 0;
  let block = "";
  for await (const lines of linesOf(file)) {
    for (const line of lines) {
      number += 1;
      if (line.trim() === "") continue;
      const answer = answerTo(line, number, requestOf, defaults, explained);
      if (typeof answer !== "string") {
        refusedCount += 1;
        if (refused.length === 0) refused.push(answer);
      }
      block +=
        typeof answer === "string"
          ? answer
          : `${JSON.stringify({ start: null, due: null, error: answer.message })}\n`;
      if (block.length < BLOCK) continue;
      if (!io.stdout.write(block)) await once(io.stdout, "drain");
      block = "";
    }
  }
  io.stdout.write(block);
  const [first] = refused;
  if (first === undefined) return;
  const more =
    refusedCount > 1 ? ` ${refusedCount - 1} more lines could not be counted; their "error" says why.` : "";
  throw new Trouble(first.message, { file, place: `line ${first.line}`, wayOut: `${first.wayOut}${more}` });
}

function answerTo(
  text: string,
  line: number,
  requestOf: (line: DueLine) => DueRequest,
  defaults: Partial<DueLine>,
  explained: boolean,
): string | Refused {
  try {
    const { start, term, table } = requestOf(read(text, defaults));
    const limit = due(start, term, table);
    if (limit.is === "unknown") throw troubleOf(limit);
    const from = isoInstant(table.zone, limit.start);
    const until = isoInstant(table.zone, limit.due);
    if (!explained) return `{"start":"${from}","due":"${until}"}\n`;
    return `${JSON.stringify({ start: from, due: until, explanation: explain(start, term, table) })}\n`;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return { line, message: error.message, wayOut: error.at.wayOut };
  }
}

function read(text: string, defaults: Partial<DueLine>): DueLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Trouble(`is no JSON: ${error instanceof Error ? error.message : ""}`, {
      wayOut: 'Each line is one JSON object, {"start":"2025-03-17T10:00","amount":1,"unit":"working-day"}.',
    });
  }
  if (!validator("dueLine")(value)) {
    const [fault] = faults("dueLine", value);
    const place = fault === undefined || fault.pointer === "" ? "the line" : fault.pointer.slice(1);
    throw new Trouble(`${place} ${fault?.message ?? "is wrong"}`, {
      wayOut: "The format is described in schemas/due-line.schema.json.",
    });
  }
  return filled(value as DueLine, defaults);
}

/** The options of the command stand in for what a line leaves out. */
function filled(line: DueLine, defaults: Partial<DueLine>): DueLine {
  const own = Object.entries(line).filter(([, value]) => value !== null);
  return Object.keys(defaults).length === 0
    ? line
    : { ...defaults, ...(Object.fromEntries(own) as unknown as DueLine) };
}

/** The lines of a file, a block of them at a time. */
async function* linesOf(file: string): AsyncGenerator<string[]> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  let count = 0;
  try {
    for await (const bytes of createReadStream(file, { highWaterMark: 262_144 })) {
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

const tooLong = (file: string, line: number): Trouble =>
  new Trouble(`is longer than ${LONGEST_LINE} letters`, {
    file,
    place: `line ${line}`,
    wayOut: "Put one term on a line.",
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
