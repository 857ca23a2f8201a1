import type { Grammar } from "../language/grammar.ts";
import type { ClockTime, Weekday } from "../model/rule.ts";
import { depthsOf } from "./brackets.ts";
import type { ClockInterval } from "./clock-words.ts";
import { clockTimesIn, intervalsOf } from "./clock.ts";
import { DOUBTFUL, LIKELY, SURE, wholeOf, type Extractor, type Fields, type Reading } from "./extractor.ts";
import { takesRequests } from "./schedule.ts";
import { has, marksFor } from "./sentence.ts";
import type { Statement } from "./statement.ts";
import { syntaxOf } from "./syntaxes.ts";
import { dayGroupsIn, type DayGroup } from "./weekdays.ts";

/** When someone works: each interval of a schedule, or day and night. */
export const hours: Extractor<"hours"> = {
  id: "hours",
  read: (statement, grammar) => [...roundTheClock(statement), ...intervals(statement, grammar)],
  examples: [
    {
      in: "ru",
      text: "график работы услугодателя с понедельника по пятницу с 9:00 до 18:30 часов",
      gives: [{ days: [1, 2, 3, 4, 5], open: "09:00", close: "18:30", break: null }],
    },
    {
      in: "kk",
      text: "дүйсенбіден бастап жұмаға дейін сағат 9.00-ден 18.30-ға дейін, түскі үзіліс 13.00-ден 14.30-ға дейін",
      gives: [{ days: [1, 2, 3, 4, 5], open: "09:00", close: "18:30", break: ["13:00", "14:30"] }],
    },
    {
      in: "kk",
      text: "дүйсенбі – жұма үзіліссіз сағат 8-00-ден 20-00-ге дейін, сенбі күні 9.00-ден 14.00-ге дейін",
      gives: [
        { days: [1, 2, 3, 4, 5], open: "08:00", close: "20:00", break: null },
        { days: [6], open: "09:00", close: "14:00" },
      ],
    },
    { in: "kk", text: "Портал – тәулік бойы", gives: [{ who: "portal", roundTheClock: true }] },
    { in: "kk", text: "Бөлімнің телефоны 8.00-ге дейін өшірулі", gives: [] },
    { in: "kk", text: "Дәрігер тәулік бойы бақылайды", gives: [] },
    {
      in: "ru",
      text: "услугодатель – с понедельника по пятницу, с 9-00 до 18-30 часов, с перерывом на обед с 13-00 до 14-30 часов, кроме выходных и праздничных дней",
      gives: [
        {
          who: "provider",
          days: [1, 2, 3, 4, 5],
          open: "09:00",
          close: "18:30",
          break: ["13:00", "14:30"],
          holidaysExcluded: true,
        },
      ],
    },
    { in: "ru", text: "портал – круглосуточно", gives: [{ who: "portal", roundTheClock: true }] },
    { in: "ru", text: "Врач круглосуточно наблюдает", gives: [] },
  ],
};

function roundTheClock(statement: Statement): Reading<"hours">[] {
  const works = has(statement, "contact-centre") && has(statement, "works");
  const scheduled = statement.topic === "hours" || isSchedule(statement) || has(statement, "portal") || works;
  if (!has(statement, "round-the-clock") || !scheduled) return [];
  const fields = { kind: "hours", who: who(statement), roundTheClock: true } as const;
  return [{ fields, words: wholeOf(statement), confidence: SURE }];
}

const isSchedule = (statement: Statement): boolean =>
  has(statement, "schedule") || (statement.lead !== undefined && has(statement.lead, "schedule"));

