import rateLimit, { type FastifyRateLimitStoreCtor } from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { MINUTE_MS } from "../../model/time-units.ts";
import type { Counts } from "./counts.ts";
import { UnreadableBody } from "./json-body.ts";
import { neighbourhood } from "./neighbourhood.ts";
import { problem } from "./problem.ts";

/**
 * Answers only so many requests a minute to each token, and to each address where no tokens are asked for; a further one is
 * told how long to wait. Whoever looks after the server is not counted.
 */
export async function limitRate(
  app: FastifyInstance,
  perMinute: number,
  counts: Pick<Counts, "asked">,
): Promise<void> {
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: MINUTE_MS,
    enableDraftSpec: true,
    store: storeOf(counts),
    keyGenerator: (request) =>
      request.asker === null ? `at ${neighbourhood(request.ip)}` : `by ${request.asker}`,
    allowList: ({ routeOptions: { config, url } }) =>
      config.scope === "admin" || url?.startsWith("/health") === true,
    errorResponseBuilder: () => new UnreadableBody(problem("too-many-requests")),
  });
}

/** The counts as the plugin asks for them; all routes have one limit. */
const storeOf = ({ asked }: Pick<Counts, "asked">): FastifyRateLimitStoreCtor =>
  class Store {
    incr(who: string, give: (error: Error | null, told?: { current: number; ttl: number }) => void): void {
      Promise.resolve(asked(who)).then(
        ({ count, leftMs }) => {
          give(null, { current: count, ttl: leftMs });
        },
        (error: unknown) => {
          give(error instanceof Error ? error : new Error(String(error)));
        },
      );
    }

    child(): this {
      return this;
    }
  };
