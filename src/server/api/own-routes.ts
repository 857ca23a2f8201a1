import type { FastifyInstance } from "fastify";
import type { Library } from "../../library/library.ts";
import type { CheckTools } from "./check-tools.ts";
import { inJson } from "./openapi/operation.ts";
import { NO_PARAMETERS } from "./parameters.ts";

/** `GET /metrics`. */
export function metricsRoute(app: FastifyInstance, text: () => string | Promise<string>): void {
  const operation = {
    id: "getMetrics",
    tag: "server",
    summary: "Counts for Prometheus",
    gives: { "text/plain": { type: "string" } },
  } as const;
  const schema = { querystring: NO_PARAMETERS };
  app.get("/metrics", { config: { operation, scope: "admin" }, schema }, async (_, reply) =>
    reply.header("content-type", "text/plain; version=0.0.4; charset=utf-8").send(await text()),
  );
}

/** `GET /openapi.json`: made once for a library: it says what does not change while that is in use. */
export function documentRoute(
  app: FastifyInstance,
  tools: Pick<CheckTools, "judge">,
  make: (library: Library) => unknown,
): void {
  const operation = {
    id: "getDescription",
    tag: "server",
    summary: "This document",
    gives: inJson({ type: "object", additionalProperties: true }),
  } as const;
  const made = new WeakMap<Library, unknown>();
  app.get(
    "/openapi.json",
    { config: { operation, scope: "any", isUnchanging: true }, schema: { querystring: NO_PARAMETERS } },
    () => {
      const { library } = tools.judge;
      if (!made.has(library)) made.set(library, make(library));
      return made.get(library);
    },
  );
}
