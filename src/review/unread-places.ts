import type { LedgerEntry, Seen } from "../model/ledger.ts";
import { print } from "../model/print.ts";
import type { Rule } from "../model/rule.ts";
import type { Span } from "../model/span.ts";
import type { Decision, Dismissal, Reopening, UnreadAnchor } from "./decision.ts";
import { foldWords, wordsKey } from "./words.ts";

/** Words that were not read, and what people have made of them. */
export interface UnreadPlace extends Seen {
  readonly entry: LedgerEntry;
  readonly anchor: UnreadAnchor;
  /**
   * What each person who dismissed the place last said of it, in the order of time; empty where nobody has, or somebody has
   * reopened it since.
   */
  readonly dismissed: readonly Dismissal[];
}

/** What ties a dismissal to unread words: the same words at the same place, whatever their layout. */
export const unreadAnchor = ({ path, quote }: Pick<LedgerEntry, "path" | "quote">): UnreadAnchor => ({
  path,
  words: foldWords(quote),
  print: print(wordsKey(quote)),
});

/** Decisions are put together anew with each of them, the ledger is not: its prints are made once. */
const anchors = new WeakMap<LedgerEntry, UnreadAnchor>();

function anchorOf(entry: LedgerEntry): UnreadAnchor {
  const known = anchors.get(entry) ?? unreadAnchor(entry);
  anchors.set(entry, known);
  return known;
}

/**
 * The unread places of a ledger with what was decided on them. A dismissal holds for words that are the same letter by
 * letter: those of a changed text are asked for anew.
 */
export function unreadPlaces(
  ledger: readonly LedgerEntry[],
  active: readonly Exclude<Decision, { action: "undo" }>[],
  accepted: readonly Rule[],
): readonly UnreadPlace[] {
  const onPlaces = active.filter(
    (one): one is Dismissal | Reopening => one.action === "dismiss" || one.action === "reopen",
  );
  // What the reader itself read there is in the ledger already: a rule that was only accepted accounts for nothing more.
  const added = accepted.filter(({ review }) => review?.status === "added");
  return ledger
    .filter(({ account }) => account === "unread")
    .map((entry) => {
      const anchor = anchorOf(entry);
      const own = onPlaces.filter(({ place }) => isSamePlace(place, anchor));
      const reopened = own.findLastIndex(({ action }) => action === "reopen");
      const since = own.slice(reopened + 1).filter((one): one is Dismissal => one.action === "dismiss");
      return {
        entry,
        anchor,
        dismissed: [...new Map(since.map((one) => [one.by, one])).values()],
        rules: added.filter((rule) => touches(rule.source?.spans ?? [], entry.spans)).map(({ id }) => id),
      };
    });
}

/** Whether two anchors are of the same words at the same place. */
export const isSamePlace = (one: UnreadAnchor, other: UnreadAnchor): boolean =>
  one.path === other.path && one.print === other.print;

const touches = (left: readonly Span[], right: readonly Span[]): boolean =>
  left.some((a) => right.some((b) => a.start < b.end && b.start < a.end));
