import { saidOf, stateOf } from "../../desk/list-lines.ts";
import type { ServiceReview } from "../../desk/review-service.ts";
import { spansLeft } from "../../desk/decided-shares.ts";
import { isOpen, lettersOf } from "../../model/ledger.ts";
import { linesTouched } from "../../model/line-index.ts";
import type { Candidate } from "../../model/rule.ts";
import { placeAt, type PlacedSpan } from "../../model/source-place.ts";
import type { Span } from "../../model/span.ts";
import type { RuleParts } from "../../report/rule-words.ts";
import type { Decided } from "../../review/decided.ts";
import type { Thread } from "../../review/talk.ts";
import type { UnreadPlace } from "../../review/unread-places.ts";
import type { Card } from "../../web/views.ts";
import type { CardAct } from "./card-act.ts";
import { awaitsOf, comparedOf, talkOf } from "./card-talk.ts";
import { type CardMatter, cardTwins } from "./card-twins.ts";

/** A card with what it takes to highlight its words. */
export interface PlacedCard {
  readonly card: Card;
  readonly spans: readonly Span[];
}

/** All cards of one service, as its file now stands. */
export function cardsOf(now: ServiceReview, act: CardAct): PlacedCard[] {
  const { service, review } = now;
  const { places } = act.text;
  const twinOf = cardTwins(act);
  const lines = (spans: readonly Span[]): { lines?: readonly [number, number] } =>
    spans.length === 0 ? {} : { lines: linesTouched(service.reading.lineStarts, spans) };
  const decided = review.decided.map((one): CardOf => {
    const placed = decidedCard(one, service.number, lines, act.reviewer);
    return { placed, candidate: one.placed.candidate, of: { rule: one.rule } };
  });
  const waiting = review.waiting.map((one): CardOf => {
    const card = { ...candidateCard(one), rule: one.id, service: service.number, state: "waiting" as const };
    const placed = { card: { ...card, notes: [], said: [] }, spans: one.source.spans };
    return { placed, candidate: one, of: { rule: one.id } };
  });
  const unread = review.unread.flatMap((place): CardOf[] => {
    const placed = unreadCard(place, takenOf(place, now, act));
    return placed === undefined ? [] : [{ placed, entry: place.entry, of: { place: place.anchor } }];
  });
  return [...decided, ...waiting, ...unread].map(({ placed: { card, spans }, of, ...matter }) => {
    const beside = { ...twinOf({ path: card.path, ...matter }), ...talkOf(review, of) };
    const whole = { card: { ...card, ...beside }, spans };
    return places.length === 0 ? whole : withPlace(whole, places);
  });
}

/** A card with what it is of: the rule or the place, and what was read or left unread there. */
interface CardOf extends Omit<CardMatter, "path"> {
  readonly placed: PlacedCard;
  readonly of: Pick<Thread, "rule" | "place">;
}

/** A card with where its words begin in a file that has no lines to count. */
function withPlace({ card, spans }: PlacedCard, places: readonly PlacedSpan[]): PlacedCard {
  const at = spans[0] === undefined ? undefined : placeAt(places, spans[0].start);
  return { card: { ...card, ...(at && { at }) }, spans };
}

/**
 * A place that was not read. One that a person has taken a rule from is shown as that rule, and besides only while words of it
 * are left.
 */
function unreadCard(place: UnreadPlace, taken: Card["taken"]): PlacedCard | undefined {
  const { path, cite, quote, service, lines, spans, reason, risk } = place.entry;
  if (place.rules.length > 0 && taken === undefined) return undefined;
  const card: Card = {
    number: 0,
    place: placeKey(place),
    service,
    state: isOpen(place) ? "unread" : place.dismissed.length > 0 ? "dismissed" : "partly",
    ...(reason !== undefined && { reason }),
    ...(risk !== undefined && { risk }),
    ...(taken && { taken }),
    path,
    cite,
    lines,
    quote,
    notes: [],
    said: place.dismissed.map(({ id, by, at, action, reason, why }) => ({
      decision: id,
      by,
      at,
      action,
      ...(reason !== undefined && { reason }),
      ...(why !== undefined && { why }),
    })),
  };
  return { card, spans };
}

/** So many letters left of a place still say something; fewer are an ending, a number or a joint. */
const SAYS_SOMETHING = 10;

/** What was made of a part of a place; absent where nothing was, or nothing worth a look is left. */
function takenOf(place: UnreadPlace, { review }: ServiceReview, act: CardAct): Card["taken"] {
  if (place.rules.length === 0) return undefined;
  const left = spansLeft(place, review.accepted)
    .map(({ start, end }) => act.text.content.slice(start, end).replace(/\s+/gu, " ").trim())
    .filter((words) => lettersOf(words) > 0)
    .join(" … ");
  return lettersOf(left) < SAYS_SOMETHING ? undefined : { rules: place.rules, left };
}

/** What names an unread place on the desk. */
export const placeKey = ({ anchor }: Pick<UnreadPlace, "anchor">): string => `${anchor.path} ${anchor.print}`;

const candidateCard = (
  one: Candidate,
): Pick<Card, "number" | "kind" | "confidence" | "values" | "path" | "cite" | "lines" | "quote"> => ({
  number: 0,
  kind: one.kind,
  confidence: one.confidence,
  values: one,
  path: one.path,
  cite: one.cite,
  lines: one.source.lines,
  quote: one.source.quote,
});

function decidedCard(
  one: Decided,
  service: number,
  lines: (spans: readonly Span[]) => { lines?: readonly [number, number] },
  reviewer: string | undefined,
): PlacedCard {
  const { candidate, found, standing } = one.placed;
  const last = one.positions.at(-1);
  const spans = found?.spans ?? candidate?.source.spans ?? [];
  const values = one.positions
    .flatMap((position) => (position.action === "reject" ? [] : [position.values]))
    .at(-1);
  const anchor = last?.anchor;
  const shown: RuleParts | undefined = values ?? candidate;
  return {
    card: {
      number: 0,
      rule: one.rule,
      service,
      kind: anchor?.kind ?? "deadline",
      state: stateOf(one),
      ...(candidate && { confidence: candidate.confidence }),
      ...(shown && { values: shown }),
      path: found?.path ?? candidate?.path ?? anchor?.path ?? "",
      cite: found?.cite ?? candidate?.cite ?? values?.cite ?? "",
      quote: found?.quote ?? candidate?.source.quote ?? anchor?.words ?? "",
      ...lines(spans),
      notes: [
        ...(standing === "moved" ? (["moved"] as const) : []),
        ...(one.placed.requoted ? (["requoted"] as const) : []),
        ...(one.reread ? (["reread"] as const) : []),
      ],
      said: saidOf(one),
      ...awaitsOf(one, reviewer),
      ...comparedOf(one),
    },
    spans,
  };
}