function intervals(statement: Statement, grammar: Grammar): Reading<"hours">[] {
  if (!statement.words.some((word) => word.digits)) return [];
  const all = intervalsOf(statement, clockTimesIn(statement, grammar), grammar);
  if (all.length === 0 || takesRequests(statement) || isMeasure(statement, grammar)) return [];
  const breaks = all.filter((interval) => syntaxOf(grammar).times.isBreak(statement, interval, all));
  const open = all.filter((interval) => !breaks.includes(interval));
  const groups = dayGroupsIn(statement, grammar);
  const readings: Reading<"hours">[] = [];
  for (const [index, interval] of open.entries()) {
    const group = daysFor(interval, groups, open[index - 1]);
    const days =
      group?.days ?? (excepts(statement, "day-off", grammar) ? WORKING_WEEK : daysBefore(statement, grammar));
    readings.push({
      fields: {
        kind: "hours",
        who: who(statement),
        ...(days === undefined ? {} : { days }),
        open: interval.open,
        close: interval.close,
        break: breakIn(breaks, interval, open),
        ...(excludesHolidays(statement, grammar) ? { holidaysExcluded: true } : {}),
      },
      words: wholeOf(statement),
      confidence: days === undefined ? DOUBTFUL : group === undefined ? LIKELY : SURE,
    });
  }
  return readings;
}

/** Outside a schedule a sentence that says what somebody does sets no hours of work: `шаралар қолданады (9.00-ден …)`. */
const isMeasure = (statement: Statement, grammar: Grammar): boolean =>
  statement.topic !== "hours" &&
  !isSchedule(statement) &&
  !has(statement, "ways-heading", "results-given") &&
  has(statement, "takes-measures") &&
  statement.words.slice(1).some((word) => grammar.is(word.text, "says"));

/** Days that a schedule means which names none and leaves out days off. */
const WORKING_WEEK: readonly Weekday[] = [1, 2, 3, 4, 5];

/** The days of the schedule told before, within which requests are taken and results given. */
const daysBefore = (statement: Statement, grammar: Grammar): DayGroup["days"] | undefined =>
  has(statement, "results-given") && statement.before !== undefined
    ? dayGroupsIn(statement.before, grammar).at(-1)?.days
    : undefined;

/** The days named last before an interval; the first ones, where none stand before. */
function daysFor(
  interval: ClockInterval,
  groups: readonly DayGroup[],
  previous: ClockInterval | undefined,
): DayGroup | undefined {
  const before = groups.filter((group) => group.to <= interval.from);
  const own = before.filter((group) => group.from >= (previous?.to ?? 0)).at(-1);
  return own ?? (previous === undefined ? groups[0] : before.at(-1));
}

function breakIn(
  breaks: readonly ClockInterval[],
  interval: ClockInterval,
  open: readonly ClockInterval[],
): readonly [ClockTime, ClockTime] | null {
  const own = breaks.find((pause) => pause.open >= interval.open && pause.close <= interval.close);
  if (own === undefined || (open.length > 1 && !isNextTo(own, interval, open))) return null;
  return [own.open, own.close];
}

/** Of several intervals a break belongs to the one it stands nearest to. */
function isNextTo(pause: ClockInterval, interval: ClockInterval, open: readonly ClockInterval[]): boolean {
  const away = (other: ClockInterval): number =>
    pause.from >= other.to ? pause.from - other.to : other.from - pause.to;
  return open.every((other) => away(interval) <= away(other));
}

function excepts(statement: Statement, cue: "day-off" | "holiday", grammar: Grammar): boolean {
  const [named] = marksFor(statement, cue);
  return named !== undefined && syntaxOf(grammar).times.isExcepted(statement, named);
}

/** `мереке күндерін қоспағанда`, or a list of days off that ends with the holidays. */
const excludesHolidays = (statement: Statement, grammar: Grammar): boolean =>
  excepts(statement, "holiday", grammar) ||
  (has(statement, "holiday") && has(statement, "day-off") && !has(statement, "outside-hours"));

const WHO = ["portal", "corporation", "provider", "contact-centre"] as const;

/** Whoever the sentence, or the words that open its list, name first. */
function who(statement: Statement): Fields<"hours">["who"] {
  for (let at: Statement | undefined = statement; at !== undefined; at = at.lead) {
    const sentence = at;
    // `(портал арқылы ресімделген)`: what stands in brackets works for nobody.
    const depths = depthsOf(sentence, 0);
    const named = WHO.flatMap((cue) => marksFor(sentence, cue).map(({ from }) => ({ cue, from }))).filter(
      ({ from }) => depths[from] === 0,
    );
    const [nearest] = named.sort((a, b) => a.from - b.from);
    if (nearest !== undefined) return nearest.cue === "contact-centre" ? "other" : nearest.cue;
  }
  return "provider";
}
