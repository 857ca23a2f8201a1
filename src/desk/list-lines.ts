import type { Candidate } from "../model/rule.ts";
import type { Decided } from "../review/decided.ts";
import { valuesOf } from "../review/rule-values.ts";
import { byRisk, isOpen } from "../model/ledger.ts";
import type { Review } from "../review/review.ts";
import { threadFor, type Thread } from "../review/talk.ts";
import type { UnreadPlace } from "../review/unread-places.ts";
import type { BookProposals } from "../model/book-proposal.ts";
import type { ActUnderReview } from "./act.ts";
import { proposalsFor } from "./propose-book.ts";
import type { ServiceReview } from "./review-service.ts";

/** One line of `review --list`: something to decide on, or what has been decided, in plain values. */
export type ListLine = Readonly<Record<string, unknown>> & { readonly state: string };

/** All there is to review of one service: first what the text says for the book, then rules, then what is unread. */
export function listLines(act: ActUnderReview, now: ServiceReview): ListLine[] {
  const { review, service } = now;
  return [
    proposedLine(proposalsFor(act, service)),
    ...(review.fourEyes ? [{ state: "four-eyes", unconfirmed: review.unconfirmed }] : []),
    ...threadOf(review, {}).map((talk) => ({ state: "service", ...talk })),
    {
      state: "book",
      book: review.book.fields,
      notHeld: review.book.notHeld,
      disagreements: review.book.disagreements,
    },
    ...review.decided.map((one) => ({
      ...decidedLine(one, stateOf(one)),
      ...threadOf(review, { rule: one.rule })[0],
    })),
    ...review.waiting.map((one) => ({
      state: "waiting",
      rule: one.id,
      ...readLine(one),
      values: valuesOf(one),
      ...threadOf(review, { rule: one.id })[0],
    })),
    ...byRisk(review.unread, ({ entry }) => entry.risk).map((place) => ({
      ...unreadLine(place),
      ...threadOf(review, { place: place.anchor })[0],
    })),
  ];
}

/** What was said of a card or the service beside deciding; nothing where nothing was. */
function threadOf(
  { threads }: Review,
  matter: Pick<Thread, "rule" | "place">,
): readonly { readonly comments?: readonly object[]; readonly assigned?: string }[] {
  const thread = threadFor(threads, matter);
  if (thread === undefined) return [];
  const comments = thread.comments.map(({ id, by, at, text }) => ({ decision: id, by, at, text }));
  return [
    {
      ...(comments.length > 0 && { comments }),
      ...(thread.assigned !== undefined && { assigned: thread.assigned }),
    },
  ];
}

/** What the text says for the book; a reviewer takes over what is right with `book` and `not-held` decisions. */
const proposedLine = ({ fields, notHeld }: BookProposals): ListLine => ({
  state: "book-proposed",
  book: Object.fromEntries(
    fields.flatMap(({ field, value }) => (value === undefined ? [] : [[field, value] as const])),
  ),
  notHeld: notHeld.map((one) => one.notHeld),
});

/** An unread place: waiting for somebody, dismissed, or taken into a rule by a person. */
function unreadLine(place: UnreadPlace): ListLine {
  const { entry, dismissed, rules } = place;
  const { path, cite, lines, quote, reason, risk } = entry;
  return {
    state: isOpen(place) ? "unread" : rules.length > 0 ? "taken" : "dismissed",
    path,
    cite,
    lines,
    quote,
    reason,
    risk,
    ...(rules.length > 0 && { rules }),
    ...(dismissed.length > 0 && {
      said: dismissed.map(({ id, by, at, reason, why }) => ({
        decision: id,
        by,
        at,
        ...(reason !== undefined && { reason }),
        ...(why !== undefined && { why }),
      })),
    }),
  };
}

/** What a rule's card is filed under. */
export type State = "accepted" | "unconfirmed" | "rejected" | "stale" | "lost" | "disagreement";

export function stateOf(one: Decided): State {
  if (one.verdict === undefined) return "disagreement";
  if (one.verdict.action === "reject") return "rejected";
  const { standing } = one.placed;
  if (standing === "stale" || standing === "lost") return standing;
  return one.awaits === true ? "unconfirmed" : "accepted";
}

/** What people have said of a rule: each decision as lists and cards show it. */
export const saidOf = ({ positions }: Pick<Decided, "positions">) =>
  positions.map((position) => ({
    decision: position.id,
    by: position.by,
    at: position.at,
    action: position.action,
    ...(position.why !== undefined && { why: position.why }),
    ...(position.action !== "reject" && { values: position.values }),
  }));

function decidedLine(one: Decided, state: State): ListLine {
  const said = saidOf(one);
  const { candidate } = one.placed;
  return {
    state,
    rule: one.rule,
    words: one.positions.at(-1)?.anchor.words,
    ...(one.placed.standing === "moved" && { moved: true }),
    ...(one.placed.requoted && { requoted: true }),
    ...(one.reread && { reread: true }),
    said,
    ...(candidate && { candidate: { ...readLine(candidate), values: valuesOf(candidate) } }),
  };
}

const readLine = ({ confidence, source, twin }: Candidate): object => ({
  confidence,
  ...(twin === undefined ? {} : { twin: { ...twin, ...source.twin } }),
  lines: source.lines,
  ...(source.place === undefined ? {} : { place: source.place }),
  quote: source.quote,
});
