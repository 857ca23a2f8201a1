import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Day, day as dayNamed } from "../../calendar/day.ts";
import { NoVersion } from "../../library/no-version.ts";
import { serviceForms } from "../../library/service-form.ts";
import type { Volume } from "../../library/volume.ts";
import type { Language } from "../../model/language.ts";
import { Trouble } from "../../model/trouble.ts";
import { FORM_WORDS } from "../../report/form/words.ts";
import { Names } from "../../report/names.ts";
import { formPage, noVersionPage, sayingPage, servicesPage } from "../../web/apply/apply-pages.tsx";
import { apply, type ApplyWord } from "../../web/apply/apply-word.ts";
import type { ApplyFrame } from "../../web/apply/apply-views.ts";
import { faultEntry } from "../api/fault-entry.ts";
import type { Judge } from "../api/judged.ts";
import { UnreadableBody } from "../api/json-body.ts";
import { problem } from "../api/problem.ts";
import { filledForm, wantedIn, type FormMatter } from "./asked-form.ts";
import { DAY } from "./field-value.ts";
import { readForms, type Fields } from "./form-body.ts";
import type { FormSchema } from "../../form/form-parts.ts";
import { listedServices, listedVersions, momentAt, nameOf, pathOf, type Moment } from "./services.ts";
import { spokenIn } from "./spoken.ts";

/** What the pages for applicants work with. */
export interface ApplyOptions {
  /** May be another by the next request. */
  readonly tools: { readonly judge: Judge };
  readonly now: () => number;
  /** Takes what is said of faults of ours. */
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
  /** Language where neither the address nor the browser asks for one. */
  readonly lang: Language;
  /** Folder that has the style sheet. */
  readonly assets: string;
}

/** No script, nothing from elsewhere, and nothing that a browser or a cache would keep. */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

interface Asked {
  readonly Params: { readonly id: string; readonly number?: string };
  readonly Querystring: { readonly at?: unknown };
}

/**
 * The pages for applicants as a fastify plugin, to be registered under a prefix of its own: the questions of a service, and the verdict on
 * their answers. Open to everybody; nothing of what is sent is kept, logged or counted.
 */
export function applyRoutes(app: FastifyInstance, options: ApplyOptions, done: () => void): void {
  const formOf = serviceForms(FORM_WORDS);
  app.addHook("onRequest", (_, reply, next) => {
    void reply.headers(HEADERS);
    next();
  });
  readForms(app);
  answerTroubles(app, options);
  app.get("/assets/apply.css", async (_, reply) =>
    reply
      .type("text/css; charset=utf-8")
      .header("cache-control", "no-cache")
      .send(await readFile(join(options.assets, "apply.css"))),
  );
  app.get("/", (request, reply) => {
    const frame = frameOf(app, request, options);
    const services = listedServices(options.tools.judge.library, options.now(), app.prefix, frame.lang);
    return html(reply, servicesPage(frame, services));
  });
  for (const url of ["/:id", "/:id/:number"]) {
    app.get<Asked>(url, (request, reply) => {
      const { frame, matter } = askedFor(app, request, options, formOf);
      return html(reply, formPage(frame, filledForm(matter).form));
    });
    app.post<Asked>(url, (request, reply) =>
      answered(request, reply, askedFor(app, request, options, formOf), options),
    );
  }
  done();
}

/** A form that is asked for. */
interface AskedForm {
  readonly frame: ApplyFrame;
  readonly matter: FormMatter;
  readonly service: string;
  readonly moment: Moment;
  /** The day whose version is asked for, where one is named. */
  readonly day: Day | undefined;
}

/** The form of the version that judges now, or on the day that is named. Throws `Trouble` where there is none. */
function askedFor(
  app: FastifyInstance,
  request: FastifyRequest<Asked>,
  options: ApplyOptions,
  formOf: ReturnType<typeof serviceForms>,
): AskedForm {
  const { library } = options.tools.judge;
  const service = serviceIn(request);
  const at = dayIn(request);
  const lang = spokenIn(request, options.lang);
  const path = pathOf(app.prefix, service);
  const here = at === undefined ? path : `${path}?at=${at}`;
  const moment = momentAt(library, service, options.now());
  const day = at === undefined ? undefined : dayNamed(at);
  const volume = library.volumeInForce(service, day, moment.day);
  const frame = { lang, base: app.prefix, here };
  const schema = formOf(volume, lang) as FormSchema;
  return {
    frame,
    service,
    moment,
    day,
    matter: { schema, expiring: expiringIn(volume), lang, at },
  };
}

