import type { Candidate } from "../model/rule.ts";
import type { Matter, UnreadAnchor } from "./decision.ts";
import { anchorOf } from "./anchor.ts";
import type { Reading } from "./reading.ts";
import type { Decided } from "./decided.ts";
import { isSamePlace, unreadAnchor, type UnreadPlace } from "./unread-places.ts";
import { wordsKey } from "./words.ts";

/** A matter as somebody asks for it: a rule by its id, a place by its words. */
export interface MatterAsked {
  readonly rule?: string;
  readonly path?: string;
  readonly words?: string;
}

/** The cards of a review. */
export interface Cards {
  readonly decided: readonly Decided[];
  readonly waiting: readonly Candidate[];
  readonly unread: readonly UnreadPlace[];
}

/** The matter that is asked for, or why there is none. */
export function matterAsked(
  { rule, path, words }: MatterAsked,
  { decided, waiting, unread }: Cards,
  reading: Reading,
): Matter | { readonly refused: "no-such-rule" | "nothing-unread"; readonly what: string } {
  if (rule !== undefined) {
    const anchor =
      decided.find((one) => one.rule === rule)?.positions.at(-1)?.anchor ??
      waiting.filter(({ id }) => id === rule).map((one) => anchorOf(one, reading))[0];
    return anchor === undefined ? { refused: "no-such-rule", what: rule } : { rule, anchor };
  }
  if (path === undefined || words === undefined) return {};
  const asked = unreadAnchor({ path, quote: words });
  const place = unread.find(({ anchor }) => isSamePlace(anchor, asked));
  return place === undefined ? { refused: "nothing-unread", what: path } : { place: place.anchor };
}

/**
 * The card that a matter is of, as it stands now: a decided rule by its id; a candidate that nobody has decided on by its id or,
 * where a better reader numbers otherwise, by its words; a place by its words. Undefined where it is gone.
 */
export function cardOfMatter(
  { rule, anchor, place }: Matter,
  { decided, waiting, unread }: Cards,
): { readonly rule?: string; readonly place?: UnreadAnchor } | undefined {
  if (place !== undefined) {
    const found = unread.find((one) => isSamePlace(one.anchor, place));
    return found && { place: found.anchor };
  }
  if (rule === undefined || anchor === undefined) return {};
  if (decided.some((one) => one.rule === rule)) return { rule };
  const key = wordsKey(anchor.words);
  const alike = waiting.filter((one) => one.kind === anchor.kind && wordsKey(one.source.quote) === key);
  const found =
    alike.find(({ id }) => id === rule) ?? alike.find(({ path }) => path === anchor.path) ?? alike[0];
  return found && { rule: found.id };
}
