import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ActUnderReview } from "../../desk/act.ts";
import { reviewService } from "../../desk/review-service.ts";
import { KINDS, type Kind } from "../../model/rule.ts";
import { deskPage, type DeskFilter } from "../../web/desk.tsx";
import { formHtml } from "../../web/rule-form.tsx";
import { type ShelfAct, shelfPage } from "../../web/shelf.tsx";
import { type CardState, STATES } from "../../web/views.ts";
import { html, missing } from "./answers.ts";
import type { Workbench } from "./bench.ts";
import { textLines } from "./lines.ts";
import { countsOf, cardOf, placedCards, reviewsOf } from "./desk.ts";
import { selectedWords } from "./selection.ts";

type Query = Readonly<Record<string, string | undefined>>;

/** What is only looked at: the shelf, and the desk of an act. */
export function pageRoutes(app: FastifyInstance, bench: Workbench): void {
  app.get("/", async (request, reply) => {
    const kind = kindOf(queryOf(request)["kind"]);
    const acts = await Promise.all((await bench.acts.all()).map((act) => shelfAct(act, kind)));
    return html(reply, shelfPage(bench.chrome(request), acts, kind));
  });

  app.get<{ Params: { act: string } }>("/desk/:act", async (request, reply) => {
    const act = await bench.acts.byId(request.params.act);
    if (act === undefined) return missing(reply);
    const filter = filterOf(queryOf(request));
    const reviews = await reviewsOf(act, filter.service);
    const cards = placedCards(reviews, filter, act);
    const desk = {
      act: act.id,
      title: titleOf(act),
      language: act.language,
      services: act.services.map(({ number, name }) => ({ number, name })),
      filter,
      cards: cards.map(({ card }) => card),
      lines: textLines(act.text, cards),
      twin: { refused: act.twinRefused, isOneVersion: act.twin?.parity.isOneVersion !== false },
      torn: reviews.some((one) => one.torn.length > 0),
    };
    return html(reply, deskPage(bench.chrome(request), desk));
  });
}

/** The forms that the desk asks for. */
export function formRoutes(app: FastifyInstance, bench: Workbench): void {
  app.get("/form", async (request, reply) => {
    const query = queryOf(request);
    const act = await bench.acts.byId(query["act"] ?? "");
    const rule = query["rule"];
    const place = query["place"];
    const matter = { ...(rule !== undefined && { rule }), ...(place !== undefined && { place }) };
    const { lang } = bench.chrome(request);
    if (act === undefined) return missing(reply);
    for (const now of await reviewsOf(act)) {
      const card = cardOf(now, matter, 0, act);
      if (card === undefined) continue;
      const { service, path, quote } = card;
      if (rule === undefined)
        return html(reply, formHtml({ is: "dismiss", service, path, words: quote }, lang));
      if (card.kind === undefined || card.values === undefined) continue;
      if (query["is"] === "reject") return html(reply, formHtml({ is: "reject", rule, service }, lang));
      const values = { cite: card.cite, ...card.values };
      return html(reply, formHtml({ is: "edit", rule, service, kind: card.kind, values }, lang));
    }
    return missing(reply);
  });

  app.get("/form/new", async (request, reply) => {
    const query = queryOf(request);
    const act = await bench.acts.byId(query["act"] ?? "");
    const words = act && selectedWords(act, Number(query["start"]), Number(query["end"]));
    if (words === undefined) return missing(reply);
    const subject = {
      is: "add" as const,
      service: words.service.number,
      kind: kindOf(query["kind"]) ?? "deadline",
      values: { cite: words.cite },
      words: words.words,
      path: words.path,
    };
    return html(reply, formHtml(subject, bench.chrome(request).lang));
  });
}

/** The act's title, or its file's name where the text has none. */
const titleOf = ({ about, text }: ActUnderReview): string =>
  about === undefined || about.title === "unknown" ? text.file : about.title;

const queryOf = (request: FastifyRequest): Query => request.query as Query;

const kindOf = (value: string | undefined): Kind | undefined => KINDS.find((kind) => kind === value);

function filterOf(query: Query): DeskFilter {
  const service = query["service"];
  const kind = kindOf(query["kind"]);
  const state = STATES.find((one): one is CardState => one === query["state"]);
  return {
    ...(service !== undefined && /^\d{1,4}$/u.test(service) && { service: Number(service) }),
    ...(kind !== undefined && { kind }),
    ...(state !== undefined && { state }),
  };
}

async function shelfAct(act: ActUnderReview, kind: Kind | undefined): Promise<ShelfAct> {
  const { about } = act;
  const services = await Promise.all(
    act.services.map(async (service) => ({
      number: service.number,
      name: service.name,
      counts: countsOf(await reviewService(act, service), kind),
    })),
  );
  return {
    id: act.id,
    title: titleOf(act),
    subtitle: about === undefined ? act.text.file : `${about.body} · ${about.date} · № ${about.number}`,
    language: act.language,
    services,
  };
}
