import { isOpen, isRisky, lettersOf, type Account, type LedgerEntry } from "../model/ledger.ts";
import type { Span } from "../model/span.ts";
import type { Review } from "../review/review.ts";
import type { UnreadPlace } from "../review/unread-places.ts";
import type { ServiceReview } from "./review-service.ts";

/** How many letters and digits of a text are rules, plain and unread, after what people have decided. */
export interface DecidedShares {
  readonly letters: Readonly<Record<Account, number>>;
  /** Places that wait for somebody, and those of them that most likely hold a rule. */
  readonly places: number;
  readonly risky: number;
}

/**
 * The shares of a ledger as decisions have moved them: unread words that were dismissed are plain, those that a person made a
 * rule of are a rule's, and words whose every rule was rejected are plain.
 */
export function decidedShares(reviews: readonly Pick<ServiceReview, "service" | "review">[]): DecidedShares {
  const letters: Record<Account, number> = { rule: 0, plain: 0, unread: 0 };
  const places = reviews.flatMap(({ review }) => review.unread.filter(isOpen));
  for (const { service, review } of reviews) {
    const rejected = rejectedIds(review);
    const places = new Map(review.unread.map((place) => [place.entry, place]));
    for (const entry of service.reading.ledger) {
      const all = lettersIn(entry);
      const taken = Math.round(all * partTaken(places.get(entry), review));
      letters.rule += taken;
      letters[standsAs(entry, places.get(entry), rejected)] += all - taken;
    }
  }
  return { letters, places: places.length, risky: places.filter(({ entry }) => isRisky(entry)).length };
}

/** Shares are told anew with each decision, the ledger is not: its letters are counted once. */
const counted = new WeakMap<LedgerEntry, number>();

function lettersIn(entry: LedgerEntry): number {
  const known = counted.get(entry) ?? lettersOf(entry.quote);
  counted.set(entry, known);
  return known;
}

function rejectedIds({ rejected, decided }: Review): ReadonlySet<string> {
  const isRejected = new Set(rejected);
  return new Set(
    decided.flatMap(({ rule, placed }) => (isRejected.has(rule) ? [rule, placed.candidate?.id ?? rule] : [])),
  );
}

function standsAs(
  { account, rules }: LedgerEntry,
  place: UnreadPlace | undefined,
  rejected: ReadonlySet<string>,
): Account {
  if (account === "rule") return rules.every((rule) => rejected.has(rule)) ? "plain" : "rule";
  return place !== undefined && place.dismissed.length > 0 ? "plain" : account;
}

/** How much of a place the rules that a person made of it cover, from 0 to 1. */
function partTaken(place: UnreadPlace | undefined, { accepted }: Review): number {
  if (place === undefined || place.rules.length === 0) return 0;
  const left = spansLeft(place, accepted);
  const units = (spans: readonly Span[]): number =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return 1 - units(left) / Math.max(units(place.entry.spans), 1);
}

/** What of an unread place no rule was made of. */
export function spansLeft(
  { entry, rules }: Pick<UnreadPlace, "entry" | "rules">,
  accepted: Review["accepted"],
): readonly Span[] {
  const taken = accepted.filter(({ id }) => rules.includes(id)).flatMap(({ source }) => source?.spans ?? []);
  return taken.reduce<readonly Span[]>(
    (left, one) => left.flatMap((span) => without(span, one)),
    entry.spans,
  );
}

function without({ start, end }: Span, taken: Span): Span[] {
  const parts = [
    { start, end: Math.min(end, Math.max(start, taken.start)) },
    { start: Math.max(start, Math.min(end, taken.end)), end },
  ];
  return parts.filter((part) => part.end > part.start);
}
