import type { FastifyInstance } from "fastify";
import type { LiveTokens } from "../../files/live-tokens.ts";
import type { Scope } from "../../files/read-tokens.ts";
import { problem, sendProblem } from "./problem.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What a token has to be for: `check` where nothing is said, `any` for every token, `none` for everybody. */
    readonly scope?: Scope | "any" | "none";
  }
  interface FastifyRequest {
    /** The name of the token that was shown. */
    asker: string | null;
  }
}

const REALM = 'Bearer realm="tarmaq"';

/** Lets only holders of a token in, where there are any, each to the routes that the token is for. */
export function requireBearer(app: FastifyInstance, tokens: LiveTokens | undefined): void {
  if (tokens === undefined) return;
  app.addHook("onRequest", (request, reply, done) => {
    const scope = request.routeOptions.config.scope ?? "check";
    const told = /^Bearer ([\x21-\x7e]{1,500})$/i.exec(request.headers.authorization ?? "")?.[1];
    const holder = told === undefined ? undefined : tokens.holder(told);
    request.asker = holder?.name ?? null;
    if (scope === "none" || (holder !== undefined && (scope === "any" || holder.scopes.includes(scope)))) {
      done();
      return;
    }
    if (holder === undefined) {
      void reply.header("www-authenticate", REALM);
      sendProblem(reply, problem("unauthorized"));
      return;
    }
    void reply.header("www-authenticate", `${REALM}, error="insufficient_scope", scope="${scope}"`);
    sendProblem(reply, problem("forbidden", `A token with scope=${scope} is needed.`));
  });
}
