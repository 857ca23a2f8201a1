import type { Grammar } from "../language/grammar.ts";
import type { Weekday } from "../model/rule.ts";
import { gapAfter, marksFor, type Sentence } from "./sentence.ts";

/** Days of the week named together, from the first word up to but without `to`. */
export interface DayGroup {
  readonly days: readonly Weekday[];
  readonly from: number;
  readonly to: number;
}

const WORKING_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The groups of days that a sentence names, in its order; days off (`демалыс (жексенбі)`) are no group. */
export function dayGroupsIn(sentence: Sentence, grammar: Grammar): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const day of namedDays(sentence, grammar)) {
    const last = groups.at(-1);
    if (last !== undefined && isRange(sentence, last, day, grammar))
      groups[groups.length - 1] = through(last, day);
    else if (last !== undefined && isListed(sentence, last, day)) groups[groups.length - 1] = and(last, day);
    else groups.push(day);
  }
  const kept = groups.filter((group) => !isDayOff(sentence, group));
  const working = marksFor(sentence, "working-days").map((mark) => ({ ...mark, days: WORKING_DAYS }));
  const daily =
    kept.length > 0 ? [] : marksFor(sentence, "daily").map((mark) => ({ ...mark, days: EVERY_DAY }));
  return [...kept, ...working, ...daily].sort((a, b) => a.from - b.from);
}

function namedDays(sentence: Sentence, grammar: Grammar): DayGroup[] {
  return sentence.words.flatMap((word, index) => {
    const day = word.digits ? undefined : grammar.weekdayOf(word.text);
    return day === undefined ? [] : [{ days: [day], from: index, to: index + 1 }];
  });
}

/** Words at most between the ends of a range: `дүйсенбіден бастап жұмаға`. */
const APART = 2;

function isRange(sentence: Sentence, first: DayGroup, last: DayGroup, grammar: Grammar): boolean {
  const from = first.days.at(-1);
  const to = last.days[0];
  if (first.days.length !== 1 || from === undefined || to === undefined || from >= to) return false;
  if (first.to === last.from && /^\s*[-–—]\s*$/.test(gapAfter(sentence, first.to - 1))) return true;
  const word = sentence.words[first.to - 1]?.text ?? "";
  return last.from - first.to <= APART && grammar.is(word, "from");
}

/** `дүйсенбі, сәрсенбі және жұма`. */
function isListed(sentence: Sentence, first: DayGroup, next: DayGroup): boolean {
  if (next.from === first.to) return /^\s*,\s*$/.test(gapAfter(sentence, first.to - 1));
  return marksFor(sentence, "and").some((mark) => mark.from === first.to && mark.to === next.from);
}

function through(first: DayGroup, last: DayGroup): DayGroup {
  const [from] = first.days;
  const [to] = last.days;
  const days = EVERY_DAY.filter((day) => from !== undefined && to !== undefined && day >= from && day <= to);
  return { days, from: first.from, to: last.to };
}

const and = (first: DayGroup, next: DayGroup): DayGroup => ({
  days: [...new Set([...first.days, ...next.days])].sort((a, b) => a - b),
  from: first.from,
  to: next.to,
});

/** Words at most between `демалыс` and the day it names. */
const NEAR = 2;

const isDayOff = (sentence: Sentence, group: DayGroup): boolean =>
  marksFor(sentence, "day-off").some((mark) => group.from >= mark.to && group.from - mark.to < NEAR);
