import type { FastifyInstance, RouteOptions } from "fastify";
import type { DocumentedRoute } from "./document.ts";

/** The routes of an app that are registered from now on and say what they do, for its document. */
export function documentedRoutes(app: FastifyInstance): readonly DocumentedRoute[] {
  const routes: DocumentedRoute[] = [];
  app.addHook("onRoute", ({ method, url, schema, config }) => {
    const operation = config?.operation;
    // Fastify answers HEAD wherever it answers GET.
    if (operation === undefined || config?.isAlias === true || method === "HEAD") return;
    for (const one of [method].flat())
      routes.push({ method: one, url, schema, operation, scope: config?.scope ?? "check" });
  });
  return routes;
}

/** Tells which methods an address takes, of an app whose routes are registered from now on. */
export function methodsByAddress(app: FastifyInstance): (path: string) => string[] {
  const routes: { readonly address: RegExp; readonly method: RouteOptions["method"] }[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    routes.push({ address: addressPattern(url), method });
  });
  return (path) => [
    ...new Set(routes.filter(({ address }) => address.test(path)).flatMap(({ method }) => method)),
  ];
}

/** `/rules/:id` as a pattern for addresses. */
const addressPattern = (url: string): RegExp =>
  new RegExp(
    `^${url
      .split("/")
      .map((part) => (part.startsWith(":") ? "[^/]+" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")))
      .join("/")}$`,
  );
