import type { Grammar } from "../language/grammar.ts";
import type { Duration } from "../model/duration.ts";
import type { ClockWords } from "./clock-words.ts";
import { clockTimesIn, intervalsOf } from "./clock.ts";
import { LIKELY, SURE, wholeOf, type Extractor, type Reading } from "./extractor.ts";
import { takesRequests } from "./schedule.ts";
import { has, marksFor } from "./sentence.ts";
import type { Statement } from "./statement.ts";
import { syntaxOf } from "./syntaxes.ts";
import { termsIn } from "./term.ts";
import { namedWays } from "./ways.ts";
import { dayGroupsIn, type DayGroup } from "./weekdays.ts";

/** Until when on a day requests are taken: at a time of day, or so long before closing. */
export const cutoff: Extractor<"cutoff"> = {
  id: "cutoff",
  read: (statement, grammar) => {
    const late = lateTimes(statement, grammar);
    if (late.length > 0) return late.map((time) => reading(statement, undefined, time, grammar));
    if (!has(statement, "accepted", "ways-heading")) return [];
    const before = beforeClosing(statement, grammar);
    const times = lastTimes(statement, grammar);
    if (times.length > 0) return times.map((time) => reading(statement, before, time, grammar));
    return before === undefined ? [] : [reading(statement, before, undefined, grammar)];
  },
  examples: [
    {
      in: "kk",
      text: "Өтініш жұмыс аяқталғанға дейін 2 сағат бұрын қабылданады (жұмыс күндері 18.00-ге дейін, сенбі күні 12.00-ге дейін)",
      gives: [
        { days: [1, 2, 3, 4, 5], time: "18:00", before: { amount: 2, unit: "hour" } },
        { days: [6], time: "12:00", before: { amount: 2, unit: "hour" } },
      ],
    },
    {
      in: "kk",
      text: "Құжаттар жұмысы аяқталғанға дейін бір сағат бұрын қабылданады",
      gives: [{ before: { amount: 1, unit: "hour" } }],
    },
    {
      in: "kk",
      text: "Құжаттарды қабылдау дүйсенбіден жұмаға дейін сағат 9.00-ден 17.30-ға дейін жүзеге асырылады",
      gives: [{ days: [1, 2, 3, 4, 5], time: "17:30" }],
    },
    {
      in: "kk",
      text: "сағат 17.00-ден кейін түскен өтінім келесі жұмыс күні тіркеледі",
      gives: [{ time: "17:00" }],
    },
    { in: "kk", text: "Құжаттар жұмысы аяқталғанға дейін қабылданады", gives: [] },
    {
      in: "ru",
      text: "заявление, поступившее после 18:00 часов, регистрируется на следующий рабочий день",
      gives: [{ time: "18:00" }],
    },
    { in: "ru", text: "Документы принимаются до окончания рабочего дня", gives: [] },
  ],
};

/** `сағат 18.00-ден кейін түскен өтініш келесі жұмыс күні тіркеледі`: the time behind which a request waits for the next day. */
export function lateTimes(statement: Statement, grammar: Grammar): ClockWords[] {
  if (!has(statement, "next-working-day")) return [];
  return clockTimesIn(statement, grammar).filter((time) => syntaxOf(grammar).times.isAfter(statement, time));
}

/** `жұмысы аяқталғанға дейін 2 сағат бұрын`. */
export function beforeClosing(statement: Statement, grammar: Grammar): Duration | undefined {
  if (!has(statement, "until-close") || !has(statement, "accepted")) return undefined;
  const before = marksFor(statement, "before");
  return termsIn(statement, grammar).find(
    (term) => CLOCK_UNITS.has(term.length.unit) && before.some((mark) => mark.from === term.to),
  )?.length;
}

/** Units that a time before closing is told in; days before an end are a term. */
const CLOCK_UNITS: ReadonlySet<string> = new Set(["minute", "hour"]);

/** Times of day followed by `дейін` that end no interval of work; where requests are taken from–to, the end counts. */
function lastTimes(statement: Statement, grammar: Grammar): ClockWords[] {
  const times = clockTimesIn(statement, grammar);
  if (times.length === 0) return [];
  const intervals = intervalsOf(statement, times, grammar);
  const breaks = intervals.filter((interval) =>
    syntaxOf(grammar).times.isBreak(statement, interval, intervals),
  );
  const inside = takesRequests(statement) ? breaks : intervals;
  const open = new Set(intervals.map((interval) => interval.from));
  const alone = times.filter(
    (time) => !open.has(time.from) && !inside.some((one) => one.from <= time.from && time.to <= one.to),
  );
  return alone.filter((time) => syntaxOf(grammar).times.isUntil(statement, time));
}

/** The days of the schedule that the sentence before tells, where acceptance has its own hours within them. */
const scheduleBefore = (statement: Statement, grammar: Grammar): DayGroup | undefined =>
  statement.before !== undefined && takesRequests(statement)
    ? dayGroupsIn(statement.before, grammar).at(-1)
    : undefined;

function reading(
  statement: Statement,
  before: Duration | undefined,
  time: ClockWords | undefined,
  grammar: Grammar,
): Reading<"cutoff"> {
  const named = dayGroupsIn(statement, grammar).findLast(
    (days) => time !== undefined && days.to <= time.from,
  );
  const group = named ?? scheduleBefore(statement, grammar);
  const [channel] = namedWays(statement);
  return {
    fields: {
      kind: "cutoff",
      ...(group === undefined ? {} : { days: group.days }),
      ...(time === undefined ? {} : { time: time.time }),
      ...(before === undefined ? {} : { before }),
      ...(channel === undefined ? {} : { channel }),
    },
    words: wholeOf(statement),
    confidence: before === undefined ? LIKELY : SURE,
  };
}
