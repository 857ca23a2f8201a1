import { isOpen, isRisky, lettersOf, type LedgerEntry, type Seen } from "./ledger.ts";

/**
 * How much of its regulation nobody had read when a rulebook was built: neither the reader nor a person, who would have
 * made a rule of the words or dismissed them.
 */
export interface UnreadShare {
  /** Places that wait for somebody, and those of them that most likely hold a rule. */
  readonly places: number;
  readonly risky: number;
  /** Places that the reader did not read and a person has dismissed. */
  readonly dismissed: number;
  /** Letters and digits of the waiting places, and of the whole regulation. */
  readonly letters: number;
  readonly of: number;
}

/** The share of a text on which nobody has decided anything. */
export const unreadShareOfText = (ledger: readonly LedgerEntry[]): UnreadShare =>
  unreadShare(
    ledger,
    ledger
      .filter(({ account }) => account === "unread")
      .map((entry) => ({ entry, dismissed: [], rules: [] })),
  );

/** The share of a regulation: its ledger, and what people have made of its unread words. */
export function unreadShare(
  ledger: readonly LedgerEntry[],
  places: readonly (Seen & { readonly entry: LedgerEntry })[],
): UnreadShare {
  const open = places.filter(isOpen).map(({ entry }) => entry);
  const letters = (entries: readonly LedgerEntry[]): number =>
    entries.reduce((sum, { quote }) => sum + lettersOf(quote), 0);
  return {
    places: open.length,
    risky: open.filter(isRisky).length,
    dismissed: places.filter(({ dismissed }) => dismissed.length > 0).length,
    letters: letters(open),
    of: letters(ledger),
  };
}

/** The share of several regulations together; undefined where one of them is not known. */
export function unreadShareOfAll(shares: readonly (UnreadShare | undefined)[]): UnreadShare | undefined {
  const known = shares.filter((share) => share !== undefined);
  if (known.length < shares.length) return undefined;
  const sum = (of: (share: UnreadShare) => number): number =>
    known.reduce((total, share) => total + of(share), 0);
  return {
    places: sum(({ places }) => places),
    risky: sum(({ risky }) => risky),
    dismissed: sum(({ dismissed }) => dismissed),
    letters: sum(({ letters }) => letters),
    of: sum(({ of }) => of),
  };
}
