import type { Grammar } from "../language/grammar.ts";
import type { Mark } from "./marks.ts";
import { marksOf } from "./marks.ts";
import { gapAfter, marksFor } from "./sentence.ts";
import type { Statement } from "./statement.ts";
import { waysIn } from "./ways.ts";

/** Words at most between a term and what closes it as a limit: `30 минуттан аспайды`. */
const NEAR = 2;

/**
 * A sentence with several limits, cut behind each that a comma or a bracket closes, so that every limit has its own
 * words; the parts behind the first have the first for their lead. A sentence without such a cut is one part.
 */
export function segmentsOf(statement: Statement, terms: readonly Mark[], grammar: Grammar): Statement[] {
  const cuts = terms.slice(0, -1).flatMap((term) => {
    const end = limitEnd(statement, term);
    return /[,)]/.test(gapAfter(statement, end - 1)) ? [end] : [];
  });
  if (cuts.length === 0) return [statement];
  const bounds = [0, ...cuts, statement.words.length];
  const first = part(statement, 0, bounds[1] ?? 0, grammar, undefined);
  const others = bounds.slice(1, -1).map((from, index) => {
    const to = bounds[index + 2] ?? statement.words.length;
    return part(statement, from, to, grammar, first);
  });
  return [first, ...others];
}

function limitEnd(statement: Statement, term: Mark): number {
  const closing = (["within", "at-most", "no-later"] as const)
    .flatMap((cue) => marksFor(statement, cue))
    .find((mark) => mark.from >= term.to && mark.from - term.to <= NEAR);
  return closing?.to ?? term.to;
}

function part(
  statement: Statement,
  from: number,
  to: number,
  grammar: Grammar,
  lead: Statement | undefined,
): Statement {
  const words = statement.words.slice(from, to);
  const start = from === 0 ? statement.start : (words[0]?.start ?? statement.start);
  const end = to === statement.words.length ? statement.end : (words.at(-1)?.end ?? statement.end);
  const own = { ...statement, words, start, end, marks: marksOf(words, grammar.lexicon) };
  const ways = waysIn(own);
  const inherited = statement.lead?.channels ?? statement.before?.channels ?? [];
  const opening = lead ?? statement.lead;
  return {
    ...own,
    channels: ways.length > 0 ? ways : waysIn(statement).length > 0 ? inherited : statement.channels,
    ...(opening === undefined ? {} : { lead: opening }),
  };
}
