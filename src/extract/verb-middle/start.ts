import type { Grammar } from "../../language/grammar.ts";
import { depthsOf, gapBefore } from "../brackets.ts";
import type { Mark } from "../marks.ts";
import { marksFor, wordsBetween } from "../sentence.ts";
import type { Statement } from "../statement.ts";
import { isParticiple, isVerb, subjectsIn } from "./clause.ts";

/** The words for the event that a term runs from, or back from: `со дня поступления документов`, `до ее проведения`. */
export function startOf(
  statement: Statement,
  term: Mark,
  isSameDay: boolean,
  grammar: Grammar,
): string | undefined {
  const opening = isSameDay
    ? marksFor(statement, "day-of").find((mark) => mark.from === term.from)
    : (endMark(statement, term) ?? startMark(statement, term, grammar));
  return opening === undefined
    ? undefined
    : wordsBetween(statement, opening.from, eventEnd(statement, opening, grammar));
}

/** Whether a term is counted back from its event: `за 10 дней до …`. */
export const isBefore = (statement: Statement, term: Mark): boolean => endMark(statement, term) !== undefined;

const endMark = (statement: Statement, term: Mark): Mark | undefined =>
  marksFor(statement, "before").find((mark) => mark.from === term.to);

/** Words at most between a term and its beginning, where that stands behind it: `в течение трех дней (…) со дня`. */
const FAR = 6;

/** What opens the event: right behind the term, near behind it, or the last before it. */
function startMark(statement: Statement, term: Mark, grammar: Grammar): Mark | undefined {
  const marks = marksFor(statement, "count-from").filter(
    (mark) => mark.from >= term.to || mark.to <= term.from,
  );
  const isNear = (mark: Mark): boolean => {
    if (mark.from < term.to || mark.from - term.to > FAR) return false;
    for (let at = term.to; at < mark.from; at += 1) if (isVerb(statement, at, grammar)) return false;
    return true;
  };
  return marks.find(isNear) ?? marks.findLast((mark) => mark.to <= term.from);
}

/** Words at most of an event. */
const LONGEST = 30;
const LIMITS = ["within", "at-most", "no-later", "after-so-long"] as const;

/** The word behind an event: before a verb, a limit, somebody who acts, or what is done then. */
function eventEnd(statement: Statement, opening: Mark, grammar: Grammar): number {
  const depths = depthsOf(statement, opening.from);
  const stops = [...LIMITS.flatMap((cue) => marksFor(statement, cue)), ...subjectsIn(statement, grammar)];
  const most = Math.min(statement.words.length, opening.to + LONGEST);
  for (let at = opening.to + 1; at < most; at += 1) {
    const gap = gapBefore(statement, at);
    if (/[;:)]|\s[-–—]\s/u.test(gap) && depths[at - 1] === 0 && depths[at] === 0) return at;
    if (depths[at] !== 0) continue;
    if (gap.includes(",") && !isParticiple(statement, at, grammar)) return at;
    if (isVerb(statement, at, grammar) || stops.some((mark) => mark.from === at)) return at;
  }
  return most;
}
