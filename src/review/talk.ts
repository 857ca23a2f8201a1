import type { Assignment, Comment, Decision, UnreadAnchor } from "./decision.ts";
import { cardOfMatter } from "./matter.ts";
import type { Candidate } from "../model/rule.ts";
import type { Decided } from "./decided.ts";
import { isSamePlace, type UnreadPlace } from "./unread-places.ts";

/** What people have said of a card or the service beside deciding, in the order of time, and whose it is to look at. */
export interface Thread {
  /** Neither: the service. */
  readonly rule?: string;
  readonly place?: UnreadAnchor;
  readonly comments: readonly Comment[];
  readonly assigned?: string;
}

interface Now {
  readonly decided: readonly Decided[];
  readonly waiting: readonly Candidate[];
  readonly unread: readonly UnreadPlace[];
}

/** One thread for each matter that anybody said something of; what is of no card any more is said of the service. */
export function threadsOf(
  active: readonly Exclude<Decision, { action: "undo" }>[],
  now: Now,
): readonly Thread[] {
  const threads = new Map<string, { thread: Omit<Thread, "assigned">; to: string | null; all: Comment[] }>();
  for (const decision of active) {
    if (decision.action !== "comment" && decision.action !== "assign") continue;
    const card = cardOfMatter(decision, now);
    // A word of what is gone is still worth reading; whose it was is not.
    if (card === undefined && decision.action === "assign") continue;
    const key = keyOf(card ?? {});
    const known = threads.get(key) ?? { thread: { ...card, comments: [] }, to: null, all: [] };
    threads.set(key, said(known, decision));
  }
  return [...threads.values()].map(({ thread, to, all }) => ({
    ...thread,
    comments: all,
    ...(to !== null && { assigned: to }),
  }));
}

function said<Known extends { to: string | null; all: Comment[] }>(
  known: Known,
  decision: Comment | Assignment,
): Known {
  return decision.action === "comment"
    ? { ...known, all: [...known.all, decision] }
    : { ...known, to: decision.to };
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
