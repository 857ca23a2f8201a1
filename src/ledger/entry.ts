import { type LedgerEntry, type PlainReason, type Risk, type UnreadReason } from "../model/ledger.ts";
import { lineStarts, linesTouched } from "../model/line-index.ts";
import { sourceSpans } from "../model/passage.ts";
import { mergeSpans, type Span } from "../model/span.ts";
import type { Leaf } from "./leaves.ts";

/** Words that were not read. */
export interface Unread {
  readonly account: "unread";
  readonly reason: UnreadReason;
  readonly risk: Risk;
}

/** What became of some words. */
export type What =
  | Unread
  | { readonly account: "plain"; readonly reason: PlainReason }
  | { readonly account: "rule"; readonly rules: readonly string[] };

/** Signs before words that belong to what stands before them. */
const EDGE = /^[\s.,;:)]+/;

const LETTER = /[\p{L}\p{Nd}]/u;

/** Gives what became of words its place. The marker of a provision goes with the first of its words. */
export class EntryMaker {
  private readonly starts: readonly number[];

  constructor(content: string) {
    this.starts = lineStarts(content);
  }

  /** The entry of all words of a leaf. */
  whole(leaf: Leaf, what: What): LedgerEntry[] {
    return this.some(leaf, [{ start: 0, end: leaf.passage.text.length }], what);
  }

  /** The entry of some stretches of a leaf; none where no letter stands in them. */
  some(leaf: Leaf, stretches: readonly Span[], what: What): LedgerEntry[] {
    const { passage, provision, service } = leaf;
    const marker = stretches.some(({ start }) => start === 0) ? leaf.marker : undefined;
    const words = stretches.map(({ start, end }) =>
      passage.text.slice(start, end).replace(EDGE, "").trimEnd(),
    );
    const quote = [
      ...(marker === undefined ? [] : [marker.text.trim()]),
      words.filter((one) => one !== "").join(" … "),
    ].join(" ");
    const spans = mergeSpans([
      ...(marker === undefined ? [] : sourceSpans(marker)),
      ...stretches.flatMap(({ start, end }) => sourceSpans(passage, start, end)),
    ]);
    if (!LETTER.test(quote) || spans.length === 0) return [];
    const { rules = [], ...told } = { rules: undefined, ...what };
    return [
      {
        path: provision.path,
        cite: provision.cite,
        service,
        lines: linesTouched(this.starts, spans),
        spans,
        quote,
        ...told,
        rules,
      },
    ];
  }
}
