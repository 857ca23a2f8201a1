import type { FastifyReply } from "fastify";

/** Sends a page. */
export const html = (reply: FastifyReply, page: string): FastifyReply =>
  reply.type("text/html; charset=utf-8").send(page);

/** Answers as for any page that is not there. */
export function missing(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}
