import type { ClockInterval } from "./clock.ts";
import type { Mark } from "./marks.ts";
import { has, marksFor } from "./sentence.ts";
import type { Statement } from "./statement.ts";

/** Words at most before what is taken, where the sentence tells when requests are taken and not who works when. */
const OPENING = 6;

/**
 * `Өтініштерді қабылдау сағат 9.00-ден 17.30-ға дейін`: that is a cutoff; where results are given in the same hours, these
 * are hours of work.
 */
export const takesRequests = (statement: Statement): boolean =>
  marksFor(statement, "ways-heading").some((mark) => mark.from <= OPENING) &&
  !has(statement, "schedule", "results-given");

/** Words at most between an interval and the word that makes it a break. */
const NEAR = 3;
/** The same, with the ending of the number and what the break is for: `14.30-ға дейінгі түскі асқа үзіліспен`. */
const NEAR_BEHIND = 5;

/** `13.00-ден 14.30-ға дейін түскі үзіліспен` has the word behind the times, `түскі үзіліс 13.00-ден 14.30-ға` before. */
export function isBreak(
  statement: Statement,
  interval: ClockInterval,
  all: readonly ClockInterval[],
): boolean {
  const following = all.find((other) => other.from >= interval.to)?.from ?? Number.POSITIVE_INFINITY;
  const isBehind = (mark: Mark): boolean =>
    mark.from >= interval.to && mark.from - interval.to <= NEAR_BEHIND && mark.from < following;
  if (marksFor(statement, "with-break").some(isBehind)) return true;
  return marksFor(statement, "break").some((mark) => {
    const next = all.find((other) => other.from >= mark.to && other.from - mark.to < NEAR);
    return next === undefined ? isBehind(mark) : next === interval;
  });
}
