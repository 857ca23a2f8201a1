import { once } from "node:events";
import { due } from "../calendar/due.ts";
import { isoInstant } from "../calendar/iso-instant.ts";
import type { Io } from "./command.ts";
import { answerOf, takesDaysOffAlone, WITHOUT_HOURS } from "./due-answer.ts";
import { dueLineIn } from "../files/due-lines.ts";
import { blocksOfLines } from "../files/json-lines.ts";
import { troubleOf, type DueRequest } from "../library/due-request.ts";
import type { DueLine } from "../model/due-line.ts";
import type { Language } from "../model/language.ts";
import { Trouble } from "../model/trouble.ts";
import { message } from "../report/messages/message.ts";

/** Letters that are written at a time. */
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
  { explained, language }: { readonly explained: boolean; readonly language: Language },
  io: Io,
): Promise<void> {
  const refused: Refused[] = [];
  let refusedCount = 0;
  const counted = { withoutHours: 0 };
  let number = 0;
  let block = "";
  for await (const lines of blocksOfLines(file)) {
    for (const line of lines) {
      number += 1;
      if (line.trim() === "") continue;
      const answer = answerTo(line, number, requestOf, defaults, explained, counted);
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
  if (counted.withoutHours > 0)
    io.stderr.write(`tarmaq: ${message(`${counted.withoutHours} lines: ${WITHOUT_HOURS}`, language)}\n`);
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
  counted: { withoutHours: number },
): string | Refused {
  try {
    const asked = filled(dueLineIn(text), defaults);
    const request = requestOf(asked);
    if (takesDaysOffAlone(asked)) counted.withoutHours += 1;
    if (explained || request.law !== undefined) return `${JSON.stringify(answerOf(request, explained))}\n`;
    const { start, term, table } = request;
    const limit = due(start, term, table);
    if (limit.is === "unknown") throw troubleOf(limit);
    return `{"start":"${isoInstant(table.zone, limit.start)}","due":"${isoInstant(table.zone, limit.due)}"}\n`;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return { line, message: error.message, wayOut: error.at.wayOut };
  }
}

/** The options of the command stand in for what a line leaves out. */
function filled(line: DueLine, defaults: Partial<DueLine>): DueLine {
  const own = Object.entries(line).filter(([, value]) => value !== null);
  return Object.keys(defaults).length === 0
    ? line
    : { ...defaults, ...(Object.fromEntries(own) as unknown as DueLine) };
}
