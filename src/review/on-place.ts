import type { PlainReason } from "../model/ledger.ts";
import type { UnreadAnchor } from "./decision.ts";
import { isSamePlace, unreadAnchor, type UnreadPlace } from "./unread-places.ts";

/** What somebody asks for about words that were not read. */
interface OnPlace<A extends "dismiss" | "reopen"> {
  readonly action: A;
  readonly path: string;
  readonly words: string;
  /** Of a dismissal: the ledger's reason, where one was chosen. */
  readonly reason?: PlainReason;
}

/** What such a request comes to, or why to nothing. What was dismissed is reopened by anybody: a line is added, none taken out. */
export function onPlace<A extends "dismiss" | "reopen">(
  { action, path, words, reason }: OnPlace<A>,
  unread: readonly UnreadPlace[],
):
  | { readonly action: A; readonly place: UnreadAnchor; readonly reason?: PlainReason }
  | { readonly refused: "nothing-unread" | "not-dismissed"; readonly what: string } {
  const asked = unreadAnchor({ path, quote: words });
  const place = unread.find(({ anchor }) => isSamePlace(anchor, asked));
  if (place === undefined) return { refused: "nothing-unread", what: path };
  if (action === "reopen" && place.dismissed.length === 0) return { refused: "not-dismissed", what: path };
  return { action, place: place.anchor, ...(reason !== undefined && { reason }) };
}
