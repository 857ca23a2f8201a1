import { minutesOf, weeklyHours, type OpenInterval, type WeeklyHours } from "../calendar/weekly-hours.ts";
import type { CountryCalendar } from "../calendar/country-calendar.ts";
import {
  timetable,
  type DatedRegistration,
  type Timetable,
  type TimetableInput,
} from "../calendar/timetable.ts";
import type { ZoneTable } from "../calendar/zone-table.ts";
import {
  binds,
  REQUEST,
  type Channel,
  type CutoffRule,
  type HoursRule,
  type RolloverRule,
  type Rule,
  type Weekday,
} from "../model/rule.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

const ALL_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Zone and calendar of a provider, as the border read them. */
export interface Place {
  readonly zone: ZoneTable;
  readonly calendar?: CountryCalendar | undefined;
  /** What the law beneath moves, of an event: counts where the book's own words move nothing in the channel. */
  readonly registration?: ((event: string) => readonly DatedRegistration[]) | undefined;
}

/**
 * The days and hours of a book's provider in a channel. Without a channel (it is not known which) the provider's hours
 * count, and only a rollover or cutoff that covers every channel does. `event` is what it is asked for: a rollover or cutoff
 * moves only what its words speak of. `make` counts, or remembers what it counted.
 */
export function timetableOf(
  book: Rulebook,
  channel: Channel | undefined,
  { zone, calendar, registration }: Place,
  make: (input: TimetableInput) => Timetable = timetable,
  event: string = REQUEST,
): Timetable {
  const judging = book.rules.filter(({ judges }) => judges !== false);
  const provider = hoursOf(judging, "provider");
  const hours = channel === "corporation" ? hoursOf(judging, "corporation") : provider;
  const covers = (rule: CutoffRule | RolloverRule): boolean =>
    (rule.channel === undefined || rule.channel === channel) && binds(rule, event);
  const cutoffs = judging.filter((rule) => rule.kind === "cutoff").filter(covers);
  const rollovers = judging.filter((rule) => rule.kind === "rollover").filter(covers);
  return make({
    zone,
    calendar,
    week: book.week,
    ...(book.rest === undefined ? {} : { rest: book.rest }),
    hours,
    provider,
    rollover: rolloverOf(rollovers),
    cutoff: cutoffs.length === 0 ? undefined : cutoffOf(cutoffs, hours),
    ...(registration === undefined ? {} : { registration: registration(event) }),
  });
}

/** Of several rollovers the one that moves more. */
const rolloverOf = (rules: readonly RolloverRule[]): boolean | "days-off" =>
  rules.length > 0 && rules.every(({ outside }) => outside === "days-off") ? "days-off" : rules.length > 0;

function hoursOf(rules: readonly Rule[], who: HoursRule["who"]): WeeklyHours | undefined {
  const found = rules.filter((rule) => rule.kind === "hours" && rule.who === who) as readonly HoursRule[];
  const intervals = found.flatMap(intervalsOf);
  return intervals.length === 0 ? undefined : weeklyHours(intervals);
}

/** A rule's intervals, on each of its days the time before the break and the time after it. */
function intervalsOf(rule: HoursRule): (OpenInterval & { readonly weekday: Weekday })[] {
  const open = rule.roundTheClock === true ? "00:00" : rule.open;
  const close = rule.roundTheClock === true ? "24:00" : rule.close;
  if (open === undefined || close === undefined) return [];
  const [from, until] = [minutesOf(open), minutesOf(close)];
  const [breakFrom, breakUntil] =
    rule.break == null ? [until, until] : [minutesOf(rule.break[0]), minutesOf(rule.break[1])];
  const parts = [
    { from, until: Math.min(breakFrom, until) },
    { from: Math.max(breakUntil, from), until },
  ].filter((part) => part.from < part.until);
  return (rule.days ?? ALL_DAYS).flatMap((weekday) => parts.map((part) => ({ ...part, weekday })));
}

/** Minute of each weekday after which requests are no longer taken: `time`, and `before` closing where there is no `time`. */
function cutoffOf(rules: readonly CutoffRule[], hours: WeeklyHours | undefined): (number | undefined)[] {
  return ALL_DAYS.map((weekday) => {
    const minutes = rules
      .filter(({ days }) => days === undefined || days.includes(weekday))
      .map((rule) => minuteOf(rule, hours?.[weekday - 1]?.at(-1)?.until))
      .filter((minute) => minute !== undefined);
    return minutes.length === 0 ? undefined : Math.min(...minutes);
  });
}

const MINUTES: Readonly<Record<string, number>> = { second: 1 / 60, minute: 1, hour: 60 };

function minuteOf({ time, before }: CutoffRule, closing: number | undefined): number | undefined {
  if (time !== undefined) return minutesOf(time);
  const unit = before === undefined ? undefined : MINUTES[before.unit];
  return before === undefined || unit === undefined || closing === undefined
    ? undefined
    : closing - before.amount * unit;
}
