import type { Language } from "../../model/language.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ActUnderReview } from "../../desk/act.ts";
import { answer } from "../../desk/answer.ts";
import { keptWithFourEyes } from "../../desk/four-eyes.ts";
import { keepDecisions, reviewService, type ServiceReview } from "../../desk/review-service.ts";
import { activeDecisions } from "../../review/active.ts";
import type { Decision } from "../../review/decision.ts";
import { cardWord } from "../../web/card-word.ts";
import { cardHtml } from "../../web/card.tsx";
import { sharesHtml } from "../../web/shares.tsx";
import { ui, type UiWord } from "../../web/ui.ts";
import type { Card } from "../../web/views.ts";
import { missing } from "./answers.ts";
import type { Workbench } from "./bench.ts";
import type { CardAct } from "./card-act.ts";
import { placeKey } from "./cards.ts";
import { cardOf, reviewsOf } from "./desk.ts";
import { dismissAlike, type AlikeAsked } from "./dismiss-alike.ts";
import { withOwnNames } from "./own-names.ts";
import { deskShares } from "./shares.ts";
import { ACT_ID, SERVICE_NUMBER, serviceAsked } from "./service-asked.ts";
import { shownAnswer } from "./shown-answer.ts";
import { tellerOf } from "./teller.ts";
import type { Turns } from "./turns.ts";

/** What the desk sends with every change. */
interface Asked {
  readonly act: string;
  readonly service: number;
  /** Number of the card on the sender's page. */
  readonly card?: number;
  /** A request as in `schemas/decision-request.schema.json`. */
  readonly request: unknown;
  /** Of a dismissal: further places with the same words, each of which gets a decision of its own. */
  readonly also?: readonly AlikeAsked[];
  /** The service that the sender's page is narrowed to. */
  readonly shown?: number;
}

const ASKED = {
  type: "object",
  required: ["act", "service", "request"],
  properties: {
    act: ACT_ID,
    service: SERVICE_NUMBER,
    card: { type: "integer", minimum: 0 },
    request: { type: "object" },
    shown: SERVICE_NUMBER,
    also: {
      type: "array",
      maxItems: 500,
      items: {
        type: "object",
        required: ["service", "path", "words"],
        properties: {
          service: SERVICE_NUMBER,
          path: { type: "string", maxLength: 1000 },
          words: { type: "string", maxLength: 100_000 },
        },
      },
    },
  },
};
const ACT = {
  type: "object",
  required: ["act"],
  properties: { act: ACT_ID, shown: SERVICE_NUMBER },
};

const SAID: Partial<Record<Decision["action"], UiWord>> = {
  accept: "announceAccept",
  edit: "announceAccept",
  add: "announceAdd",
  reject: "announceReject",
  dismiss: "announceDismiss",
  book: "announceBook",
  "not-held": "announceBook",
  remark: "announceBook",
  withdraw: "announceBook",
  undo: "announceUndo",
};

type Decide = FastifyRequest<{ Body: Asked }>;
type Undo = FastifyRequest<{ Body: { act: string; shown?: number } }>;
type ShowCard = FastifyRequest<{
  Querystring: { act: string; service: string; rule?: string; place?: string; card: string };
}>;
/** What a change was about: a rule or an unread place. */
type Matter = Pick<Card, "rule" | "place">;

/** What changes something: deciding and undoing; and checking, which only tells what deciding would say. */
export function changeRoutes(app: FastifyInstance, bench: Workbench, turns: Turns, bodyLimit: number): void {
  const asked = { bodyLimit, schema: { body: ASKED } };
  app.post("/check", asked, (request: Decide, reply) => checked(bench, request, reply));
  app.post("/decide", asked, (request: Decide, reply) => decided(bench, turns, request, reply));
  app.post("/undo", { bodyLimit, schema: { body: ACT } }, (request: Undo, reply) =>
    undone(bench, turns, request, reply),
  );
  app.get("/card", (request: ShowCard, reply) => shownCard(bench, request, reply));
}

async function checked(bench: Workbench, request: Decide, reply: FastifyReply): Promise<unknown> {
  const found = await serviceAsked(bench, request.body);
  if (found === undefined) return missing(reply);
  const now = await reviewService(found.act, found.service);
  const result = answer(request.body.request, now, tellerOf(bench, request, found.act));
  return shownAnswer(result, withOwnNames(bench.chrome(request), [now]).names);
}

