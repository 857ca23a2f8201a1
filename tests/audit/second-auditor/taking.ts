import type { Channel, HoursRule } from "../../../src/model/rule.ts";
import { dayAt } from "./clock.ts";
import type { Bench } from "./deadlines.ts";
import type { LoggedEvent } from "./log.ts";
import { closing, mayBeOpen, nextWorkingDay, type Office, officeOf } from "./office.ts";
import { type Conduct, conduct } from "./papers.ts";
import { cutoffOn, type Movers, moversOf } from "./starts.ts";

/** What the provider does where people come in person or call. */
const WORK = /^(?:registered|result-issued|refused|documents-requested|complaint-answered|step:.+)$/;
const AT_THE_DESK: ReadonlySet<Channel> = new Set(["provider", "phone", "corporation"]);

/** The rule of hours that a day would have had: that of its weekday, else the first. */
function hoursRule(bench: Bench, office: Office, event: LoggedEvent, channel: Channel): string | null {
  const who = channel === "corporation" ? "corporation" : "provider";
  const rules = bench.book.rules.filter(
    (rule): rule is HoursRule => rule.kind === "hours" && rule.who === who && rule.judges !== false,
  );
  const weekday = office.weekday(dayAt(office.zone, event.earliest));
  const own = rules.find(({ days }) => (days as readonly number[] | undefined)?.includes(weekday));
  return (own ?? rules[0])?.id ?? null;
}

/** Work at a time at which the desk certainly was closed. */
export function outsideHours(
  bench: Bench,
  events: readonly LoggedEvent[],
  channel: Channel,
): readonly Conduct[] {
  const office = officeOf(bench.book, bench.calendars, channel);
  if (!AT_THE_DESK.has(channel) || !office.hoursKnown) return [];
  return events
    .filter((event) => WORK.test(event.activity) && !event.outlier && !mayBeOpen(office, event))
    .map((event) => conduct(hoursRule(bench, office, event, channel), "outside-hours", event));
}

/** The rule whose words a taking broke, and its name; none where the request was taken as it should be. */
function broken(
  movers: Movers,
  office: Office,
  made: LoggedEvent,
  taken: LoggedEvent | undefined,
  desk: boolean,
) {
  const day = dayAt(office.zone, made.earliest);
  const cutoff = cutoffOn(movers, office, day);
  const afterCutoff = cutoff !== undefined && made.earliest > cutoff.at;
  if (desk && afterCutoff)
    return { ...conduct(cutoff.rule.id, "after-cutoff", made), due: [cutoff.at, cutoff.at] as const };
  if (taken === undefined || dayAt(office.zone, taken.latest) >= nextWorkingDay(office, day))
    return undefined;
  const outside = !office.works(day) || made.earliest >= (closing(office, day) ?? Infinity);
  const rule = outside ? (movers.rollovers[0] ?? (afterCutoff ? cutoff.rule : undefined)) : cutoff?.rule;
  return rule === undefined || !(outside || afterCutoff)
    ? undefined
    : conduct(rule.id, "not-rolled-over", taken);
}

/** When the request was made: the first of what is logged as one; undefined where one has a time that nobody can mean. */
function requestIn(events: readonly LoggedEvent[]): LoggedEvent | undefined {
  const all = events
    .filter(({ activity }) => activity === "submitted")
    .sort((one, other) => one.earliest - other.earliest);
  const [first] = all;
  return first === undefined || all.some(({ outlier }) => outlier)
    ? undefined
    : { ...first, latest: Math.min(...all.map(({ latest }) => latest)) };
}

/**
 * A request that was taken when it should not have been: at the desk after the hour until which requests are taken;
 * elsewhere, and on days off, where it was registered before the next working day. A date alone is not asked for its
 * hour; where a time of the same day leaves it open which of the two was the request, nobody can tell.
 */
export function takenTooLate(
  bench: Bench,
  events: readonly LoggedEvent[],
  channel: Channel | undefined,
): readonly Conduct[] {
  // What names no channel speaks of the provider's working time.
  const office = officeOf(bench.book, bench.calendars, channel ?? "provider");
  const made = requestIn(events);
  const registered = events.filter(({ activity }) => activity === "registered");
  if (made === undefined || registered.some(({ outlier }) => outlier)) return [];
  const movers = moversOf(bench.book, channel);
  const desk = channel !== undefined && AT_THE_DESK.has(channel);
  // Of a date alone the request was made before it was registered, at whatever time.
  const isWholeDay = made.date !== undefined && dayAt(office.zone, made.latest + 1) > made.date;
  const [first, last] = [made.earliest, made.latest].map((at) =>
    broken(
      movers,
      office,
      { ...made, earliest: at, latest: at },
      registered.find(({ latest }) => latest >= (isWholeDay ? made.earliest : at)),
      desk,
    ),
  );
  if (first?.rule === last?.rule) return first === undefined ? [] : [first];
  const cutoff = cutoffOn(movers, office, dayAt(office.zone, made.earliest));
  return isWholeDay
    ? []
    : [conduct(cutoff?.rule.id ?? (first ?? last)?.rule ?? null, "cannot-be-told", made)];
}
