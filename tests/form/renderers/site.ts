import { readFileSync } from "node:fs";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { root } from "../../../src/files/root.ts";
import type { Library } from "../../../src/library/library.ts";
import { serverApp } from "../../../src/server/api/app.ts";
import { Judge } from "../../../src/server/api/judged.ts";
import { Metrics } from "../../../src/server/api/metrics.ts";
import { applyRoutes } from "../../../src/server/apply/apply.ts";

/** A server with the pages for applicants, and pages with the renderers on the same address. */
export interface Site {
  readonly address: string;
  readonly form: (
    service: string,
    query: { readonly language: string; readonly renderer: string; readonly at: string },
  ) => Promise<unknown>;
  readonly check: (
    request: object,
  ) => Promise<{ readonly status: number; readonly answer: Record<string, unknown> }>;
  readonly close: () => Promise<void>;
}

/** The clock of the pages for applicants. */
const NOW = Date.parse("2026-11-30T10:00:00+05:00");

export async function serve(library: Library, bundles: string): Promise<Site> {
  const judge = new Judge(library);
  const app: FastifyInstance = await serverApp({
    judge,
    metrics: new Metrics(),
    decisions: undefined,
    tokens: undefined,
    now: () => NOW,
    log: () => undefined,
  });
  const pages = Fastify();
  await pages.register(applyRoutes, {
    prefix: "/apply",
    tools: { judge },
    now: () => NOW,
    log: console.error,
    lang: "ru",
    assets: join(root, "src/web/apply"),
  });
  pages.get<{ Params: { page: string } }>("/:page", (request, reply) =>
    reply
      .type("text/html; charset=utf-8")
      .send(
        `<!doctype html><meta charset="utf-8"><title>${request.params.page}</title><div id="form"></div><script src="/out/${request.params.page}.js"></script>`,
      ),
  );
  pages.get<{ Params: { file: string } }>("/out/:file", (request, reply) =>
    reply.type("text/javascript").send(readFileSync(join(bundles, request.params.file))),
  );
  const address = await pages.listen({ host: "127.0.0.1", port: 0 });
  return {
    address,
    form: async (service, query) =>
      (
        await app.inject({ url: `/services/${encodeURIComponent(service)}/form`, query: { ...query } })
      ).json(),
    check: async (request) => {
      const answer = await app.inject({ method: "POST", url: "/check", payload: request });
      return { status: answer.statusCode, answer: answer.json() };
    },
    close: async () => {
      await pages.close();
      await app.close();
    },
  };
}
