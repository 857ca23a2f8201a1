import type { ClockInterval, ClockWords } from "../clock-words.ts";
import type { Mark } from "../marks.ts";
import { marksFor, type Sentence } from "../sentence.ts";
import type { Statement } from "../statement.ts";
import type { TimesSyntax } from "../syntax.ts";

/** Words at most between an interval and the word that makes it a break. */
const NEAR = 3;
/** The same, with the ending of the number and what the break is for: `14.30-ға дейінгі түскі асқа үзіліспен`. */
const NEAR_BEHIND = 5;

/** `13.00-ден 14.30-ға дейін түскі үзіліспен` has the word behind the times, `түскі үзіліс 13.00-ден 14.30-ға` before. */
function isBreak(statement: Statement, interval: ClockInterval, all: readonly ClockInterval[]): boolean {
  const following = all.find((other) => other.from >= interval.to)?.from ?? Number.POSITIVE_INFINITY;
  const isBehind = (mark: Mark): boolean =>
    mark.from >= interval.to && mark.from - interval.to <= NEAR_BEHIND && mark.from < following;
  if (marksFor(statement, "with-break").some(isBehind)) return true;
  return marksFor(statement, "break").some((mark) => {
    const next = all.find((other) => other.from >= mark.to && other.from - mark.to < NEAR);
    return next === undefined ? isBehind(mark) : next === interval;
  });
}

/** `18.00-ге дейін`, `18.00-ден кейін`: the word stands behind the time, with the ending of the number between. */
const isFollowedBy = (sentence: Sentence, time: ClockWords, cue: "until" | "count-from"): boolean =>
  marksFor(sentence, cue).some((mark) => mark.from >= time.to && mark.from - time.to <= 1);

/** Times of day in a sentence whose verb ends it. */
export const times: TimesSyntax = {
  linking: ["count-from", "clock"],
  isUntil: (sentence, time) => isFollowedBy(sentence, time, "until"),
  isAfter: (sentence, time) => isFollowedBy(sentence, time, "count-from"),
  isBreak,
  isExcepted: (sentence, named) => marksFor(sentence, "except").some((mark) => mark.from >= named.to),
  isClock: (word, grammar) => grammar.is(word, "to") || grammar.is(word, "from"),
};
