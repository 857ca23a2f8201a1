import type { FastifyInstance, FastifyReply, RouteShorthandOptions } from "fastify";
import about from "../../../package.json" with { type: "json" };
import type { CheckTools } from "./check-tools.ts";
import { inJson, type Json } from "./openapi/operation.ts";
import { NO_PARAMETERS } from "./parameters.ts";
import type { Readiness } from "./readiness.ts";

/**
 * `GET /health/live`: the process answers, which is all that a restart could mend. `GET /health/ready` and `GET /health`: it
 * can take requests, or 503 with what stands in the way.
 */
export function healthRoutes(
  app: FastifyInstance,
  tools: Pick<CheckTools, "judge">,
  readiness: Readiness,
): void {
  const standing = async (reply: FastifyReply): Promise<FastifyReply> => {
    const troubles = await readiness.troubles();
    const isReady = Object.keys(troubles).length === 0;
    return reply
      .code(isReady ? 200 : 503)
      .header("cache-control", "no-store")
      .send({
        status: isReady ? "ok" : "unready",
        version: about.version,
        rulebooks: tools.judge.library.volumes.length,
        ...(!isReady && { troubles }),
      });
  };
  app.get("/health", health("getHealth", "Whether the server is there and ready", STANDING), (_, reply) =>
    standing(reply),
  );
  app.get(
    "/health/ready",
    health("getReadiness", "Whether the server can take requests", STANDING),
    (_, reply) => standing(reply),
  );
  app.get("/health/live", health("getLiveness", "Whether the process answers"), (_, reply) =>
    reply.header("cache-control", "no-store").send({ status: "ok" }),
  );
}

const STATUS = { type: "object", required: ["status"], properties: { status: { const: "ok" } } } as const;
const STANDING: Json = {
  type: "object",
  required: ["status", "version", "rulebooks"],
  properties: {
    status: { enum: ["ok", "unready"] },
    version: { type: "string" },
    rulebooks: { description: "How many are at hand.", type: "integer", minimum: 0 },
    troubles: {
      description: "What stands in the way, by the part of the server.",
      type: "object",
      additionalProperties: { type: "string" },
    },
  },
};

/** A route of health: what it gives, and whether it may tell with 503 that the server is not ready. */
function health(id: string, summary: string, standing?: Json): RouteShorthandOptions {
  const operation = {
    id,
    tag: "server",
    summary,
    gives: inJson(standing ?? STATUS),
    ...(standing === undefined ? {} : { also: { 503: inJson(standing) } }),
  } as const;
  // Whoever looks after a server asks before it has a token.
  return { config: { operation, scope: "none" }, schema: { querystring: NO_PARAMETERS } };
}
