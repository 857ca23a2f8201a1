import type { FastifyInstance } from "fastify";
import type { Metrics } from "./metrics.ts";
import { inJson } from "./openapi/operation.ts";
import { NO_PARAMETERS } from "./parameters.ts";

/** `GET /metrics`. */
export function metricsRoute(app: FastifyInstance, metrics: Metrics): void {
  const operation = {
    id: "getMetrics",
    tag: "server",
    summary: "Counts for Prometheus",
    gives: { "text/plain": { type: "string" } },
  } as const;
  const schema = { querystring: NO_PARAMETERS };
  app.get("/metrics", { config: { operation, scope: "admin" }, schema }, (_, reply) =>
    reply.header("content-type", "text/plain; version=0.0.4; charset=utf-8").send(metrics.text()),
  );
}

/** `GET /openapi.json`: made once, for it says what does not change while the server is there. */
export function documentRoute(app: FastifyInstance, make: () => unknown): void {
  const operation = {
    id: "getDescription",
    tag: "server",
    summary: "This document",
    gives: inJson({ type: "object", additionalProperties: true }),
  } as const;
  let made: unknown;
  app.get(
    "/openapi.json",
    { config: { operation, scope: "any" }, schema: { querystring: NO_PARAMETERS } },
    () => (made ??= make()),
  );
}
