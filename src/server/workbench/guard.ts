import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { notePage } from "../../web/layout.tsx";
import { ui } from "../../web/ui.ts";
import type { Chrome } from "../../web/views.ts";
import { html } from "./answers.ts";
import { rememberLang } from "./interface-language.ts";
import { isOwnHost, isPassedOn, isSameOrigin, type Reviewers, type Sessions } from "./sessions.ts";

const HEADERS = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/** Who is let in, and what a page is made with for those who are not. */
export interface Guarded {
  readonly reviewers: Reviewers;
  readonly sessions: Sessions;
  readonly isSecure: (request: FastifyRequest) => boolean;
  /** Is told the session of every request. */
  readonly begun: (request: FastifyRequest, session: string) => void;
  readonly chrome: (request: FastifyRequest) => Chrome;
}

/**
 * Lets in who addresses this server by a name of its own and has signed in, and changes only from its own pages, with
 * the token of the session.
 */
export function guard(app: FastifyInstance, guarded: Guarded): void {
  const { sessions, isSecure, begun, chrome } = guarded;
  app.addHook("onRequest", async (request, reply) => {
    void reply.headers(HEADERS);
    const { id, setCookie } = sessions.of(request, isSecure(request));
    begun(request, id);
    // Signing in gives one of its own, and no other change is made without a page that has one.
    if (setCookie !== undefined && request.method === "GET") void reply.header("set-cookie", setCookie);
    rememberLang(request, reply);
    const standing = standingOf(request, id, guarded, app.prefix);
    if (standing === "let-in") return undefined;
    return standing === "sign-in"
      ? reply.redirect(`${app.prefix}/sign-in`)
      : forbidden(request, reply, chrome(request), guarded.reviewers);
  });
}

function standingOf(
  request: FastifyRequest,
  session: string,
  { reviewers, sessions }: Guarded,
  prefix: string,
): "let-in" | "sign-in" | "forbidden" {
  const isChange = request.method === "POST";
  if (!isOwnHost(request, reviewers)) return "forbidden";
  if (isChange && !isSameOrigin(request)) return "forbidden";
  if (isOpenToAll(request, prefix)) return "let-in";
  if (isChange && !sessions.isToken(session, request.headers["x-tarmaq-token"])) return "forbidden";
  if (sessions.reviewer(session) !== undefined) return "let-in";
  return request.method === "GET" ? "sign-in" : "forbidden";
}

function isOpenToAll(request: FastifyRequest, prefix: string): boolean {
  const [path = ""] = request.url.split("?");
  return [`${prefix}/sign-in`, `${prefix}/sign-out`].includes(path) || path.startsWith(`${prefix}/assets/`);
}

function forbidden(
  request: FastifyRequest,
  reply: FastifyReply,
  chrome: Chrome,
  reviewers: Reviewers,
): FastifyReply {
  const isThroughProxy = reviewers.is === "local" && isPassedOn(request);
  const words = ui(isThroughProxy ? "throughProxy" : "forbidden", chrome.lang);
  return request.method === "GET"
    ? html(reply.code(403), notePage(chrome, words, undefined))
    : reply.code(403).send({ error: words });
}
