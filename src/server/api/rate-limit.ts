import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { MINUTE_MS } from "../../model/time-units.ts";
import { UnreadableBody } from "./json-body.ts";
import { problem } from "./problem.ts";

/**
 * Answers only so many requests a minute to each token, and to each address where no tokens are asked for; a further one is
 * told how long to wait. Whoever looks after the server is not counted.
 */
export async function limitRate(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: MINUTE_MS,
    enableDraftSpec: true,
    keyGenerator: (request) => (request.asker === null ? `at ${request.ip}` : `by ${request.asker}`),
    allowList: ({ routeOptions: { config, url } }) =>
      config.scope === "admin" || url?.startsWith("/health") === true,
    errorResponseBuilder: () => new UnreadableBody(problem("too-many-requests")),
  });
}
