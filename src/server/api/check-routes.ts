import type { FastifyInstance } from "fastify";
import { batchAnswers } from "./batch-answers.ts";
import { checkAnswers } from "./check-answers.ts";
import type { CheckTools } from "./check-tools.ts";
import type { SlowClients } from "./slow-clients.ts";

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
export function checkRoutes(app: FastifyInstance, tools: CheckTools, slow: SlowClients): void {
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
    batchAnswers(tools, slow),
  );
}
