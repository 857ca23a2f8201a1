import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Request } from "../../check/request.ts";
import { faults } from "../../files/validate.ts";
import { validator } from "../../files/validators.ts";
import { checkAnswers } from "./check-answers.ts";
import type { CheckTools } from "./check-tools.ts";
import { parseBody, UnreadableBody } from "./json-body.ts";
import type { Wording } from "./judged.ts";
import { linesOf } from "./lines.ts";
import { invalid, notLines, problem, problemOf, sendProblem, type Problem } from "./problem.ts";

/** Bytes of answers that are made ahead of whoever takes them. */
const PIECE = 65_536;
const LONGEST_LINE = 1024 * 1024;

export const languageQuery = {
  type: "object",
  properties: { lang: { description: "Language of sentences.", enum: ["kk", "ru", "en"], default: "en" } },
} as const;

const wordingQuery = {
  type: "object",
  properties: {
    ...languageQuery.properties,
    reasons: {
      description: "All reasons, one a rule, or only those that stand against the request or are unknown.",
      enum: ["all", "decisive"],
      default: "all",
    },
  },
} as const;

/** `POST /check` and `POST /check/batch`. */
export function checkRoutes(app: FastifyInstance, tools: CheckTools): void {
  const schema = (name: string): object => ({ $ref: `https://tarmaq.example/schemas/${name}.schema.json` });
  app.post(
    "/check",
    {
      config: { bodySchema: "request" },
      schema: {
        summary: "The verdict on a request",
        querystring: wordingQuery,
        body: schema("request"),
        response: { 200: schema("verdict"), "4xx": schema("problem") },
      },
    },
    checkAnswers(app, tools),
  );
  app.post(
    "/check/batch",
    {
      config: { takesLines: true },
      schema: {
        summary:
          "Verdicts on many requests: JSON Lines in, JSON Lines out in the same order, a problem where there is no verdict",
        consumes: ["application/x-ndjson"],
        produces: ["application/x-ndjson"],
        querystring: wordingQuery,
      },
    },
    (request, reply) => {
      if (!(request.body instanceof Readable)) return sendProblem(reply, notLines);
      const answers = Readable.from(answerLines(request.body, wordingOf(request), tools), {
        objectMode: false,
        highWaterMark: PIECE,
      });
      return reply.header("content-type", "application/x-ndjson; charset=utf-8").send(answers);
    },
  );
}

const wordingOf = (request: FastifyRequest): Wording => request.query as Wording;

/** One line out for each line in. Reads on only as fast as the answers are taken. */
async function* answerLines(body: Readable, wording: Wording, tools: CheckTools): AsyncGenerator<Buffer> {
  let number = 0;
  try {
    for await (const line of linesOf(body, LONGEST_LINE)) {
      number += 1;
      if (line.trim() !== "") yield await answerLine(line, number, wording, tools);
    }
  } catch (error) {
    const told =
      error instanceof UnreadableBody ? error.problem : problem("bad-request", "The stream broke off.");
    yield Buffer.from(`${JSON.stringify({ line: number + 1, ...told })}\n`);
  }
}

const LINE_END = Buffer.from("\n");

async function answerLine(
  line: string,
  number: number,
  wording: Wording,
  tools: CheckTools,
): Promise<Buffer> {
  const failed = (told: Problem): Buffer => Buffer.from(`${JSON.stringify({ line: number, ...told })}\n`);
  try {
    const value = parseBody(line);
    if (!validator("request")(value)) return failed(invalid(faults("request", value)));
    const { verdict, receipt, json } = tools.judge.judge(value as Request, wording);
    tools.metrics.verdict(verdict.verdict);
    if (tools.decisions !== undefined) await tools.decisions.write(receipt, value as Request);
    const answer = Buffer.concat([json, LINE_END]);
    tools.judge.giveBack(json);
    return answer;
  } catch (error) {
    return failed(error instanceof UnreadableBody ? error.problem : problemOf(error));
  }
}
