import { basename } from "node:path";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ActUnderReview } from "../../desk/act.ts";
import { decidedShares } from "../../desk/decided-shares.ts";
import { ACT_ENDINGS } from "../../files/act-endings.ts";
import { told, UNKNOWN } from "../../model/about.ts";
import type { Language } from "../../model/language.ts";
import { KINDS, type Kind } from "../../model/rule.ts";
import { deskPage, type DeskFilter } from "../../web/desk.tsx";
import { missingOf } from "../../web/act-fields.ts";
import type { KnownOfAct } from "../../web/known.tsx";
import { type ShelfAct, shelfPage } from "../../web/shelf.tsx";
import { type CardState, STATES } from "../../web/views.ts";
import { html, missing } from "./answers.ts";
import type { Workbench } from "./bench.ts";
import { LARGEST_ACT, MEGABYTE } from "./limits.ts";
import { textLines } from "./lines.ts";
import { countsOf, placedCards, reviewsOf } from "./desk.ts";
import { withOwnNames } from "./own-names.ts";
import { commentsOf } from "./card-talk.ts";
import { peopleOf } from "./people.ts";
import { deskShares } from "./shares.ts";
import { otherText } from "./twin-lines.ts";
import { troubleWords } from "./trouble-words.ts";
import type { ServiceReview } from "../../desk/review-service.ts";
import { threadFor } from "../../review/talk.ts";
import type { ServiceTalk } from "../../web/service-talk.tsx";

type Query = Readonly<Record<string, string | undefined>>;

/** What is only looked at: the shelf, and the desk of an act. */
export function pageRoutes(app: FastifyInstance, bench: Workbench): void {
  app.get("/", async (request, reply) => {
    const kind = kindOf(queryOf(request)["kind"]);
    const chrome = bench.chrome(request);
    const { acts, refused } = await bench.acts.all();
    const shelf = {
      acts: await Promise.all(acts.map((act) => shelfAct(act, kind, chrome.lang))),
      refused: refused.map(({ path, trouble }) => ({
        file: basename(path),
        why: troubleWords(trouble, chrome.lang),
      })),
      form: {
        mayNamePaths: bench.mayNamePaths(),
        largest: LARGEST_ACT / MEGABYTE,
        endings: [...ACT_ENDINGS],
      },
    };
    return html(reply, shelfPage(chrome, shelf, kind));
  });

  app.get<{ Params: { act: string } }>("/desk/:act", async (request, reply) => {
    const act = await bench.acts.byId(request.params.act);
    if (act === undefined) return missing(reply);
    const filter = filterOf(queryOf(request));
    const all = await reviewsOf(act);
    const reviews =
      filter.service === undefined ? all : all.filter(({ service }) => service.number === filter.service);
    const chrome = bench.chrome(request);
    const cards = placedCards(reviews, filter, { ...act, reviewer: chrome.reviewer });
    const desk = {
      act: act.id,
      known: knownOf(act, chrome.lang),
      title: titleOf(act),
      language: act.language,
      services: act.services.map(({ number, name }) => ({ number, name })),
      filter,
      cards: cards.map(({ card }) => card),
      lines: textLines(act.text, cards),
      other: otherText(act, cards),
      twin: { refused: act.twinRefused, isOneVersion: act.twin?.parity.isOneVersion !== false },
      shares: deskShares(all, filter.service),
      people: peopleOf(bench.reviewerNames(), reviews),
      talk: filter.service === undefined ? undefined : serviceTalk(reviews[0]),
      fourEyes: reviews.some(({ review }) => review.fourEyes),
      torn: reviews.some((one) => one.torn.length > 0),
    };
    return html(reply, deskPage(withOwnNames(chrome, reviews), desk));
  });
}

/** The act's title, or its file's name where the text has none. */
const titleOf = ({ about, text }: ActUnderReview): string => told(about?.title) ?? text.file;

const queryOf = (request: FastifyRequest): Query => request.query as Query;

const kindOf = (value: string | undefined): Kind | undefined => KINDS.find((kind) => kind === value);

function filterOf(query: Query): DeskFilter {
  const service = query["service"];
  const { assigned } = query;
  const kind = kindOf(query["kind"]);
  const state = STATES.find((one): one is CardState => one === query["state"]);
  return {
    ...(service !== undefined && /^\d{1,4}$/u.test(service) && { service: Number(service) }),
    ...(kind !== undefined && { kind }),
    ...(state !== undefined && { state }),
    ...(assigned !== undefined && assigned !== "" && { assigned }),
  };
}

/** What holds for a whole service. */
function serviceTalk(now: ServiceReview | undefined): ServiceTalk | undefined {
  if (now === undefined) return undefined;
  const { fourEyes, threads } = now.review;
  const thread = threadFor(threads, {});
  return {
    service: now.service.number,
    fourEyes,
    comments: commentsOf(thread ?? { comments: [] }),
    ...(thread?.assigned !== undefined && { assigned: thread.assigned }),
  };
}

/** Who issued the act, when, and its number, as far as these are known; else the file's name. */
function subtitleOf({ about, text }: ActUnderReview): string {
  const [body, date, number] = [told(about?.body), told(about?.date), told(about?.number)];
  const known = [body, date, number === undefined ? undefined : `№ ${number}`].filter(
    (part) => part !== undefined,
  );
  return known.length === 0 ? text.file : known.join(" · ");
}

function knownOf({ id, language, about }: ActUnderReview, lang: Language): KnownOfAct {
  const status = about?.status;
  const by =
    status?.state !== "repealed"
      ? undefined
      : status.by === UNKNOWN
        ? []
        : [status.by.act, told(status.by.date)];
  return {
    id,
    language,
    missing: missingOf(about, lang),
    ...(by && { repealed: by.filter((part) => part !== undefined).join(", ") }),
  };
}

async function shelfAct(act: ActUnderReview, kind: Kind | undefined, lang: Language): Promise<ShelfAct> {
  const reviews = await reviewsOf(act);
  const services = reviews.map((now) => ({
    number: now.service.number,
    name: now.service.name,
    counts: countsOf(now, act, kind),
    shares: decidedShares([now]),
  }));
  return {
    ...knownOf(act, lang),
    title: titleOf(act),
    subtitle: subtitleOf(act),
    shares: decidedShares(reviews),
    services,
  };
}
