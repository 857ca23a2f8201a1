import { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Request } from "../../check/request.ts";
import { faults } from "../../files/validate.ts";
import { validator } from "../../files/validators.ts";
import { ByteWriter } from "../../model/byte-writer.ts";
import { Arriving } from "./arriving.ts";
import { wordingIn, type WordingQuery } from "./check-answers.ts";
import type { CheckTools } from "./check-tools.ts";
import { parseBody, UnreadableBody } from "./json-body.ts";
import type { Answered, Asked, Wording } from "./judged.ts";
import { linesOf, type Line } from "./lines.ts";
import { invalid, notLines, problem, problemOf, sendProblem } from "./problem.ts";
import type { SlowClients } from "./slow-clients.ts";
import { tried } from "./together.ts";

/** Bytes of answers that are made ahead of whoever takes them. */
const PIECE = 65_536;
const LONGEST_LINE = 1024 * 1024;
/** Lines that are judged together: more would be a longer wait for others, fewer find the caches cold. */
const LINES_AT_ONCE = 128;

/** Answers `POST /check/batch`: a line out for each line in, read on only as fast as the answers are taken. */
export function batchAnswers(
  tools: CheckTools,
  slow: SlowClients,
): (request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  return (request, reply) => {
    if (!(request.body instanceof Readable)) return sendProblem(reply, notLines);
    const lines = new Arriving(request.body);
    slow.watch(reply, lines);
    // What has been given up is not read to its end: the next request would begin in the middle of it.
    reply.raw.once("finish", () => {
      if (lines.isGivenUp) request.raw.socket.destroySoon();
    });
    const answers = Readable.from(answerLines(lines, wordingIn(request.query as WordingQuery), tools, slow), {
      objectMode: false,
      highWaterMark: PIECE,
    });
    return reply.header("content-type", "application/x-ndjson; charset=utf-8").send(answers);
  };
}

async function* answerLines(
  stream: Arriving,
  wording: Wording,
  tools: CheckTools,
  slow: SlowClients,
): AsyncGenerator<Buffer> {
  let number = 0;
  const writer = new ByteWriter();
  const arrived = (): void => {
    slow.heardFrom(stream);
  };
  try {
    for await (const lines of linesOf(stream, LONGEST_LINE, arrived)) {
      for (let begin = 0; begin < lines.length; begin += LINES_AT_ONCE) {
        const some = lines.slice(begin, begin + LINES_AT_ONCE);
        const answers = await answered(some, number, wording, tools, writer);
        number += some.length;
        if (answers.length > 0) yield answers;
      }
      arrived();
      await nextTurn();
    }
  } catch (error) {
    const told =
      error instanceof UnreadableBody ? error.problem : problem("bad-request", "The stream broke off.");
    yield Buffer.from(`${JSON.stringify({ line: number + 1, ...told })}\n`);
  }
}

/** The answers to lines that stand behind so many others, as bytes in their order; nothing for empty ones. */
async function answered(
  lines: readonly Line[],
  before: number,
  wording: Wording,
  tools: CheckTools,
  writer: ByteWriter,
): Promise<Buffer> {
  const numbers: number[] = [];
  const asked: (Asked | Error)[] = [];
  for (const [index, line] of lines.entries()) {
    if (isBlank(line)) continue;
    numbers.push(before + index + 1);
    asked.push(tried(() => ({ request: requestIn(line), wording })));
  }
  writer.beginAnew();
  const told = tools.judge.writeAll(asked, writer);
  for (const one of told) if (!(one instanceof Error)) tools.metrics.verdict(one.verdict.verdict);
  const bytes = writer.written();
  const kept = await keptOrNot(told, tools);
  return Buffer.concat(
    kept.map((one, index) =>
      one instanceof Error
        ? Buffer.from(`${JSON.stringify({ line: numbers[index], ...problemIn(one, wording) })}\n`)
        : bytes.subarray(one.begin, one.end),
    ),
  );
}

/** The same, but an error in the place of each that could not be kept: it is as if it had not been judged. */
async function keptOrNot(
  told: readonly (Answered | Error)[],
  { decisions }: CheckTools,
): Promise<readonly (Answered | Error)[]> {
  if (decisions === undefined) return told;
  return Promise.all(
    told.map(async (one) => {
      if (one instanceof Error) return one;
      try {
        await decisions.write(one.receipt, one.request);
        return one;
      } catch (error) {
        return error instanceof Error ? error : new Error(String(error));
      }
    }),
  );
}

/** The request of a line. Throws UnreadableBody that says what is wrong with it. */
function requestIn(line: Line): Request {
  if (line === "too-long")
    throw new UnreadableBody(problem("too-large", `A line may have ${LONGEST_LINE} bytes.`));
  const value = parseBody(line);
  if (!validator("request")(value)) throw new UnreadableBody(invalid(faults("request", value)));
  return value as Request;
}

const problemIn = (error: Error, { at }: Wording): ReturnType<typeof problemOf> =>
  error instanceof UnreadableBody ? error.problem : problemOf(error, { isDayNamed: at !== undefined });

const SPACE = 32;

/** Whether nothing but spaces, tabulators and returns stand in a line. */
const isBlank = (line: Line): boolean => line !== "too-long" && line.every((byte) => byte <= SPACE);
