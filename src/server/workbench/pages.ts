import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ActUnderReview } from "../../desk/act.ts";
import { decidedShares } from "../../desk/decided-shares.ts";
import { KINDS, type Kind } from "../../model/rule.ts";
import { deskPage, type DeskFilter } from "../../web/desk.tsx";
import { type ShelfAct, shelfPage } from "../../web/shelf.tsx";
import { type CardState, STATES } from "../../web/views.ts";
import { html, missing } from "./answers.ts";
import type { Workbench } from "./bench.ts";
import { textLines } from "./lines.ts";
import { countsOf, placedCards, reviewsOf } from "./desk.ts";
import { deskShares } from "./shares.ts";

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
      shares: deskShares(filter.service === undefined ? reviews : await reviewsOf(act), filter.service),
      torn: reviews.some((one) => one.torn.length > 0),
    };
    return html(reply, deskPage(bench.chrome(request), desk));
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
  const reviews = await reviewsOf(act);
  const services = reviews.map((now) => ({
    number: now.service.number,
    name: now.service.name,
    counts: countsOf(now, act, kind),
    shares: decidedShares([now]),
  }));
  return {
    id: act.id,
    title: titleOf(act),
    subtitle: about === undefined ? act.text.file : `${about.body} · ${about.date} · № ${about.number}`,
    language: act.language,
    shares: decidedShares(reviews),
    services,
  };
}
