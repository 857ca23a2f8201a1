import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Request } from "../check/request.ts";
import { faults } from "../cli/validate.ts";
import { validator } from "../cli/validators.ts";
import type { DecisionLog } from "./decision-log.ts";
import { parseBody, UnreadableBody } from "./json-body.ts";
import type { Judge, Judged, Wording } from "./judged.ts";
import { linesOf } from "./lines.ts";
import type { Metrics } from "./metrics.ts";
import { Together } from "./together.ts";
import { invalid, problem, problemOf, type Problem } from "./problem.ts";

/** What the check routes work with. */
export interface CheckTools {
  readonly judge: Judge;
  readonly metrics: Metrics;
  readonly decisions: DecisionLog | undefined;
}

declare module "fastify" {
  interface FastifyReply {
    /** Memory of the answer, to be used again once it was sent. */
    lent: Buffer | null;
  }
}

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
  app.decorateReply("lent", null);
  const singles = new Together<Asked>((asked) => {
    answerAll(asked, tools);
  });
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
      onResponse: (_, reply, done) => {
        // Only once all of it was handed to the system is nobody reading the answer any more.
        if (reply.lent !== null && reply.raw.writableFinished) tools.judge.giveBack(reply.lent);
        reply.lent = null;
        done();
      },
    },
    (request, reply) => {
      singles.add({ request, reply });
    },
  );
  app.post(
    "/check/batch",
    {
      schema: {
        summary:
          "Verdicts on many requests: JSON Lines in, JSON Lines out in the same order, a problem where there is no verdict",
        consumes: ["application/x-ndjson"],
        produces: ["application/x-ndjson"],
        querystring: wordingQuery,
      },
    },
    (request, reply) => {
      if (!(request.body instanceof Readable))
        return reply
          .code(415)
          .serializer(JSON.stringify)
          .send(problem("unsupported-media-type", "Send application/x-ndjson."));
      const answers = Readable.from(answerLines(request.body, wordingOf(request), tools), {
        objectMode: false,
        highWaterMark: 65_536,
      });
      return reply.header("content-type", "application/x-ndjson; charset=utf-8").send(answers);
    },
  );
}

const wordingOf = (request: FastifyRequest): Wording => request.query as Wording;

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** First judges all, then answers all. Nobody stands above this who would catch what one of them throws. */
function answerAll(asked: readonly Asked[], tools: CheckTools): void {
  const judged = asked.map(({ request }) =>
    tried(() => tools.judge.judge(request.body as Request, wordingOf(request))),
  );
  for (const [index, { request, reply }] of asked.entries()) {
    const told = judged[index]!;
    const fault =
      told instanceof Error
        ? told
        : tried(() => {
            answerOne(request, reply, told, tools);
          });
    if (fault instanceof Error) reply.send(fault);
  }
}

function tried<Result>(work: () => Result): Result | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error("something was thrown that is no error");
  }
}

function answerOne(request: FastifyRequest, reply: FastifyReply, judged: Judged, tools: CheckTools): void {
  const { verdict, receipt, json } = judged;
  tools.metrics.verdict(verdict.verdict);
  reply.lent = json;
  const answer = (): void => void reply.header("content-type", "application/json; charset=utf-8").send(json);
  if (tools.decisions === undefined) answer();
  else
    tools.decisions.write(receipt, request.body as Request).then(answer, (error: unknown) => {
      reply.send(error);
    });
}

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
