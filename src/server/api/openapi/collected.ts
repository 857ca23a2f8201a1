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
  const routes: { readonly url: string; readonly method: RouteOptions["method"] }[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    routes.push({ url, method });
  });
  return (path) => [...new Set(routes.filter(({ url }) => isOf(url, path)).flatMap(({ method }) => method))];
}

/** Whether an address is one of a route's: `/rules/:id` takes anything in the place of `:id`. */
function isOf(url: string, path: string): boolean {
  const [parts, told] = [url.split("/"), path.split("/")];
  return (
    parts.length === told.length &&
    parts.every((part, at) => (part.startsWith(":") ? told[at] !== "" : part === told[at]))
  );
}
