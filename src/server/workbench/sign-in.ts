import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { MINUTE_MS, SECOND_MS } from "../../model/time-units.ts";
import { signInPage } from "../../web/sign-in.tsx";
import { ui } from "../../web/ui.ts";
import type { Chrome } from "../../web/views.ts";
import { html } from "./answers.ts";
import type { Sessions } from "./sessions.ts";
import { Tries } from "./tries.ts";

/** Of the form that signs a reviewer in. */
const LARGEST_FORM = 4096;

/** What signing in and out works with. */
export interface SignIn {
  readonly sessions: Sessions;
  readonly sessionOf: (request: FastifyRequest) => string;
  readonly isSecure: (request: FastifyRequest) => boolean;
  readonly chrome: (request: FastifyRequest) => Chrome;
  readonly now: () => number;
}

/** Where a reviewer shows a token, after a few wrong ones only once a while has passed, and where a session is ended. */
export function signInRoutes(app: FastifyInstance, signIn: SignIn): void {
  const { sessions, sessionOf, isSecure, chrome, now } = signIn;
  const tries = new Tries(now);
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: LARGEST_FORM },
    (_, body, give) => {
      give(null, new URLSearchParams(String(body)));
    },
  );
  app.get("/sign-in", (request, reply) => html(reply, signInPage(chrome(request), undefined)));
  app.post("/sign-in", (request, reply) => {
    const wait = tries.wait(request.ip);
    if (wait > 0) return tooMany(reply, chrome(request), wait);
    const token = request.body instanceof URLSearchParams ? request.body.get("token") : undefined;
    const session = sessions.signIn((token ?? "").trim(), isSecure(request));
    if (typeof session === "object")
      return reply.header("set-cookie", session.setCookie).redirect(`${app.prefix}/`, 303);
    tries.wrong(request.ip);
    const { lang } = chrome(request);
    return session === "wrong"
      ? html(reply.code(401), signInPage(chrome(request), ui("wrongToken", lang)))
      : html(reply.code(403), signInPage(chrome(request), ui("tokenNotForReview", lang)));
  });
  app.post("/sign-out", (request, reply) =>
    reply
      .header("set-cookie", sessions.signOut(sessionOf(request), isSecure(request)))
      .redirect(`${app.prefix}/sign-in`, 303),
  );
}

function tooMany(reply: FastifyReply, chrome: Chrome, wait: number): FastifyReply {
  const words = ui("tooManyTries", chrome.lang).replace("{0}", String(Math.ceil(wait / MINUTE_MS)));
  void reply.code(429).header("retry-after", Math.ceil(wait / SECOND_MS));
  return html(reply, signInPage(chrome, words));
}
