import type { ActUnderReview } from "../../desk/act.ts";
import { reviewService, type ServiceReview } from "../../desk/review-service.ts";
import { isRisky, RISKS } from "../../model/ledger.ts";
import type { Kind } from "../../model/rule.ts";
import type { DeskFilter } from "../../web/desk.tsx";
import { type Card, type CardState, type Counts, STATES } from "../../web/views.ts";
import type { CardAct } from "./card-act.ts";
import { cardsOf, type PlacedCard } from "./cards.ts";

/** Reviews of an act's services as their files now stand. */
export const reviewsOf = (act: ActUnderReview): Promise<ServiceReview[]> =>
  Promise.all(act.services.map((one) => reviewService(act, one)));

const RANK = new Map<CardState, number>(STATES.map((state, index) => [state, index]));
const DECIDED = RANK.get("accepted") ?? 0;
const WAITING = RANK.get("waiting") ?? 0;

/**
 * The cards of a desk, riskiest first: disagreement, stale, lost, unread words that most likely hold a rule or
 * for which the other language's text has one, candidates by confidence, other unread words; last what is decided.
 */
export function placedCards(
  reviews: readonly ServiceReview[],
  filter: DeskFilter,
  act: CardAct,
): PlacedCard[] {
  const all = reviews.flatMap((now) => cardsOf(now, act));
  const shown = all.filter(
    ({ card }) =>
      (filter.kind === undefined || card.kind === filter.kind) &&
      (filter.state === undefined || card.state === filter.state) &&
      isAssigned(card, filter.assigned, act.reviewer),
  );
  const start = ({ spans }: PlacedCard): number => spans[0]?.start ?? 0;
  return shown
    .sort((a, b) => rank(a) - rank(b) || doubt(a) - doubt(b) || start(a) - start(b))
    .map(({ card, spans }, index) => ({ card: { ...card, number: index + 1 }, spans }));
}

/** `mine`, `none`, or `to:` and a name. */
function isAssigned({ assigned }: Card, asked: string | undefined, reviewer: string | undefined): boolean {
  if (asked === undefined) return true;
  if (asked === "none") return assigned === undefined;
  return assigned !== undefined && (asked === "mine" ? assigned === reviewer : asked === `to:${assigned}`);
}

function rank({ card }: PlacedCard): number {
  if (card.state === "unread" && !isRisky(card) && (card.twin?.rules.length ?? 0) === 0) return WAITING;
  return Math.min(RANK.get(card.state) ?? 0, DECIDED);
}

/** Among cards of one rank the least comes first: candidates by confidence, which is at most 1, then unread words by risk. */
function doubt({ card }: PlacedCard): number {
  if (card.state === "waiting") return card.confidence ?? 1;
  return card.state === "unread" ? 1 + RISKS.findIndex((risk) => risk === card.risk) : 1;
}

/** The card of one rule or unread place, as it now is; absent where it is no more. */
export const cardOf = (
  now: ServiceReview,
  { rule, place }: Pick<Card, "rule" | "place">,
  number: number,
  act: CardAct,
): Card | undefined => {
  const found = cardsOf(now, act).find(({ card }) =>
    rule === undefined ? place !== undefined && card.place === place : card.rule === rule,
  );
  return found && { ...found.card, number };
};

/** How many cards stand how, of one kind or of all. */
export function countsOf(now: ServiceReview, act: CardAct, kind?: Kind): Counts {
  const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<CardState, number>;
  // What the other language has beside a card changes no count.
  for (const { card } of cardsOf(now, { ...act, twin: undefined }))
    if (kind === undefined || card.kind === kind) counts[card.state] += 1;
  return counts;
}
