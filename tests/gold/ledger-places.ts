import type { LedgerEntry } from "../../src/model/ledger.ts";
import type { Row } from "./scoring.ts";

/**
 * The entries of a ledger that a gold rule's words stand in: on its lines, and either holding half of its words or made of
 * them by half.
 */
export function entriesAt(gold: Row, ledger: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const [first, last] = gold.lines;
  const words = stems(typeof gold["quote"] === "string" ? gold["quote"] : "");
  return ledger.filter(({ lines, quote }) => {
    if (lines[1] < first || last < lines[0]) return false;
    const own = stems(quote);
    const shared = [...own].filter((stem) => words.has(stem)).length;
    return shared > 0 && (2 * shared >= words.size || 2 * shared >= own.size);
  });
}

/** A title or a note may repeat the words of a rule; where anything else has them as well, it is no place of it. */
export const isCalledPlain = (entries: readonly LedgerEntry[]): boolean =>
  entries.length > 0 && entries.every(({ account }) => account === "plain");

export const isUnread = (entries: readonly LedgerEntry[]): boolean =>
  entries.some(({ account }) => account === "unread");

/** Beginnings of the words, as `gold/score.py` compares them. */
const stems = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{Nd}_]{2,}/gu) ?? []).map((word) => word.slice(0, 5)));