const expiringIn = (volume: Volume): ReadonlySet<string> =>
  new Set(
    volume
      .plan()
      .documents.filter(({ expires }) => expires)
      .map(({ id }) => id),
  );

/** The page of a form that was sent: with the verdict, or with what is to be mended before there can be one. */
function answered(
  request: FastifyRequest,
  reply: FastifyReply,
  { frame, matter, service, moment, day }: AskedForm,
  { tools }: ApplyOptions,
): FastifyReply {
  // A body of no type is none.
  if (!(request.body instanceof Map)) throw new UnreadableBody(problem("bad-request"));
  const { form, told } = filledForm(matter, request.body as Fields);
  if (told === undefined) return html(reply.code(INVALID), formPage(frame, form));
  const { library } = tools.judge;
  const verdict = library.judge({ service, submitted: moment.submitted, ...told }, { at: day });
  const { act, language } = library.bookOf(verdict);
  const names = new Names(library.vocabularyOf(verdict), frame.lang);
  const answer = { verdict, names, act, textLanguage: language };
  return html(reply, formPage(frame, wantedIn(form, verdict.undetermined), answer));
}

const INVALID = 422;

const html = (reply: FastifyReply, page: string): FastifyReply =>
  reply.type("text/html; charset=utf-8").send(page);

const serviceIn = ({ params: { id, number } }: FastifyRequest<Asked>): string =>
  number === undefined ? id : `${id}/${number}`;

/** The day in an address is no day. */
class BadDay extends Error {}

/** The day that is named; an empty one is none. */
function dayIn({ query: { at } }: FastifyRequest<Asked>): string | undefined {
  if (at === undefined || at === "") return undefined;
  if (typeof at !== "string" || !DAY.test(at)) throw new BadDay();
  return at;
}

/** The frame of a page that is not that of a form. */
const frameOf = (app: FastifyInstance, request: FastifyRequest, { lang }: ApplyOptions): ApplyFrame => ({
  lang: spokenIn(request, lang),
  base: app.prefix,
  here: request.url.split("?")[0] ?? app.prefix,
});

/** Whatever cannot be answered is a page as well. */
function answerTroubles(app: FastifyInstance, options: ApplyOptions): void {
  const saying = (
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    words: Words,
  ): FastifyReply => {
    const frame = frameOf(app, request, options);
    const [title, text] = words;
    const page = sayingPage(frame, apply(title, frame.lang), text && apply(text, frame.lang));
    return html(reply.code(status), page);
  };
  app.setNotFoundHandler((request, reply) => saying(request, reply, 404, ["notFound"]));
  for (const [url, allowed] of Object.entries(TAKEN))
    app.route({
      method: METHODS.filter((method) => !allowed.includes(method)),
      url,
      handler: (request, reply) =>
        saying(request, reply.header("allow", allowed.join(", ")), 405, ["notThisWay", "notThisWayText"]),
    });
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof NoVersion)
      return withoutVersion(error, frameOf(app, request, options), reply, options);
    if (error instanceof Trouble && error.at.place === "/service")
      return saying(request, reply, 404, ["noService", "noServiceText"]);
    if (error instanceof BadDay) return saying(request, reply, 400, ["badDay"]);
    const status = error instanceof UnreadableBody ? error.problem.status : (error.statusCode ?? 500);
    if (status < 500) return saying(request, reply, status, [titleOf(status), "unreadableText"]);
    options.log(faultEntry(error));
    return saying(request, reply, 500, ["ourFault", "ourFaultText"]);
  });
}

/** The title of a page that says something, and what is to be done. */
type Words = readonly [title: ApplyWord, text?: ApplyWord];

/** How each address may be asked. */
const TAKEN = {
  "/": ["GET", "HEAD"],
  "/assets/apply.css": ["GET", "HEAD"],
  "/:id": ["GET", "HEAD", "POST"],
  "/:id/:number": ["GET", "HEAD", "POST"],
};
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

const titleOf = (status: number): ApplyWord =>
  status === 413 ? "tooLarge" : status === 429 ? "tooMany" : "unreadable";

function withoutVersion(
  { service, isoDay }: NoVersion,
  frame: ApplyFrame,
  reply: FastifyReply,
  { tools }: ApplyOptions,
): FastifyReply {
  const volumes = tools.judge.library.versionsOf(service);
  const path = pathOf(frame.base, service);
  const [first] = volumes;
  const page = noVersionPage(
    { ...frame, here: path },
    {
      service: first === undefined ? service : nameOf(first, frame.lang),
      path,
      day: isoDay,
      versions: listedVersions(volumes, path),
    },
  );
  return html(reply.code(404), page);
}
