import type { KeptFile } from "../files/kept-file.ts";
import { faults } from "../files/validate.ts";
import type { Rule } from "../model/rule.ts";
import type { Gap } from "../model/book-gap.ts";
import { unreadShare, type UnreadShare } from "../model/unread-share.ts";
import { canonical } from "../rulebook/canonical.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { twinnedRules } from "../twin/twinned-rules.ts";
import type { ActUnderReview } from "./act.ts";
import type { ActTwin } from "./hold-twin.ts";
import { gapsOf, gapWords } from "./book-gaps.ts";
import type { ServiceReview } from "./review-service.ts";

/** A rulebook derived from candidates and decisions, and what is still in the way of writing it. */
export interface DerivedBook {
  /** Where it belongs. */
  readonly file: KeptFile;
  /** How much of the regulation is unread now. */
  readonly unread: UnreadShare;
  /** Its bytes: the same for the same candidates and decisions. */
  readonly content: string;
  /** The same, had so much been unread when it was built. */
  readonly contentWith: (unread: UnreadShare | undefined) => string;
  /** The same as a value, for those who show it. */
  readonly book: Rulebook;
  /** What has to be decided first; empty when the book is whole. */
  readonly gaps: readonly Gap[];
  /** The same in words. */
  readonly missing: readonly string[];
}

/** Derives the rulebook of one service from its candidates and decisions, and from nothing else. */
export function deriveBook(act: ActUnderReview, now: ServiceReview): DerivedBook {
  const { review, service } = now;
  const { fields, notHeld, vocabulary } = review.book;
  const book: Rulebook = {
    id: service.reading.regulation,
    version: act.version,
    ...fields,
    ...(vocabulary && { vocabulary }),
    ...(notHeld.length > 0 && { notHeld }),
    rules: rulesOf(review.accepted, act.twin),
  };
  const unread = unreadShare(service.reading.ledger, review.unread);
  const gaps = gapsOf(now, book);
  const contentWith: DerivedBook["contentWith"] = (share) =>
    canonical({ ...book, ...(share && { unread: share }) });
  return {
    file: service.bookFile,
    unread,
    content: contentWith(unread),
    contentWith,
    book: { ...book, unread },
    gaps,
    missing: gaps.map(gapWords),
  };
}

/** A text that is hardly of the same day is no source of the rules. */
const rulesOf = (accepted: readonly Rule[], twin: ActTwin | undefined): readonly Rule[] =>
  twin?.parity.isOneVersion === true ? twinnedRules(accepted, twin.text, twin.pairs) : accepted;

/**
 * How a rulebook that was written stands to what is derived: the same byte for byte; the same but for how much was unread,
 * which was measured when it was built, by the reader of that day; or another.
 */
export function standingOf(
  { content, contentWith, missing }: DerivedBook,
  written: string,
): "same" | "other" | Pick<Rulebook, "unread"> {
  if (missing.length > 0) return "other";
  if (written === content) return "same";
  const found = bookIn(written);
  if (found === undefined) return "other";
  const { unread } = found;
  return contentWith(unread) === written ? { ...(unread && { unread }) } : "other";
}

function bookIn(written: string): Rulebook | undefined {
  try {
    const book = JSON.parse(written) as Rulebook;
    return faults("rulebook", book).length === 0 ? book : undefined;
  } catch {
    return undefined;
  }
}