async function decided(
  bench: Workbench,
  turns: Turns,
  request: Decide,
  reply: FastifyReply,
): Promise<unknown> {
  const found = await serviceAsked(bench, request.body);
  if (found === undefined) return missing(reply);
  const { act, service } = found;
  const chrome = bench.chrome(request);
  const { lang, reviewer } = chrome;
  const { shown, also = [], card = 0 } = request.body;
  const first = await turns.take(service.decisionsFile.file, async () => {
    const now = await reviewService(act, service);
    const teller = tellerOf(bench, request, act);
    const { names } = withOwnNames(chrome, [now]);
    const result = answer(request.body.request, now, teller);
    if (result.is === "refused") return { refused: shownAnswer(result, names) };
    if (result.is === "already") return { ok: true, announce: ui("announceAlready", lang) };
    await keepDecisions(now, keptWithFourEyes(act, now, result.decision, teller));
    const after = await reviewService(act, service);
    return {
      ok: true,
      announce: saidWords(result.decision, lang),
      ...changedCard({ ...act, reviewer }, after, matterOf(result.decision), card, names),
    };
  });
  if ("refused" in first) return reply.code(422).send(first.refused);
  const { reason, why } = request.body.request as { reason?: unknown; why?: unknown };
  const said = { ...(reason !== undefined && { reason }), ...(why !== undefined && { why }) };
  const done = await dismissAlike(act, turns, also, said, tellerOf(bench, request, act));
  const count = cardWord("announceDismissed", lang, { count: done.length + 1 });
  return {
    ...first,
    ...(done.length > 0 && { also: done, announce: count }),
    shares: sharesHtml(deskShares(await reviewsOf(act), shown), lang),
  };
}

function saidWords(decision: Decision, lang: Language): string {
  const { action } = decision;
  if (action === "reopen") return cardWord("announceReopen", lang);
  if (action === "comment") return cardWord("announceComment", lang);
  if (action === "four-eyes") return cardWord("announceFourEyes", lang);
  if (action === "assign")
    return cardWord(decision.to === null ? "announceUnassign" : "announceAssign", lang);
  const word = SAID[action];
  return word === undefined ? "" : ui(word, lang);
}

async function undone(bench: Workbench, turns: Turns, request: Undo, reply: FastifyReply): Promise<unknown> {
  const act = await bench.acts.byId(request.body.act);
  if (act === undefined) return missing(reply);
  const { lang, names } = bench.chrome(request);
  const last = await lastOwn(act, bench.reviewer(request));
  if (last === undefined) return { ok: false, announce: ui("nothingToUndo", lang) };
  const { decision } = last;
  return turns.take(last.now.service.decisionsFile.file, async () => {
    const now = await reviewService(act, last.now.service);
    const result = answer({ action: "undo", undoes: decision.id }, now, tellerOf(bench, request, act));
    if (result.is !== "made") return reply.code(422).send(shownAnswer(result, names));
    await keepDecisions(now, [result.decision]);
    return {
      ok: true,
      announce: ui("announceUndo", lang),
      ...matterOf(decision),
      shares: sharesHtml(deskShares(await reviewsOf(act), request.body.shown), lang),
    };
  });
}

async function shownCard(bench: Workbench, request: ShowCard, reply: FastifyReply): Promise<unknown> {
  const { act: id, service: number, rule, place, card } = request.query;
  const matter = { ...(rule !== undefined && { rule }), ...(place !== undefined && { place }) };
  const found = await serviceAsked(bench, { act: id, service: Number(number) });
  if (found === undefined) return missing(reply);
  const now = await reviewService(found.act, found.service);
  const { names, reviewer } = withOwnNames(bench.chrome(request), [now]);
  return changedCard({ ...found.act, reviewer }, now, matter, Number(card), names);
}

/** What a decision is about; nothing that has a card where it is on the book. */
function matterOf(decision: Decision): Matter {
  if ("rule" in decision) return { rule: decision.rule };
  return "place" in decision ? { place: placeKey({ anchor: decision.place }) } : {};
}

/** The card as it now is; without one where the rule is no more (an added rule that was undone). */
function changedCard(
  act: CardAct,
  now: ServiceReview,
  matter: Matter,
  number: number,
  names: Parameters<typeof cardHtml>[1],
): Matter & { state?: string; html?: string } {
  const card = cardOf(now, matter, number, act);
  if (card === undefined) return matter;
  return { ...matter, state: card.state, html: cardHtml(card, names, act.language) };
}

/** The reviewer's last decision in this act that still holds and is not itself an undo; four eyes are not undone by one. */
async function lastOwn(
  act: ActUnderReview,
  reviewer: string,
): Promise<{ now: ServiceReview; decision: Decision } | undefined> {
  let last: { now: ServiceReview; decision: Decision } | undefined;
  for (const service of act.services) {
    const now = await reviewService(act, service);
    const decision = activeDecisions(now.decisions).findLast(
      ({ by, action }) => by === reviewer && action !== "four-eyes",
    );
    if (
      decision !== undefined &&
      (last === undefined || Date.parse(decision.at) >= Date.parse(last.decision.at))
    )
      last = { now, decision };
  }
  return last;
}
