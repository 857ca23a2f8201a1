import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import type { Channel, HoursRule } from "../../../src/model/rule.ts";
import { dayAt, type Day, type Instant, timeOf, weekdayOf } from "./clock.ts";
import { daysOff, type DaysOff } from "./days-off.ts";

/** Open from an instant until another. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** Who serves a channel: on which days, and when it is open on them. */
export interface Office {
  readonly zone: string;
  readonly hoursKnown: boolean;
  readonly works: (day: Day) => boolean;
  /** In order; none on a day off, and none at all where no hours are known. */
  readonly open: (day: Day) => readonly Stretch[];
  /** The weekday whose hours a day has: its own, or that of the day off it is worked for. */
  readonly weekday: (day: Day) => number;
  /** Rules of hours of a weekday; all of them where it has none. */
  readonly covered: (day: Day) => boolean;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

const hoursOf = (book: Rulebook, who: HoursRule["who"]): readonly HoursRule[] =>
  book.rules.filter(
    (rule): rule is HoursRule =>
      rule.kind === "hours" && rule.who === who && rule.judges !== false && rule.open !== undefined,
  );

/** Open as the rules say, on working days of the calendar. */
function stretches(zone: string, day: Day, rules: readonly HoursRule[]): readonly Stretch[] {
  return rules
    .flatMap(({ open = "00:00", close = "24:00", break: pause }) =>
      pause == null
        ? [[open, close] as const]
        : ([
            [open, pause[0]],
            [pause[1], close],
          ] as const),
    )
    .map(([from, to]) => ({ from: timeOf(zone, day, from), to: timeOf(zone, day, to) }))
    .sort((one, other) => one.from - other.from);
}

const CALENDARS = new Map<string, DaysOff>();

function calendarOf(folder: string, week: 5 | 6): DaysOff {
  const key = `${folder} ${week}`;
  const found = CALENDARS.get(key) ?? daysOff(folder, week);
  CALENDARS.set(key, found);
  return found;
}

const OFFICES = new Map<string, Office>();

/** The office of a book for a channel. */
export function officeOf(book: Rulebook, calendars: string, channel: Channel): Office {
  const key = `${calendars} ${book.id} ${channel}`;
  const found = OFFICES.get(key) ?? newOffice(book, calendars, channel);
  OFFICES.set(key, found);
  return found;
}

/** Working days are the provider's for every channel (DESIGN.md, section 4). */
function newOffice(book: Rulebook, calendars: string, channel: Channel): Office {
  const zone = book.zone ?? "UTC";
  const provider = hoursOf(book, "provider");
  const own = channel === "corporation" ? hoursOf(book, "corporation") : provider;
  const open = new Set(provider.flatMap(({ days = WEEKDAYS }) => days as readonly number[]));
  const week = book.week ?? (open.has(6) ? 6 : 5);
  const calendar = calendarOf(`${calendars}/${book.calendar ?? ""}`, week);
  const weekdays = provider.length > 0 ? open : new Set(WEEKDAYS.slice(0, week));
  const weekday = (day: Day): number => weekdayOf(calendar.workedInstead.get(day) ?? day);
  const works = (day: Day): boolean =>
    calendar.workedInstead.has(day) || (!calendar.off.has(day) && weekdays.has(weekdayOf(day)));
  return {
    zone,
    weekday,
    works,
    hoursKnown: own.length > 0,
    covered: (day) => day >= calendar.from && day <= calendar.to,
    open: (day) =>
      works(day)
        ? stretches(
            zone,
            day,
            own.filter(({ days = WEEKDAYS }) => (days as readonly number[]).includes(weekday(day))),
          )
        : [],
  };
}

/**
 * The same office with hours that are usual: Monday to Friday 9:00–18:00, break 13:00–14:30. Where no hours are known,
 * what is late by the wall and not by these is late only by running over a night, a break or a day off.
 */
export function withUsualHours(office: Office): Office {
  const usual: HoursRule = {
    id: "usual",
    cite: "usual",
    kind: "hours",
    who: "provider",
    open: "09:00",
    close: "18:00",
    break: ["13:00", "14:30"],
  };
  return {
    ...office,
    hoursKnown: true,
    open: (day) =>
      office.works(day) && office.weekday(day) <= 5 ? stretches(office.zone, day, [usual]) : [],
  };
}

export const opening = (office: Office, day: Day): Instant | undefined => office.open(day)[0]?.from;
export const closing = (office: Office, day: Day): Instant | undefined => office.open(day).at(-1)?.to;

export function nextWorkingDay(office: Office, day: Day): Day {
  let next = day + 1;
  while (!office.works(next)) next += 1;
  return next;
}

/** Whether something may have happened in open time, the ends of it included. */
export function mayBeOpen(
  office: Office,
  { earliest, latest }: { earliest: Instant; latest: Instant },
): boolean {
  const days = [dayAt(office.zone, earliest), dayAt(office.zone, latest)];
  return days.some((day) => office.open(day).some(({ from, to }) => from <= latest && earliest <= to));
}

/** Open time between two instants. */
export function openBetween(office: Office, from: Instant, to: Instant): number {
  let sum = 0;
  for (let day = dayAt(office.zone, from); day <= dayAt(office.zone, to); day += 1)
    for (const stretch of office.open(day))
      sum += Math.max(0, Math.min(stretch.to, to) - Math.max(stretch.from, from));
  return sum;
}
