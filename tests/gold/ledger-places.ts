import type { LedgerEntry } from "../../src/model/ledger.ts";
import { lineStarts } from "../../src/model/line-index.ts";
import type { Span } from "../../src/model/span.ts";
import type { Row } from "./scoring.ts";

/**
 * The entries of a ledger that a gold rule's words stand in: where its quote is found letter by letter on its lines, those
 * that share letters with that place; elsewhere (words that repairs have moved) those on its lines that are made of its
 * words by half or hold half of them.
 */
export function entriesAt(
  gold: Row,
  ledger: readonly LedgerEntry[],
  content: string,
): readonly LedgerEntry[] {
  const near = ledger.filter(({ lines }) => lines[0] <= gold.lines[1] && gold.lines[0] <= lines[1]);
  const quote = typeof gold["quote"] === "string" ? gold["quote"] : "";
  const place = placeOf(quote, gold.lines, content);
  if (place !== undefined)
    return near.filter(({ spans }) =>
      spans.some((span) => sharedLetters(span, place, content) >= Math.min(SHARED, lettersIn(span, content))),
    );
  const words = stems(quote);
  return near.filter((entry) => {
    const own = stems(entry.quote);
    const shared = [...own].filter((stem) => words.has(stem)).length;
    return shared > 0 && (2 * shared >= words.size || 2 * shared >= own.size);
  });
}

/** Letters at least that an entry has in common with a place; all it has, where it has fewer. */
const SHARED = 5;

export const isCalledPlain = (entries: readonly LedgerEntry[]): boolean =>
  entries.length > 0 && entries.every(({ account }) => account === "plain");

export const isUnread = (entries: readonly LedgerEntry[]): boolean =>
  entries.some(({ account }) => account === "unread");

/** Where a quote stands on some lines of a text, whatever signs and spaces stand between its letters. */
function placeOf(quote: string, [first, last]: Row["lines"], content: string): Span | undefined {
  const starts = lineStarts(content);
  const from = starts[first - 1] ?? 0;
  const to = starts[last] ?? content.length;
  const offsets: number[] = [];
  let letters = "";
  for (let at = from; at < to; at += 1)
    if (LETTER.test(content.charAt(at))) {
      offsets.push(at);
      letters += content.charAt(at).toLowerCase();
    }
  const wanted = quote.toLowerCase().replace(/[^\p{L}\p{Nd}]/gu, "");
  const found = wanted === "" ? -1 : letters.indexOf(wanted);
  const start = offsets[found];
  const end = offsets[found + wanted.length - 1];
  return start === undefined || end === undefined ? undefined : { start, end: end + 1 };
}

const LETTER = /[\p{L}\p{Nd}]/u;

const lettersIn = ({ start, end }: Span, content: string): number =>
  content.slice(start, end).replace(/[^\p{L}\p{Nd}]/gu, "").length;

function sharedLetters(one: Span, other: Span, content: string): number {
  const start = Math.max(one.start, other.start);
  return lettersIn({ start, end: Math.max(start, Math.min(one.end, other.end)) }, content);
}

/** Beginnings of the words, as `gold/score.py` compares them. */
const stems = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{Nd}_]{2,}/gu) ?? []).map((word) => word.slice(0, 5)));
