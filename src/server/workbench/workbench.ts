import type { Language } from "../../model/language.ts";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sweep } from "../../files/acts-folder.ts";
import { readVocabulary } from "../../files/read-vocabulary.ts";
import type { ReviewedIn } from "../../desk/act.ts";
import { Unkept } from "../../store/unkept.ts";
import { Trouble } from "../../model/trouble.ts";
import { Names } from "../../report/names.ts";
import { notePage } from "../../web/layout.tsx";
import { opening } from "../../web/opening-words.ts";
import { ui } from "../../web/ui.ts";
import type { Chrome } from "../../web/views.ts";
import { parseBody, UnreadableBody } from "../api/json-body.ts";
import { aboutRoutes } from "./about.ts";
import { Acts } from "./acts.ts";
import { html } from "./answers.ts";
import type { Workbench } from "./bench.ts";
import { bookRoutes } from "./book-routes.ts";
import { LARGEST_ACT, LARGEST_BODY, MEGABYTE } from "./limits.ts";
import { openingRoutes } from "./opening.ts";
import { changeRoutes } from "./changes.ts";
import { conditionRoutes } from "./condition-routes.ts";
import { guard } from "./guard.ts";
import { langOf } from "./interface-language.ts";
import { formRoutes } from "./forms.ts";
import { pageRoutes } from "./pages.ts";
import { type Reviewers, Sessions } from "./sessions.ts";
import { signInRoutes } from "./sign-in.ts";
import { Turns } from "./turns.ts";
import { vocabularyRoutes } from "./vocabulary-routes.ts";

export interface ReviewOptions {
  /** Folders whose acts are reviewed, and files of acts. */
  readonly acts: { readonly folders: readonly string[]; readonly files: readonly string[] };
  /** Where acts are kept that people open. */
  readonly kept: string;
  /** Where paths start that somebody on this machine names. */
  readonly cwd: string;
  /** Where rulebooks and decisions are kept. */
  readonly rules: ReviewedIn;
  readonly reviewers: Reviewers;
  /** The one act's text in its other language, where a file was named; else it is looked for beside each act. */
  readonly twin?: string | undefined;
  /** Language of the interface where the browser has not chosen one. */
  readonly lang: Language;
  /** Folder that has the script and the style sheet. */
  readonly assets: string;
  readonly now: () => number;
  /** Whether a request came by TLS, where its connection does not tell. */
  readonly isSecure?: (request: FastifyRequest) => boolean;
}

/**
 * The workbench as a fastify plugin, to be registered under a prefix of its own. Every change has to come from a page of
 * this server, with the token of its session; without named tokens only this machine's own names are answered.
 */
export function reviewRoutes(app: FastifyInstance, options: ReviewOptions, done: () => void): void {
  const sessions = new Sessions(options.reviewers, options.now);
  const vocabulary = readVocabulary();
  const ids = new WeakMap<FastifyRequest, string>();
  const sessionOf = (request: FastifyRequest): string => ids.get(request) ?? "";
  const chrome = (request: FastifyRequest): Chrome => {
    const reviewer = sessions.reviewer(sessionOf(request));
    const lang = langOf(request, options.lang);
    return {
      lang,
      names: new Names(vocabulary, lang),
      vocabulary,
      base: app.prefix,
      token: sessions.token(sessionOf(request)),
      here: request.url,
      ...(reviewer !== undefined && { reviewer, maySignOut: !sessions.isLocal() }),
    };
  };
  const bench: Workbench = {
    acts: new Acts({ ...options.acts, rules: options.rules, twin: options.twin }),
    mayNamePaths: () => sessions.isLocal(),
    reviewerNames: () => sessions.names(),
    now: options.now,
    chrome,
    reviewer: (request) => sessions.reviewer(sessionOf(request)) ?? "",
  };
  const begun = (request: FastifyRequest, session: string): void => void ids.set(request, session);
  const isSecure = options.isSecure ?? (({ protocol }) => protocol === "https");
  guard(app, { reviewers: options.reviewers, sessions, isSecure, begun, chrome });
  readJson(app);
  answerFaults(app, chrome);
  signInRoutes(app, { sessions, sessionOf, isSecure, chrome, now: options.now });
  assetRoutes(app, options.assets);
  pageRoutes(app, bench);
  formRoutes(app, bench);
  const turns = new Turns();
  changeRoutes(app, bench, turns, LARGEST_BODY);
  bookRoutes(app, bench, LARGEST_BODY);
  vocabularyRoutes(app, bench, turns, LARGEST_BODY);
  conditionRoutes(app, bench, LARGEST_BODY);
  aboutRoutes(app, bench, LARGEST_BODY);
  openingRoutes(app, bench, { acts: options.kept, cwd: options.cwd });
  void sweep(options.kept, options.now()).then(done, done);
}

/** Of a condition within conditions, which a request may hold. */
const DEEPEST = 128;

/** Reads JSON as the API does: in UTF-8, each name of an object once. */
function readJson(app: FastifyInstance): void {
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_, body, done) => {
    try {
      done(null, parseBody(body as Buffer, DEEPEST));
    } catch (error) {
      done(error as Error);
    }
  });
}

function answerFaults(app: FastifyInstance, chrome: (request: FastifyRequest) => Chrome): void {
  app.setNotFoundHandler((request, reply) => {
    const { lang } = chrome(request);
    return html(reply.code(404), notePage(chrome(request), ui("notFound", lang), undefined));
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof UnreadableBody) {
      const words = ui("unreadableBody", chrome(request).lang);
      return reply.code(error.problem.status).send({ ok: false, error: words });
    }
    if (error instanceof Unkept) return storeAway(request, reply, chrome(request));
    if (error instanceof Trouble) return reply.code(409).send({ error: told(error) });
    const status = error.statusCode ?? 500;
    if (status === TOO_LARGE && request.headers["content-type"] === "application/octet-stream") {
      const words = opening("tooLarge", chrome(request).lang).replace("{0}", String(LARGEST_ACT / MEGABYTE));
      return reply.code(status).send({ ok: false, error: words });
    }
    if (status >= 500) request.log.error(error);
    return reply.code(status).send({ error: status >= 500 ? "a fault of ours" : error.message });
  });
}

/** A page where a person asks for one, else words for the page that is open. */
function storeAway(request: FastifyRequest, reply: FastifyReply, chrome: Chrome): FastifyReply {
  const words = ui("storeAway", chrome.lang);
  return request.headers.accept?.includes("text/html") === true
    ? html(reply.code(STORE_AWAY), notePage(chrome, words, undefined))
    : reply.code(STORE_AWAY).send({ ok: false, error: words });
}

const TOO_LARGE = 413;
const STORE_AWAY = 503;

const told = (error: Trouble): string =>
  [error.at.file, error.at.place, error.message].filter((part) => part !== undefined).join(": ");

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
