import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { buildBook } from "../../desk/build-book.ts";
import { deriveBook } from "../../desk/derive-book.ts";
import { proposalsFor } from "../../desk/propose-book.ts";
import { reviewService } from "../../desk/review-service.ts";
import { COUNTRIES } from "../../files/countries.ts";
import { BOOK_FIELDS } from "../../model/book-proposal.ts";
import { strictJson } from "../../model/strict-json.ts";
import type { NotHeld } from "../../model/not-held.ts";
import { draftWords, gapWords } from "../../report/book/book-words.ts";
import { rulebookHtml } from "../../report/rules/html.ts";
import { bookFormHtml } from "../../web/book-form.tsx";
import type { BookFormSubject } from "../../web/book-form-subject.ts";
import { bookPage } from "../../web/book-page.tsx";
import { bookUi } from "../../web/book-ui.ts";
import { html, missing } from "./answers.ts";
import type { Workbench } from "./bench.ts";
import { bookView, fieldView } from "./book.ts";
import { ACT_ID, type FoundService, SERVICE_NUMBER, serviceAsked } from "./service-asked.ts";
import { Turns } from "./turns.ts";

type Named = FastifyRequest<{ Params: { act: string; service: string } }>;
type Build = FastifyRequest<{ Body: { act: string; service: number } }>;
type Query = Readonly<Record<string, string | undefined>>;

const BUILD = {
  type: "object",
  required: ["act", "service"],
  properties: {
    act: ACT_ID,
    service: SERVICE_NUMBER,
  },
};
/** The page of a book brings its style along and runs nothing. */
const SHOWN_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'";

/** The page of a book, its forms, the book as a lawyer reads it and as a file, and building it. */
export function bookRoutes(app: FastifyInstance, bench: Workbench, bodyLimit: number): void {
  const turns = new Turns();
  app.get("/book/:act/:service", async (request: Named, reply) => {
    const found = await namedIn(bench, request);
    if (found === undefined) return missing(reply);
    const now = await reviewService(found.act, found.service);
    return html(
      reply,
      bookPage(bench.chrome(request), await bookView(found.act, now, bench.reviewer(request))),
    );
  });
  app.get("/book/:act/:service/shown", (request: Named, reply) => shown(bench, request, reply));
  app.get("/book/:act/:service/json", async (request: Named, reply) => {
    const found = await namedIn(bench, request);
    if (found === undefined) return missing(reply);
    const derived = deriveBook(found.act, await reviewService(found.act, found.service));
    const draft = derived.gaps.length > 0 ? "-draft" : "";
    const name = `${found.act.id}-${found.service.number}-${found.act.version}${draft}.json`;
    return reply
      .type("application/json; charset=utf-8")
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(derived.content);
  });
  app.get("/book/form", (request, reply) => form(bench, request, reply));
  app.post("/book/build", { bodyLimit, schema: { body: BUILD } }, (request: Build, reply) =>
    built(bench, turns, request, reply),
  );
}

const namedIn = (bench: Workbench, { params: { act, service } }: Named): Promise<FoundService | undefined> =>
  serviceAsked(bench, { act, service: /^\d{1,4}$/u.test(service) ? Number(service) : -1 });

/** The book as `rules show --html` shows it; marked as a draft until it can be built. */
async function shown(bench: Workbench, request: Named, reply: FastifyReply): Promise<FastifyReply> {
  const found = await namedIn(bench, request);
  if (found === undefined) return missing(reply);
  const { lang, names } = bench.chrome(request);
  const { book, gaps } = deriveBook(found.act, await reviewService(found.act, found.service));
  const draft = gaps.length === 0 ? [] : [draftWords(lang), ...gaps.map((gap) => gapWords(gap, lang))];
  return html(reply.header("content-security-policy", SHOWN_POLICY), rulebookHtml(book, names, lang, draft));
}

async function built(bench: Workbench, turns: Turns, request: Build, reply: FastifyReply): Promise<unknown> {
  const found = await serviceAsked(bench, request.body);
  if (found === undefined) return missing(reply);
  const { lang } = bench.chrome(request);
  return turns.take(found.service.bookFile.file, async () => {
    const derived = deriveBook(found.act, await reviewService(found.act, found.service));
    if (await buildBook(derived)) return { ok: true, announce: bookUi("announceBuilt", lang) };
    return reply.code(422).send({ ok: false, error: bookUi("notBuilt", lang) });
  });
}

async function form(bench: Workbench, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const query = request.query as Query;
  const found = await serviceAsked(bench, { act: query["act"] ?? "", service: Number(query["service"]) });
  const subject = found && (await subjectOf(bench, request, found));
  if (found === undefined || subject === undefined) return missing(reply);
  return html(reply, bookFormHtml(subject, found.service.number, bench.chrome(request).lang));
}

async function subjectOf(
  bench: Workbench,
  request: FastifyRequest,
  { act, service }: FoundService,
): Promise<BookFormSubject | undefined> {
  const query = request.query as Query;
  const what = read(query["what"]);
  const instead = query["instead"] !== undefined;
  switch (query["is"]) {
    case "book": {
      const field = BOOK_FIELDS.find((one) => one === query["field"]);
      if (field === undefined) return undefined;
      const now = await reviewService(act, service);
      const view = fieldView(field, now, proposalsFor(act, service), bench.reviewer(request));
      const { value, proposal, said, isDisputed } = view;
      return {
        is: "book",
        field,
        value: value ?? proposal?.value,
        settles: isDisputed ? said.map(({ decision }) => decision) : [],
        suggested: { zones: ZONES, calendars: CALENDARS },
        ...(proposal?.daysAfterPublication !== undefined && {
          daysAfterPublication: proposal.daysAfterPublication,
        }),
      };
    }
    case "not-held":
      return { is: "not-held", instead, ...(isPointer(what) && { what }) };
    case "remark":
      return { is: "remark", instead, ...(typeof what === "string" && { what }) };
    case "withdraw":
      if (typeof what === "string") return { is: "withdraw", named: { remark: what } };
      return isPointer(what) ? { is: "withdraw", named: { notHeld: what } } : undefined;
    default:
      return undefined;
  }
}

const ZONES = COUNTRIES.flatMap(({ zones }) => zones.map(({ zone }) => zone));
const CALENDARS = COUNTRIES.map(({ country }) => country);

function read(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : strictJson(json);
  } catch {
    return undefined;
  }
}

/** What a pointer has to have to be shown; what is then asked for is held against its schema. */
const isPointer = (what: unknown): what is NotHeld =>
  typeof what === "object" &&
  what !== null &&
  "what" in what &&
  typeof what.what === "string" &&
  "cite" in what &&
  "kinds" in what &&
  Array.isArray(what.kinds);
