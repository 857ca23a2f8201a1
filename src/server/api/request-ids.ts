import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyRequest, RawRequestDefaultExpression } from "fastify";

const ID = /^[\w.-]{1,64}$/;

/** Ids of requests: the one that came along in `X-Request-Id`, where it is a plain word, else one that no other server gives. */
export function requestIds(): (request: RawRequestDefaultExpression) => string {
  const own = `${randomBytes(6).toString("hex")}-`;
  let count = 0;
  return ({ headers }) => {
    const sent = headers["x-request-id"];
    return typeof sent === "string" && ID.test(sent) ? sent : own + (count += 1).toString(36);
  };
}

/** Says with every answer which request it is to. */
export function tellRequestId(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    void reply.header("x-request-id", request.id);
    done();
  });
}

const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The trace that a request belongs to (W3C Trace Context), where it says so as it should. */
export function traceOf({ headers }: FastifyRequest): string | undefined {
  const { traceparent } = headers;
  return typeof traceparent === "string" && TRACEPARENT.test(traceparent) ? traceparent : undefined;
}
