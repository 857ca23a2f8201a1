import type { Comment, Decision, UnreadAnchor } from "./decision.ts";
import { type Cards, cardOfMatter } from "./matter.ts";
import { isSamePlace } from "./unread-places.ts";

/** What people have said of a card or the service beside deciding, in the order of time, and whose it is to look at. */
export interface Thread {
  /** Neither: the service. */
  readonly rule?: string;
  readonly place?: UnreadAnchor;
  readonly comments: readonly Comment[];
  readonly assigned?: string;
}

/** The same as it grows, decision by decision. */
interface Talk {
  readonly comments: Comment[];
  to: string | null;
}

/** One thread for each matter that anybody said something of; what is of no card any more is said of the service. */
export function threadsOf(
  active: readonly Exclude<Decision, { action: "undo" }>[],
  now: Cards,
): readonly Thread[] {
  const threads = new Map<string, Pick<Thread, "rule" | "place"> & Talk>();
  for (const decision of active) {
    if (decision.action !== "comment" && decision.action !== "assign") continue;
    const card = cardOfMatter(decision, now);
    // A word of what is gone is still worth reading; whose it was is not.
    if (card === undefined && decision.action === "assign") continue;
    const key = keyOf(card ?? {});
    const thread = threads.get(key) ?? { ...card, comments: [], to: null };
    threads.set(key, thread);
    if (decision.action === "comment") thread.comments.push(decision);
    else thread.to = decision.to;
  }
  return [...threads.values()].map(({ to, ...thread }) => ({
    ...thread,
    ...(to !== null && { assigned: to }),
  }));
}

const keyOf = ({ rule, place }: Pick<Thread, "rule" | "place">): string =>
  place === undefined ? (rule ?? "") : `${place.path} ${place.print}`;

/** The thread of a rule, of an unread place or, with neither, of the service. */
export const threadFor = (
  threads: readonly Thread[],
  { rule, place }: Pick<Thread, "rule" | "place">,
): Thread | undefined =>
  threads.find((one) =>
    place === undefined
      ? one.place === undefined && one.rule === rule
      : one.place !== undefined && isSamePlace(one.place, place),
  );
