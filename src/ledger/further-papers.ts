import type { ReadStatement } from "../extract/extract.ts";
import type { Statement } from "../extract/statement.ts";
import type { Span } from "../model/span.ts";
import { marksFor, wordsAt } from "./marked.ts";

/**
 * Where one rule of a paper has more than one in its words: behind an "and" between two papers, behind an "or" whose two
 * sides end alike, and behind a paper that another is brought with. Each stretch goes on to the rule's end.
 */
export const furtherPapers = ({ statement, rules }: ReadStatement): readonly Span[] =>
  rules
    .filter(({ kind }) => kind === "document")
    .flatMap(({ words }) =>
      firstOf([behindAnd(statement, words), behindOr(statement, words), behindWith(statement, words)], words),
    );

const firstOf = (starts: readonly (number | undefined)[], { end }: Span): Span[] => {
  const known = starts.filter((start) => start !== undefined);
  return known.length === 0 ? [] : [{ start: Math.min(...known), end }];
};

function behindAnd(statement: Statement, rule: Span): number | undefined {
  const papers = placesOf(statement, ["document", "paper-of"], rule);
  return placesOf(statement, ["and"], rule).find(
    (and) =>
      papers.some(({ end }) => and.start > end && and.start - end <= GAP) &&
      papers.some(({ start }) => start > and.end),
  )?.end;
}

/** Letters at most between a paper's word and the "and" behind it: a space, a bracket. */
const GAP = 2;

function behindOr(statement: Statement, rule: Span): number | undefined {
  const own = statement.words.filter(({ start, end }) => rule.start <= start && end <= rule.end);
  const last = endOf(statement, rule);
  return placesOf(statement, ["or"], rule).find((or) => {
    const side = own.filter(({ end }) => end <= or.start);
    return (
      last !== undefined && side.some(({ text }) => text === last) && own.some(({ start }) => start > or.end)
    );
  })?.end;
}

/** The last word of a rule that stands outside brackets. */
function endOf({ passage, words }: Statement, rule: Span): string | undefined {
  const bracket = passage.text.slice(rule.start, rule.end).lastIndexOf("(");
  const end = bracket > 0 && bracket > (rule.end - rule.start) / 2 ? rule.start + bracket : rule.end;
  return words.findLast((word) => word.start >= rule.start && word.end <= end)?.text;
}

function behindWith(statement: Statement, rule: Span): number | undefined {
  const papers = placesOf(statement, ["document"], rule);
  return placesOf(statement, ["with-document"], rule).find(({ end }) =>
    papers.some(({ start }) => start > end),
  )?.end;
}

const placesOf = (
  statement: Statement,
  cues: readonly Parameters<typeof marksFor>[1][],
  rule: Span,
): readonly Span[] =>
  cues
    .flatMap((cue) => marksFor(statement, cue))
    .map((mark) => wordsAt(statement, mark))
    .filter(({ start, end }) => rule.start <= start && end <= rule.end);
