import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ActUnderReview } from "../../desk/act.ts";
import { prefilled, type WordsForRule } from "../../desk/prefill.ts";
import { reviewService, type ServiceReview } from "../../desk/review-service.ts";
import { isOpen } from "../../model/ledger.ts";
import { KINDS, type Kind } from "../../model/rule.ts";
import { threadFor } from "../../review/talk.ts";
import type { UnreadPlace } from "../../review/unread-places.ts";
import type { AlikePlace } from "../../web/reason-form.tsx";
import { formHtml, type FormSubject } from "../../web/rule-form.tsx";
import type { Card } from "../../web/views.ts";
import { html, missing } from "./answers.ts";
import type { Workbench } from "./bench.ts";
import { placeKey } from "./cards.ts";
import { cardOf, reviewsOf } from "./desk.ts";
import { withOwnNames } from "./own-names.ts";
import { peopleOf } from "./people.ts";
import { selectedWords, type SelectedWords } from "./selection.ts";

type Query = Readonly<Record<string, string | undefined>>;

/** The forms that the desk asks for. */
export function formRoutes(app: FastifyInstance, bench: Workbench): void {
  app.get("/form", (request, reply) => askedForm(bench, request, reply));
  app.get("/form/new", (request, reply) => newRuleForm(bench, request, reply));
}

async function askedForm(
  bench: Workbench,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const query = request.query as Query;
  const act = await bench.acts.byId(query["act"] ?? "");
  if (act === undefined) return missing(reply);
  const { rule, place } = query;
  const matter = { ...(rule !== undefined && { rule }), ...(place !== undefined && { place }) };
  const reviews = await reviewsOf(act);
  const people = peopleOf(bench.reviewerNames(), reviews);
  for (const now of reviews) {
    const is = query["is"];
    const card = cardOf(now, matter, 0, act);
    const subject =
      is === "comment" || is === "assign"
        ? talkSubject(is, card, now, query, people)
        : card && subjectOf(card, is, reviews);
    if (subject !== undefined)
      return html(reply, formHtml(subject, withOwnNames(bench.chrome(request), [now])));
  }
  return missing(reply);
}

function subjectOf(
  card: Card,
  is: string | undefined,
  reviews: readonly ServiceReview[],
): FormSubject | undefined {
  const { service, path, quote, rule, kind } = card;
  if (rule === undefined) {
    const words = { service, path, words: quote };
    return is === "reopen" ? { is, ...words } : { is: "dismiss", ...words, alike: alikeTo(card, reviews) };
  }
  if (kind === undefined || card.values === undefined) return undefined;
  if (is === "reject") return { is, rule, service };
  return { is: "edit", rule, service, kind, values: { cite: card.cite, ...card.values }, words: quote };
}

/** A word on a card, or on the service that is named where no card is; likewise whose it is. */
function talkSubject(
  is: "comment" | "assign",
  card: Card | undefined,
  { service, review }: ServiceReview,
  query: Query,
  people: readonly string[],
): FormSubject | undefined {
  const isOfService = query["rule"] === undefined && query["place"] === undefined;
  if (isOfService) {
    if (query["service"] !== String(service.number)) return undefined;
    const assigned = threadFor(review.threads, {})?.assigned;
    return { is, service: service.number, people, ...(assigned !== undefined && { assigned }) };
  }
  if (card === undefined) return undefined;
  const { rule, path, quote, assigned } = card;
  return {
    is,
    service: card.service,
    people,
    ...(rule === undefined ? { path, words: quote } : { rule }),
    ...(assigned !== undefined && { assigned }),
  };
}

/** Other unread places that nobody has looked at, with the same words, in any service of the act. */
function alikeTo({ place, path, service }: Card, reviews: readonly ServiceReview[]): AlikePlace[] {
  const print = place?.split(" ").at(-1);
  return reviews.flatMap((now) =>
    now.review.unread
      .filter((one) => one.anchor.print === print && isOpen(one))
      .filter(({ entry }) => entry.path !== path || entry.service !== service)
      .map(({ entry }) => ({
        service: now.service.number,
        name: now.service.name,
        path: entry.path,
        cite: entry.cite,
        words: entry.quote,
      })),
  );
}

async function newRuleForm(
  bench: Workbench,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const query = request.query as Query;
  const act = await bench.acts.byId(query["act"] ?? "");
  const asked = act && (await askedWords(act, query));
  if (act === undefined || asked === undefined) return missing(reply);
  const { service, path, cite, words, entry } = asked;
  const now = await reviewService(act, service);
  const about: WordsForRule = { path, words, ...(entry && { entry }) };
  const { kind, values } = prefilled(act, now, about, kindOf(query["kind"]));
  const subject = {
    is: "add" as const,
    service: service.number,
    kind,
    values: { ...values, cite },
    words,
    path,
  };
  return html(reply, formHtml(subject, withOwnNames(bench.chrome(request), [now])));
}

/** The words that a rule is asked to be made of: those selected, or those of a place that was not read. */
async function askedWords(
  act: ActUnderReview,
  query: Query,
): Promise<(SelectedWords & { readonly entry?: UnreadPlace["entry"] }) | undefined> {
  const { place } = query;
  if (place === undefined) return selectedWords(act, Number(query["start"]), Number(query["end"]));
  for (const { service, review } of await reviewsOf(act)) {
    const found = review.unread.find((one) => placeKey(one) === place);
    if (found === undefined) continue;
    const { entry } = found;
    const starts = entry.spans.map(({ start }) => start);
    const ends = entry.spans.map(({ end }) => end);
    // Words of another entry may lie between them: a rule's words stand in one piece.
    const whole = selectedWords(act, Math.min(...starts), Math.max(...ends));
    const isWhole = entry.spans.length > 1 && whole?.path === entry.path;
    return { service, path: entry.path, cite: entry.cite, words: isWhole ? whole.words : entry.quote, entry };
  }
  return undefined;
}

const kindOf = (value: string | undefined): Kind | undefined => KINDS.find((kind) => kind === value);
