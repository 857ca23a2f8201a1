import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Request } from "../../check/request.ts";
import { SECOND_MS } from "../../model/time-units.ts";
import type { CheckTools } from "./check-tools.ts";
import type { Asked, Judged, Wording } from "./judged.ts";
import { languageIn, type Query } from "./parameters.ts";
import { Together, tried } from "./together.ts";

declare module "fastify" {
  interface FastifyReply {
    /** Memory of the answer, to be used again once it was sent. */
    lent: Buffer | null;
  }
}

/** The parameters of a request to be judged. */
export interface WordingQuery extends Query {
  readonly reasons?: Wording["reasons"];
}

/** How a verdict is asked for. */
export const wordingIn = (query: WordingQuery): Wording => ({
  lang: languageIn(query),
  reasons: query.reasons ?? "all",
  ...(query.at === undefined ? undefined : { at: query.at }),
});

/** Answers requests to `POST /check`: those that arrive together are judged together, then answered. */
export function checkAnswers(
  app: FastifyInstance,
  tools: CheckTools,
): (request: FastifyRequest, reply: FastifyReply) => void {
  app.decorateReply("lent", null);
  app.addHook("onResponse", (_, reply, done) => {
    // Only once all of it was handed to the system is nobody reading the answer any more.
    if (reply.lent !== null && reply.raw.writableFinished) tools.judge.giveBack(reply.lent);
    reply.lent = null;
    done();
  });
  const together = new Together<Waiting>((waiting) => {
    const judged = judgedAll(waiting, tools);
    for (const [index, { request, reply }] of waiting.entries()) answer(request, reply, judged[index], tools);
  }, BYTES_AT_ONCE);
  return ({ body, query, headers }, reply) => {
    const bytes = Number(headers["content-length"] ?? BYTES_UNTOLD);
    together.add({ request: body as Request, wording: wordingIn(query as WordingQuery), reply }, bytes);
  };
}

/** Of bodies that are judged before anybody else is heard: some two hundred of the usual ones. */
const BYTES_AT_ONCE = 262_144;
/** Of a body that came in pieces. */
const BYTES_UNTOLD = 65_536;

interface Waiting extends Asked {
  readonly reply: FastifyReply;
}

/** The verdicts on all, which are told of to whoever counts and traces: each has taken its share of the time. */
function judgedAll(waiting: readonly Waiting[], tools: CheckTools): (Judged | Error)[] {
  const { judge, metrics, tracing } = tools;
  const told =
    tracing && waiting.map(({ request, reply }) => tracing.judging(reply.request, request.service));
  const begun = performance.now();
  const judged = judge.judgeAll(waiting);
  const seconds = (performance.now() - begun) / SECOND_MS / waiting.length;
  for (const [index, one] of judged.entries()) {
    const outcome = one instanceof Error ? "error" : one.verdict.verdict;
    metrics.judged(outcome, seconds);
    told?.[index]?.(outcome);
  }
  return judged;
}

/** Nobody stands above this who would catch what it throws. */
function answer(
  request: Request,
  reply: FastifyReply,
  judged: Judged | Error | undefined,
  tools: CheckTools,
): void {
  const sent = tried(() => {
    if (judged === undefined || judged instanceof Error) reply.send(judged);
    else send(request, reply, judged, tools);
  });
  if (sent instanceof Error) reply.send(sent);
}

function send(request: Request, reply: FastifyReply, judged: Judged, tools: CheckTools): void {
  const { verdict, receipt, json } = judged;
  tools.metrics.verdict(verdict.verdict);
  reply.lent = json;
  const done = (): void => void reply.header("content-type", "application/json; charset=utf-8").send(json);
  if (tools.decisions === undefined) done();
  else
    tools.decisions.write(receipt, request).then(done, (error: unknown) => {
      reply.send(error);
    });
}
