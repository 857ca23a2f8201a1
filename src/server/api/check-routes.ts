import type { FastifyInstance } from "fastify";
import { batchAnswers } from "./batch-answers.ts";
import { checkAnswers } from "./check-answers.ts";
import type { CheckTools } from "./check-tools.ts";
import type { SlowClients } from "./slow-clients.ts";
import { inJson, schemaRef, type Operation } from "./openapi/operation.ts";
import { AT_PARAMETER, LANGUAGE_PARAMETERS, parameters } from "./parameters.ts";

const LINES = "application/x-ndjson";

const wordingQuery = parameters({
  ...LANGUAGE_PARAMETERS,
  at: {
    ...AT_PARAMETER,
    description:
      "Day by whose version of the rules is judged, 2025-03-17, where it is not that of submission.",
  },
  reasons: {
    description:
      "All reasons, one a rule (so it is where nothing is told), or only those that stand against the request or are unknown.",
    enum: ["all", "decisive"],
  },
});

const CHECK = {
  id: "check",
  tag: "requests",
  summary: "The verdict on a request",
  gives: inJson(schemaRef("verdict")),
  refuses: ["cannot-be-judged", "not-at-hand", "not-kept"],
} as const satisfies Operation;

const BATCH = {
  id: "checkBatch",
  tag: "requests",
  summary: "Verdicts on many requests",
  description:
    "JSON Lines in, JSON Lines out in the same order: a request a line, and for each its verdict, or a problem with the number of the line.",
  takes: { [LINES]: { type: "string", description: "One request a line, as `POST /check` takes it." } },
  gives: { [LINES]: { type: "string", description: "One verdict or problem a line." } },
} as const satisfies Operation;

/** `POST /check` and `POST /check/batch`. */
export function checkRoutes(app: FastifyInstance, tools: CheckTools, slow: SlowClients): void {
  app.post(
    "/check",
    {
      config: { bodySchema: "request", operation: CHECK },
      schema: { querystring: wordingQuery, body: schemaRef("request") },
    },
    checkAnswers(app, tools),
  );
  app.post(
    "/check/batch",
    {
      config: { takesLines: true, operation: BATCH },
      schema: { querystring: wordingQuery },
    },
    batchAnswers(tools, slow),
  );
}
