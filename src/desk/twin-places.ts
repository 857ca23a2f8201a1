import type { LedgerEntry } from "../model/ledger.ts";
import type { ParityPoint } from "../model/parity.ts";
import type { Candidate } from "../model/rule.ts";
import { blocksAcross } from "../twin/pair-rules.ts";
import { passages } from "../twin/twin-text.ts";
import { pointsByPath } from "../twin/twinned.ts";
import type { ActTwin } from "./hold-twin.ts";

/** What stands in the other language's text at a place of the act. */
export interface TwinPlace {
  /** The provision over there; absent where there is none. */
  readonly words?: { readonly cite: string; readonly quote: string };
  /** In what the two provisions differ in substance. */
  readonly points: readonly ParityPoint[];
}

/** Looks up what the other text has at provisions of the act, by their paths. */
export function twinPlaces({ text, pairs, parity }: ActTwin): (path: string) => TwinPlace {
  const across = blocksAcross(pairs);
  const points = pointsByPath(parity);
  const wordsOf = passages(text);
  return (path) => {
    const words = wordsOf(across.get(path) ?? []);
    return {
      ...(words === undefined ? {} : { words: { cite: words.cite, quote: words.quote } }),
      points: points.get(path) ?? [],
    };
  };
}

/** Rules that the other text has at words of the act which gave none. */
export const rulesBeside = ({ beside }: ActTwin, entry: LedgerEntry): readonly Candidate[] =>
  beside.get(entry) ?? [];
