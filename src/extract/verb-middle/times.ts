import type { ClockInterval, ClockWords } from "../clock-words.ts";
import { marksFor, overlaps, type Sentence } from "../sentence.ts";
import type { Statement } from "../statement.ts";
import type { TimesSyntax } from "../syntax.ts";

/** Words at most between the word for a break and its times: `перерывом на обед ежедневно с`. */
const TO_BREAK = 6;
/** Words at most between what is left out and the word for that: `за исключением субботы, воскресенья и`. */
const TO_EXCEPTED = 6;

/** `с перерывом на обед с 13.00 до 14.30`: the next times behind the word. */
const isBreak = (statement: Statement, interval: ClockInterval, all: readonly ClockInterval[]): boolean =>
  marksFor(statement, "break").some((mark) => {
    if (overlaps(statement, "no-break", mark)) return false;
    const next = all.find((other) => other.from >= mark.to);
    return next === interval && next.from - mark.to <= TO_BREAK;
  });

/** `до 18.00`, `после 18.00`: the word stands right before the time. */
const isBehind = (sentence: Sentence, time: ClockWords, cue: "until" | "count-from"): boolean =>
  marksFor(sentence, cue).some((mark) => mark.to === time.from);

/** Times of day in a sentence with prepositions. */
export const times: TimesSyntax = {
  linking: ["until", "clock"],
  isUntil: (sentence, time) => isBehind(sentence, time, "until"),
  isAfter: (sentence, time) => isBehind(sentence, time, "count-from"),
  isBreak,
  isExcepted: (sentence, named) =>
    marksFor(sentence, "except").some((mark) => mark.to <= named.from && named.from - mark.to <= TO_EXCEPTED),
  isClock: () => true,
};
