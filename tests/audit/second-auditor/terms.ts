import type { Channel, DeadlineRule } from "../../../src/model/rule.ts";
import { dayAt, type Day, HOUR, type Instant, midnight, MINUTE, monthsLater, SECOND } from "./clock.ts";
import { closing, type Office, openBetween, type Stretch } from "./office.ts";

/** When a term ends: the instant, and the last day of the term. */
export interface Due {
  readonly at: Instant;
  readonly day: Day;
}

/** A time in which the clock stands still; until Infinity where nobody has ended it. */
export type Pause = Stretch;

export type Term = Pick<DeadlineRule, "amount" | "unit" | "clock" | "countsStartDay" | "movesToWorkingDay">;

const CLOCKED: Readonly<Record<string, number>> = { second: SECOND, minute: MINUTE, hour: HOUR };

/** Terms of seconds, minutes and hours. */
export const isClocked = ({ unit }: Term): boolean => unit in CLOCKED;

/** Whether a term of minutes runs by the clock on the wall, whatever the hours (DESIGN.md, section 4). */
export function runsByTheWall(term: Term, channel: Channel): boolean {
  const length = term.amount * (CLOCKED[term.unit] ?? 0);
  return channel === "portal" || term.clock === "wall" || length >= 24 * HOUR;
}

/** In person or by telephone a day ends at closing; on the portal, by post and where no hours are known, at 24:00. */
function endOf(office: Office, channel: Channel, day: Day): Instant {
  const atClosing = channel === "provider" || channel === "phone" || channel === "corporation";
  return (atClosing ? closing(office, day) : undefined) ?? midnight(office.zone, day + 1);
}

const overlaps = (pause: Pause, from: Instant, to: Instant): boolean =>
  pause.from < to && from < pause.to && pause.from < pause.to;

/** Until when `length` of the stretches has run, pauses left out; undefined where a pause without an end holds it up. */
function runThrough(
  stretches: Iterable<Stretch>,
  length: number,
  pauses: readonly Pause[],
): Instant | undefined {
  let left = length;
  for (const stretch of stretches) {
    let from = stretch.from;
    while (from < stretch.to) {
      const paused = pauses.find((pause) => pause.from <= from && from < pause.to);
      if (paused !== undefined) {
        if (paused.to === Infinity) return undefined;
        from = paused.to;
        continue;
      }
      const next = Math.min(stretch.to, ...pauses.map((pause) => pause.from).filter((begin) => begin > from));
      if (left <= next - from) return from + left;
      left -= next - from;
      from = next;
    }
  }
  return undefined;
}

function* openFrom(office: Office, start: Instant): Generator<Stretch> {
  for (let day = dayAt(office.zone, start); ; day += 1)
    for (const { from, to } of office.open(day)) if (to > start) yield { from: Math.max(from, start), to };
}

/** When a term of minutes ends; undefined where a pause without an end holds it up. */
function clockedDue(term: Term, start: Instant, office: Office, byWall: boolean, pauses: readonly Pause[]) {
  const length = term.amount * (CLOCKED[term.unit] ?? 0);
  const stretches = byWall ? [{ from: start, to: Infinity }] : openFrom(office, start);
  const real = pauses.filter(({ from, to }) => from < to);
  const at = runThrough(stretches, length, real);
  return at === undefined ? undefined : { at, day: dayAt(office.zone, at) };
}

/** How many days long a term is, from a day on; working days are counted otherwise. */
function calendarDays({ amount, unit }: Term, start: Day): number {
  if (unit === "week") return 7 * amount;
  if (unit === "month") return monthsLater(start, amount) - start;
  if (unit === "year") return monthsLater(start, 12 * amount) - start;
  return amount;
}

/** When a term of days ends: day by day, a day with suspended time not counted. */
function daysDue(term: Term, start: Instant, office: Office, channel: Channel, pauses: readonly Pause[]) {
  const { zone } = office;
  const working = term.unit === "working-day";
  const begins = (day: Day): Instant => Math.max(start, midnight(zone, day));
  const suspended = (day: Day, until: Instant): boolean =>
    pauses.some((pause) => pause.from < until && overlaps(pause, begins(day), midnight(zone, day + 1)));
  const heldAt = (day: Day): boolean =>
    pauses.some(({ from, to }) => to === Infinity && from <= midnight(zone, day));
  const first = dayAt(zone, start);
  let left = working ? term.amount : calendarDays(term, first);
  let day = term.countsStartDay === true ? first - 1 : first;
  while (left > 0) {
    day += 1;
    if (heldAt(day)) return undefined;
    const until = left === 1 ? endOf(office, channel, day) : midnight(zone, day + 1);
    if ((!working || office.works(day)) && !suspended(day, until)) left -= 1;
  }
  while (
    term.movesToWorkingDay === true &&
    (!office.works(day) || suspended(day, endOf(office, channel, day)))
  ) {
    day += 1;
    if (heldAt(day)) return undefined;
  }
  return { at: endOf(office, channel, day), day };
}

/** On the day itself: until closing, or 24:00 where it began on a day off or after closing; anew after a pause. */
function sameDayDue(
  start: Instant,
  office: Office,
  channel: Channel,
  pauses: readonly Pause[],
): Due | undefined {
  const day = dayAt(office.zone, start);
  const end = endOf(office, channel, day);
  const at = start <= end ? end : midnight(office.zone, day + 1);
  const pause = pauses.find((each) => overlaps(each, start, at));
  if (pause === undefined) return { at, day };
  return pause.to === Infinity ? undefined : sameDayDue(pause.to, office, channel, pauses);
}

/** When a term ends that runs from `start`; undefined where a pause without an end holds it up. */
export function dueOf(
  term: Term,
  start: Instant,
  office: Office,
  channel: Channel,
  pauses: readonly Pause[],
): Due | undefined {
  if (isClocked(term)) {
    const byWall = runsByTheWall(term, channel) || !office.hoursKnown;
    return clockedDue(term, start, office, byWall, pauses);
  }
  if (term.unit === "same-day") return sameDayDue(start, office, channel, pauses);
  return daysDue(term, start, office, channel, pauses);
}

/** By how much: seconds by the wall, seconds of open time, working days after the last day. */
export function lateBy(due: Due, done: Instant, office: Office) {
  let workingDays = 0;
  for (let day = due.day + 1; day <= dayAt(office.zone, done); day += 1)
    if (office.works(day)) workingDays += 1;
  return {
    wall: (done - due.at) / SECOND,
    working: office.hoursKnown ? openBetween(office, due.at, done) / SECOND : null,
    workingDays,
  };
}
