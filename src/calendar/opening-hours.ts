import type { Weekday } from "../model/rule.ts";
import { minutesOf, weeklyHours, type OpenInterval, type WeeklyHours } from "./weekly-hours.ts";
import { DAY_MINUTES } from "../model/time-units.ts";

const NAMES = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;
const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Notation that cannot be read: which part, and what was expected. */
export class NotationError extends Error {}

/**
 * Weekly hours out of OpenStreetMap's opening-hours notation: weekdays with one or more intervals, and `24/7`
 * (`Mo-Fr 09:00-13:00,14:30-18:30; Sa 09:00-14:00`). A later rule replaces an earlier one for its days, as
 * OpenStreetMap has it. Throws NotationError for the rest of that notation.
 */
export function parseOpeningHours(notation: string): WeeklyHours {
  if (notation.trim() === "24/7")
    return weeklyHours(EVERY_DAY.map((weekday) => ({ weekday, from: 0, until: DAY_MINUTES })));
  const days = new Map<Weekday, readonly OpenInterval[]>();
  for (const { weekdays, rest, part } of rulesOf(notation)) {
    const intervals = rest.split(",").map((text) => intervalOf(text.trim(), part));
    for (const weekday of weekdays) days.set(weekday, intervals);
  }
  return weeklyHours(
    [...days].flatMap(([weekday, list]) => list.map((interval) => ({ ...interval, weekday }))),
  );
}

/** Minutes since midnight after which an event counts as of the next working day, by weekday (index 0 is Monday). */
export type Cutoff = readonly (number | undefined)[];

/** A cutoff out of `18:00`, for every day, or `Mo-Fr 18:00; Sa 12:00`. Throws NotationError. */
export function parseCutoff(notation: string): Cutoff {
  const cutoff: (number | undefined)[] = EVERY_DAY.map(() => undefined);
  for (const { weekdays, rest, part } of rulesOf(notation)) {
    const minutes = clockOf(rest.trim(), part);
    for (const weekday of weekdays) cutoff[weekday - 1] = minutes;
  }
  return cutoff;
}

/** Weekdays out of `Su,Mo` or `Fr-Su`. Throws NotationError. */
export const parseWeekdays = (notation: string): readonly Weekday[] => [
  ...new Set(weekdaysOf(notation, notation)),
];

function rulesOf(notation: string): { weekdays: readonly Weekday[]; rest: string; part: string }[] {
  const parts = notation.split(";").map((part) => part.trim());
  if (parts.at(-1) === "" && parts.length > 1) parts.pop();
  return parts.map((part) => {
    const split = /^(?:([A-Z][\p{L},\- ]*) )?(\d[\d:,\- ]*)$/u.exec(part);
    if (split?.[2] === undefined) throw new NotationError(unreadable(part));
    return {
      weekdays: split[1] === undefined ? EVERY_DAY : weekdaysOf(split[1], part),
      rest: split[2],
      part,
    };
  });
}

function weekdaysOf(names: string, part: string): Weekday[] {
  return names.split(",").flatMap((name) => {
    const [first, last = first, more] = name
      .trim()
      .split("-")
      .map((end) => NAMES.indexOf(end.trim() as "Mo"));
    if (first === undefined || last === undefined || first < 0 || last < 0 || more !== undefined)
      throw new NotationError(unreadable(part));
    const count = ((last - first + 7) % 7) + 1;
    return Array.from({ length: count }, (_, index) => (((first + index) % 7) + 1) as Weekday);
  });
}

function intervalOf(text: string, part: string): OpenInterval {
  const [from, until, more] = text.split("-").map((clock) => clockOf(clock.trim(), part));
  if (from === undefined || until === undefined || more !== undefined)
    throw new NotationError(unreadable(part));
  if (until <= from)
    throw new NotationError(
      `"${part}": ${text} ends before it begins; hours over midnight are two intervals`,
    );
  return { from, until };
}

function clockOf(text: string, part: string): number {
  try {
    return minutesOf(text);
  } catch (error) {
    throw new NotationError(`"${part}": ${error instanceof Error ? error.message : text}`);
  }
}

const unreadable = (part: string): string =>
  `"${part}" cannot be read: expected weekdays (Mo Tu We Th Fr Sa Su) and times, "Mo-Fr 09:00-13:00,14:30-18:30", or "24/7"`;
