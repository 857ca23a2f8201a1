import type { ActUnderReview } from "../../desk/act.ts";
import { saidOf, stateOf } from "../../desk/list-lines.ts";
import { reviewService, type ServiceReview } from "../../desk/review-service.ts";
import { linesTouched } from "../../model/line-index.ts";
import type { Candidate, Kind } from "../../model/rule.ts";
import type { Span } from "../../model/span.ts";
import type { RuleParts } from "../../report/rule-words.ts";
import type { Decided } from "../../review/review.ts";
import type { DeskFilter } from "../../web/desk.tsx";
import { type Card, type CardState, type Counts, STATES } from "../../web/views.ts";

/** A card with what it takes to highlight its words. */
export interface PlacedCard {
  readonly card: Card;
  readonly spans: readonly Span[];
}

/** Reviews of an act's services as their files now stand. */
export const reviewsOf = (act: ActUnderReview, service?: number): Promise<ServiceReview[]> =>
  Promise.all(
    act.services
      .filter((one) => service === undefined || one.number === service)
      .map((one) => reviewService(act, one)),
  );

const RANK = new Map<CardState, number>(STATES.map((state, index) => [state, index]));
const DECIDED = RANK.get("accepted") ?? 0;

/** The cards of a desk, riskiest first: disagreement, stale, lost, unread, then by confidence; last what is decided. */
export function placedCards(
  act: ActUnderReview,
  reviews: readonly ServiceReview[],
  filter: DeskFilter,
): PlacedCard[] {
  const all = reviews.flatMap((one) => cardsOf(act, one));
  const shown = all.filter(
    ({ card }) =>
      (filter.kind === undefined || card.kind === filter.kind) &&
      (filter.state === undefined || card.state === filter.state),
  );
  const start = ({ spans }: PlacedCard): number => spans[0]?.start ?? 0;
  const rank = ({ card }: PlacedCard): number => Math.min(RANK.get(card.state) ?? 0, DECIDED);
  const doubt = ({ card }: PlacedCard): number => (card.state === "waiting" ? (card.confidence ?? 1) : 1);
  return shown
    .sort((a, b) => rank(a) - rank(b) || doubt(a) - doubt(b) || start(a) - start(b))
    .map(({ card, spans }, index) => ({ card: { ...card, number: index + 1 }, spans }));
}

/** The card of one rule, as it now is; absent where the rule is no more. */
export const cardOf = (
  act: ActUnderReview,
  now: ServiceReview,
  rule: string,
  number: number,
): Card | undefined => {
  const found = cardsOf(act, now).find(({ card }) => card.rule === rule);
  return found && { ...found.card, number };
};

function cardsOf(act: ActUnderReview, now: ServiceReview): PlacedCard[] {
  const { service, review } = now;
  const lines = (spans: readonly Span[]): { lines?: readonly [number, number] } =>
    spans.length === 0 ? {} : { lines: linesTouched(service.reading.lineStarts, spans) };
  const decided = review.decided.map((one) => decidedCard(one, service.number, lines));
  const waiting = review.waiting.map((one) => ({
    card: {
      ...candidateCard(one),
      rule: one.id,
      service: service.number,
      state: "waiting" as const,
      notes: [],
      said: [],
    },
    spans: one.source.spans,
  }));
  const unread = act.unread
    .filter((one) => one.service === service.number)
    .map(({ path, cite, quote, span }): PlacedCard => ({
      card: {
        number: 0,
        service: service.number,
        state: "unread",
        path,
        cite,
        quote,
        notes: [],
        said: [],
        ...lines([span]),
      },
      spans: [span],
    }));
  return [...decided, ...waiting, ...unread];
}

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
    },
    spans,
  };
}

/** How many cards stand how, of one kind or of all. */
export function countsOf(act: ActUnderReview, now: ServiceReview, kind?: Kind): Counts {
  const counts: Record<CardState, number> = {
    disagreement: 0,
    stale: 0,
    lost: 0,
    unread: 0,
    waiting: 0,
    accepted: 0,
    rejected: 0,
  };
  for (const { card } of cardsOf(act, now))
    if (kind === undefined || card.kind === kind) counts[card.state] += 1;
  return counts;
}
