import type { FastifyInstance } from "fastify";

const A_DAY_SECONDS = 86_400;

/**
 * Lets pages of these origins ask (`https://portal.example`): the browser's own question before is answered, without a
 * token, for what the API takes. Cookies are of no use here, and the workbench answers its own pages alone.
 */
export function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  const allowed = new Set(origins);
  app.addHook("onRequest", (request, reply, done) => {
    if (request.url.startsWith("/review")) {
      done();
      return;
    }
    void reply.header("vary", "origin");
    const { origin } = request.headers;
    if (origin === undefined || !allowed.has(origin)) {
      done();
      return;
    }
    void reply.headers({
      "access-control-allow-origin": origin,
      "access-control-expose-headers": "x-request-id, retry-after, etag",
    });
    if (request.method === "OPTIONS" && request.headers["access-control-request-method"] !== undefined)
      void reply
        .code(204)
        .headers({
          "access-control-allow-methods": "GET, HEAD, POST",
          "access-control-allow-headers":
            "authorization, content-type, x-request-id, traceparent, tracestate",
          "access-control-max-age": A_DAY_SECONDS,
        })
        .send();
    else done();
  });
}
