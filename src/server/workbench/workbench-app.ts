import { fastify, type FastifyInstance } from "fastify";
import { reviewRoutes, type ReviewOptions } from "./workbench.ts";

const LARGEST_BODY = 1024 * 1024;

/** Of an act's id in an address. */
const LONGEST_PARAMETER = 300;

/** The workbench alone, ready to listen. */
export async function workbenchApp(options: ReviewOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
  });
  await app.register(reviewRoutes, { prefix: "/review", ...options });
  app.get("/", (_request, reply) => reply.redirect("/review/"));
  return app;
}
