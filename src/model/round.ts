/** A pass of a case from its starting event to its end. A case number that is used again has several. */
export interface Round {
  readonly case: string;
  /** From 1, in the order of time. */
  readonly round: number;
}

/** Stands between a case's number and that of its round in the key by which a round is found. */
export const ROUND_MARK = " ⟳";

/**
 * The round that a key names. A key without a mark is a first round; numbers that hold a mark themselves have theirs
 * behind it always, so that no case is taken for a round of another.
 */
export function roundOf(key: string): Round {
  const at = key.lastIndexOf(ROUND_MARK);
  const number = at < 0 ? "" : key.slice(at + ROUND_MARK.length);
  return /^\d+$/.test(number) ? { case: key.slice(0, at), round: Number(number) } : { case: key, round: 1 };
}

/** How a round is written where one word has to name it: `1`, and `1 ⟳2` for its second round. */
export const keyOf = (of: { readonly case: string; readonly round?: number }): string =>
  of.round === undefined || of.round === 1 ? of.case : `${of.case}${ROUND_MARK}${of.round}`;
