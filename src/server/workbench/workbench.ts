import { LANGUAGES, type Language } from "../../model/language.ts";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readVocabulary } from "../../files/read-vocabulary.ts";
import type { RulesFolder } from "../../files/rules-folder.ts";
import { Trouble } from "../../model/trouble.ts";
import { Names } from "../../report/names.ts";
import { notePage } from "../../web/layout.tsx";
import { signInPage } from "../../web/sign-in.tsx";
import { ui } from "../../web/ui.ts";
import type { Chrome } from "../../web/views.ts";
import { Acts } from "./acts.ts";
import { changeRoutes } from "./changes.ts";
import { pageRoutes } from "./pages.ts";
import { cookies, isOwnHost, isSameOrigin, type Reviewers, Sessions } from "./sessions.ts";

export interface ReviewOptions {
  /** Files of the acts to be reviewed. */
  readonly acts: readonly string[];
  /** Where rulebooks and decisions are kept. */
  readonly rules: RulesFolder;
  readonly reviewers: Reviewers;
  /** Language of the interface where the browser has not chosen one. */
  readonly lang: Language;
  /** Folder that has the script and the style sheet. */
  readonly assets: string;
  readonly now: () => number;
}

/** What a handler needs of its surroundings. */
export interface Workbench {
  readonly acts: Acts;
  readonly now: () => number;
  readonly chrome: (request: FastifyRequest) => Chrome;
  readonly reviewer: (request: FastifyRequest) => string;
}

const LARGEST_BODY = 256 * 1024;
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/**
 * The workbench as a fastify plugin, to be registered under a prefix of its own. Every change has to come from a page of
 * this server, with the token of its session; without named tokens only this machine's own names are answered.
 */
export function reviewRoutes(app: FastifyInstance, options: ReviewOptions, done: () => void): void {
  const sessions = new Sessions(options.reviewers);
  const vocabulary = readVocabulary();
  const ids = new WeakMap<FastifyRequest, string>();
  const sessionOf = (request: FastifyRequest): string => ids.get(request) ?? "";
  const chrome = (request: FastifyRequest): Chrome => {
    const reviewer = sessions.reviewer(sessionOf(request));
    const lang = langOf(request, options.lang);
    return {
      lang,
      names: new Names(vocabulary, lang),
      documents: vocabulary.documents.map(({ id }) => id),
      base: app.prefix,
      token: sessions.token(sessionOf(request)),
      here: request.url,
      ...(reviewer !== undefined && { reviewer }),
    };
  };
  const bench: Workbench = {
    acts: new Acts(options.acts, options.rules),
    now: options.now,
    chrome,
    reviewer: (request) => sessions.reviewer(sessionOf(request)) ?? "",
  };

  app.addHook("onRequest", async (request, reply) => {
    void reply.headers(HEADERS);
    const { id, setCookie } = sessions.of(request);
    ids.set(request, id);
    if (setCookie !== undefined) void reply.header("set-cookie", setCookie);
    rememberLang(request, reply);
    if (!isOwnHost(request, options.reviewers)) return forbidden(request, reply, chrome(request));
    if (request.method === "POST" && !isSameOrigin(request))
      return forbidden(request, reply, chrome(request));
    if (isOpenToAll(request, app.prefix)) return undefined;
    if (request.method === "POST" && !sessions.isToken(id, request.headers["x-tarmaq-token"]))
      return forbidden(request, reply, chrome(request));
    if (sessions.reviewer(id) === undefined)
      return request.method === "GET"
        ? reply.redirect(`${app.prefix}/sign-in`)
        : forbidden(request, reply, chrome(request));
    return undefined;
  });
  app.setNotFoundHandler((request, reply) => {
    const { lang } = chrome(request);
    return html(reply.code(404), notePage(chrome(request), ui("notFound", lang), undefined));
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof Trouble) return reply.code(409).send({ error: told(error) });
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    return reply.code(status).send({ error: status >= 500 ? "a fault of ours" : error.message });
  });
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: 4096 },
    (_, body, give) => {
      give(null, new URLSearchParams(String(body)));
    },
  );
  signInRoutes(app, sessions, chrome);
  assetRoutes(app, options.assets);
  pageRoutes(app, bench);
  changeRoutes(app, bench, LARGEST_BODY);
  done();
}

const told = (error: Trouble): string =>
  [error.at.file, error.at.place, error.message].filter((part) => part !== undefined).join(": ");

const isOpenToAll = (request: FastifyRequest, prefix: string): boolean =>
  request.url.split("?")[0] === `${prefix}/sign-in` || request.url.startsWith(`${prefix}/assets/`);

function forbidden(request: FastifyRequest, reply: FastifyReply, chrome: Chrome): FastifyReply {
  const words = ui("forbidden", chrome.lang);
  return request.method === "GET"
    ? html(reply.code(403), notePage(chrome, words, undefined))
    : reply.code(403).send({ error: words });
}

function signInRoutes(
  app: FastifyInstance,
  sessions: Sessions,
  chrome: (request: FastifyRequest) => Chrome,
): void {
  app.get("/sign-in", (request, reply) => html(reply, signInPage(chrome(request), false)));
  app.post("/sign-in", (request, reply) => {
    const token = request.body instanceof URLSearchParams ? request.body.get("token") : undefined;
    const session = sessions.signIn((token ?? "").trim());
    if (session === undefined) return html(reply.code(401), signInPage(chrome(request), true));
    return reply.header("set-cookie", session.setCookie).redirect(`${app.prefix}/`, 303);
  });
}

/** Two files, by name: what is asked for never becomes a path. */
function assetRoutes(app: FastifyInstance, folder: string): void {
  for (const [name, type] of [
    ["browser.js", "text/javascript; charset=utf-8"],
    ["workbench.css", "text/css; charset=utf-8"],
  ] as const)
    app.get(`/assets/${name}`, async (_request, reply) =>
      reply
        .type(type)
        .header("cache-control", "no-cache")
        .send(await readFile(join(folder, name))),
    );
}

/** Answers as for any page that is not there. */
export function missing(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}

export const html = (reply: FastifyReply, page: string): FastifyReply =>
  reply.type("text/html; charset=utf-8").send(page);

const isLang = (value: unknown): value is Language => LANGUAGES.some((one) => one === value);

function langOf(request: FastifyRequest, fallback: Language): Language {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  if (isLang(asked)) return asked;
  const kept = cookies(request)["tarmaq-lang"];
  return isLang(kept) ? kept : fallback;
}

function rememberLang(request: FastifyRequest, reply: FastifyReply): void {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  if (isLang(asked))
    void reply.header("set-cookie", `tarmaq-lang=${asked}; Path=/; SameSite=Strict; Max-Age=31536000`);
}
