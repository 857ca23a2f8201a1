import type { Grammar } from "../language/grammar.ts";
import type { ClockInterval, ClockWords } from "./clock-words.ts";
import { gapAfter, marksFor, type Sentence } from "./sentence.ts";
import { syntaxOf } from "./syntaxes.ts";

/** Every time of day in the sentence: `8.00`, `18:30`, `9-00`, and `сағат 9` with an ending. */
export function clockTimesIn(sentence: Sentence, grammar: Grammar): ClockWords[] {
  const times: ClockWords[] = [];
  for (let at = 0; at < sentence.words.length; at += 1) {
    const time = clockTimeAt(sentence, at, grammar);
    if (time === undefined) continue;
    times.push(time);
    at = time.to - 1;
  }
  return times;
}

/** Times of day that follow each other with nothing between but an ending, `бастап` or `сағат`. */
export function intervalsOf(
  sentence: Sentence,
  times: readonly ClockWords[],
  grammar: Grammar,
): ClockInterval[] {
  const intervals: ClockInterval[] = [];
  for (let index = 0; index + 1 < times.length; index += 1) {
    const open = times[index];
    const close = times[index + 1];
    if (open === undefined || close === undefined || !isUpTo(sentence, open, close, grammar)) continue;
    intervals.push({ open: open.time, close: close.time, from: open.from, to: close.to });
    index += 1;
  }
  return intervals;
}

function clockTimeAt(sentence: Sentence, from: number, grammar: Grammar): ClockWords | undefined {
  const word = sentence.words[from];
  if (word?.digits !== true) return undefined;
  const whole = /^(\d{1,2})[.:](\d{2})$/.exec(word.text);
  if (whole !== null) return clockWords(whole[1], whole[2], from, from + 1);
  if (!/^\d{1,2}$/.test(word.text)) return undefined;
  const minutes = sentence.words[from + 1];
  if (minutes?.digits === true && /^[0-5]\d$/.test(minutes.text) && /^[-–—]$/.test(gapAfter(sentence, from)))
    return clockWords(word.text, minutes.text, from, from + 2);
  const named = marksFor(sentence, "clock").some((mark) => mark.to === from);
  return named && isEnding(minutes?.text, grammar) ? clockWords(word.text, "00", from, from + 1) : undefined;
}

function clockWords(
  hours: string | undefined,
  minutes: string | undefined,
  from: number,
  to: number,
): ClockWords | undefined {
  if (hours === undefined || minutes === undefined || Number(hours) > 24 || Number(minutes) > 59)
    return undefined;
  return { time: `${hours.padStart(2, "0")}:${minutes}`, from, to };
}

const isEnding = (word: string | undefined, grammar: Grammar): boolean =>
  word !== undefined && grammar.isEnding(word);

function isUpTo(sentence: Sentence, open: ClockWords, close: ClockWords, grammar: Grammar): boolean {
  for (let at = open.to; at < close.from; at += 1) {
    const { linking } = syntaxOf(grammar).times;
    const inCue = linking.some((cue) =>
      marksFor(sentence, cue).some((mark) => mark.from <= at && at < mark.to),
    );
    if (!inCue && !isEnding(sentence.words[at]?.text, grammar)) return false;
  }
  return true;
}
