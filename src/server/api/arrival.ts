import type { FastifyInstance, FastifyReply } from "fastify";
import { problem, sendProblem } from "./problem.ts";

/**
 * Gives a body only so long to arrive, but for streams, so that a slow sender cannot hold a connection. One clock for all that are on their
 * way: a timer for each would cost more than reading most of them.
 */
export function limitArrival(
  app: FastifyInstance,
  { longestMs, everyMs }: { readonly longestMs: number; readonly everyMs: number },
): void {
  // In the order of their beginning.
  const onTheirWay = new Set<FastifyReply>();
  const clock = setInterval(() => {
    for (const reply of onTheirWay) {
      if (reply.elapsedTime < longestMs) return;
      onTheirWay.delete(reply);
      void reply.header("connection", "close");
      sendProblem(reply, problem("timeout"));
    }
  }, everyMs).unref();
  app.addHook("onRequest", (request, reply, done) => {
    if (request.routeOptions.config.takesLines !== true) onTheirWay.add(reply);
    done();
  });
  app.addHook("preHandler", (_, reply, done) => {
    onTheirWay.delete(reply);
    done();
  });
  app.addHook("onResponse", (_, reply, done) => {
    onTheirWay.delete(reply);
    done();
  });
  app.addHook("onClose", (_, done) => {
    clearInterval(clock);
    done();
  });
}
