import type { FastifyInstance, FastifyReply } from "fastify";
import about from "../../../package.json" with { type: "json" };
import type { Library } from "../../library/library.ts";
import type { Readiness } from "./readiness.ts";

/** Whoever looks after a server asks before it has a token. */
const config = { scope: "none" } as const;

/**
 * `GET /health/live`: the process answers, which is all that a restart could mend. `GET /health/ready` and `GET /health`: it
 * can take requests, or 503 with what stands in the way.
 */
export function healthRoutes(app: FastifyInstance, library: Library, readiness: Readiness): void {
  const standing = async (reply: FastifyReply): Promise<FastifyReply> => {
    const troubles = await readiness.troubles();
    const isReady = Object.keys(troubles).length === 0;
    return reply
      .code(isReady ? 200 : 503)
      .header("cache-control", "no-store")
      .send({
        status: isReady ? "ok" : "unready",
        version: about.version,
        rulebooks: library.volumes.length,
        ...(!isReady && { troubles }),
      });
  };
  app.get("/health", { config, schema: { summary: "Whether the server is there and ready" } }, (_, reply) =>
    standing(reply),
  );
  app.get(
    "/health/ready",
    { config, schema: { summary: "Whether the server can take requests" } },
    (_, reply) => standing(reply),
  );
  app.get("/health/live", { config, schema: { summary: "Whether the process answers" } }, (_, reply) =>
    reply.header("cache-control", "no-store").send({ status: "ok" }),
  );
}
