import type { Channel, DeadlineRule } from "../../../src/model/rule.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import type { Instant } from "./clock.ts";
import { isPutOff, registrations } from "./general-law.ts";
import type { LoggedEvent } from "./log.ts";
import { type Office, officeOf, withUsualHours } from "./office.ts";
import { moversOf, startOfRequest } from "./starts.ts";
import { type Due, dueOf, isClocked, type Pause, runsByTheWall } from "./terms.ts";

/** One way in which things may have been: which channel, when it began, what stood still, which hours. */
export interface World {
  readonly office: Office;
  /** Counted by hours that are usual, to see whether anything hangs on hours that nobody knows. */
  readonly usual: boolean;
  /** Undefined where a pause that nobody ended holds the term up. */
  readonly due: Due | undefined;
}

/** A pause event at an instant at which it may have happened. */
interface Placed {
  readonly suspends: boolean;
  readonly at: Instant;
}

/** Pauses that events come to, and how many of the events do nothing: suspended while suspended, resumed while running. */
interface Standing {
  readonly pauses: readonly Pause[];
  readonly idle: number;
}

/** Times between `suspended` and the next `resumed`; suspended again while suspended changes nothing. */
function standing(placed: readonly Placed[]): Standing {
  const pauses: Pause[] = [];
  let begun: Instant | undefined;
  let idle = 0;
  for (const { suspends, at } of placed) {
    if (suspends ? begun !== undefined : begun === undefined) idle += 1;
    if (!suspends && begun !== undefined) pauses.push({ from: begun, to: at });
    begun = suspends ? (begun ?? at) : undefined;
  }
  return { pauses: begun === undefined ? pauses : [...pauses, { from: begun, to: Infinity }], idle };
}

const isPauseEvent = ({ activity }: LoggedEvent): boolean =>
  activity === "suspended" || activity === "resumed";

/**
 * Instants that matter of an event: its one; of a date the first, the last, and those about the other pause events. What
 * was suspended and resumed on one day stood still for some of it.
 */
function instantsOf(
  { earliest, latest, date, activity }: LoggedEvent,
  others: readonly LoggedEvent[],
): readonly Instant[] {
  if (date === undefined) return [...new Set([earliest, latest])];
  const ends = activity === "resumed";
  const beside = others
    .filter((other) => other.date === undefined && earliest < other.earliest && other.earliest < latest)
    .flatMap((other) => [other.earliest - 1, other.earliest + 1]);
  return [earliest + (ends ? 1 : 0), ...beside, latest - (ends ? 0 : 1)];
}

/**
 * All ways in which the clock may have stood still. A date is read so that as few events as can be do nothing; of two at
 * one instant, either may have been the first.
 */
export function pauseWorlds(all: readonly LoggedEvent[]): readonly (readonly Pause[])[] {
  const events = all.filter(isPauseEvent);
  // Of a pause whose time nobody can have meant, it may have stood still all the while, or not at all.
  if (events.some(({ outlier }) => outlier)) return [[], [{ from: -Infinity, to: Infinity }]];
  let ways: readonly (readonly Placed[])[] = [[]];
  for (const event of events) {
    const suspends = event.activity === "suspended";
    ways = ways.flatMap((way) => instantsOf(event, events).map((at) => [...way, { suspends, at }]));
  }
  const sorted = (way: readonly Placed[], first: boolean): readonly Placed[] =>
    [...way].sort((one, other) => one.at - other.at || (one.suspends === first ? -1 : 1));
  const read = ways.flatMap((way) => [standing(sorted(way, true)), standing(sorted(way, false))]);
  const fewest = Math.min(...read.map(({ idle }) => idle));
  const kept = read.filter(({ idle }) => idle === fewest).map(({ pauses }) => pauses);
  return [
    ...new Map(
      kept.map((pauses) => [pauses.map(({ from, to }) => `${from}-${to}`).join(" "), pauses]),
    ).values(),
  ];
}

/** Offices that may have counted: where no hours are known, minutes ran by the wall or by hours that are usual. */
function officesFor(rule: DeadlineRule, office: Office, channel: Channel): readonly Office[] {
  const unsure = isClocked(rule) && !office.hoursKnown && !runsByTheWall(rule, channel);
  return unsure ? [office, withUsualHours(office)] : [office];
}

/** From when a term began and how: between two instants; `registered`: nothing moves it any more. */
export interface Began {
  readonly earliest: Instant;
  readonly latest: Instant;
  readonly registered: boolean;
}

/** A book, its calendars, and whether the general law lies beneath it. */
interface Beneath {
  readonly book: Rulebook;
  readonly calendars: string;
  readonly law: boolean;
}

/** From when a term may run that something began: moved by the regulation, or else by the law. */
function startsOf(
  { book, law }: Beneath,
  rule: DeadlineRule,
  office: Office,
  channel: Channel,
  at: Instant,
): readonly Instant[] {
  const movers = rule.fromEvent === "submitted" ? moversOf(book, channel) : undefined;
  if (movers !== undefined && movers.rollovers.length + movers.cutoffs.length > 0)
    return [startOfRequest(movers, office, at)];
  return law && isPutOff(rule) ? registrations(office, at) : [at];
}

/** Of a channel by which nobody comes in person the last day ends at 24:00. */
const MIDNIGHT: readonly Channel[] = ["post"];

/** What is done at the desk, until that closes: asking, bringing papers, being handed the result. */
const AT_THE_DESK: ReadonlySet<string> = new Set([
  "submitted",
  "documents-provided",
  "complaint-filed",
  "step:result-given-out",
]);

/**
 * The channels at whose hours a last day may end: 24:00, or closing for what has to be done at an organisation (Civil Code,
 * art. 176(1)); both where that is open, as it is of the provider's own decisions.
 */
function lastHours({ law }: Beneath, rule: DeadlineRule, channel: Channel): readonly Channel[] {
  const isOpen = law && !isClocked(rule) && !AT_THE_DESK.has(rule.toEvent ?? "");
  return isOpen ? [channel, ...MIDNIGHT] : [channel];
}

/** Every way in which a term of a rule may have run that began with an event; what ends at 24:00 whatever the office. */
export function worldsOf(
  beneath: Beneath,
  rule: DeadlineRule,
  began: Began,
  channels: readonly Channel[],
  pauses: readonly (readonly Pause[])[],
  endsAtMidnight: boolean,
): readonly World[] {
  return channels.flatMap((channel) => {
    const office = officeOf(beneath.book, beneath.calendars, channel);
    const hours = endsAtMidnight && !isClocked(rule) ? MIDNIGHT : lastHours(beneath, rule, channel);
    return [...new Set([began.earliest, began.latest])]
      .flatMap((at) => (began.registered ? [at] : startsOf(beneath, rule, office, channel, at)))
      .flatMap((start) =>
        officesFor(rule, office, channel).flatMap((counting) =>
          pauses.flatMap((stood) =>
            hours.map((ends) => ({
              office,
              usual: counting !== office,
              due: dueOf(rule, start, counting, ends, stood),
            })),
          ),
        ),
      );
  });
}

/** What a world says of something done, or not done until now. */
export function outcomeIn(
  { due }: World,
  rule: DeadlineRule,
  done: Pick<LoggedEvent, "earliest" | "latest" | "date"> | undefined,
  now: Instant,
): readonly ("met" | "late" | "running" | "overdue")[] {
  if (done === undefined) return [due === undefined || now <= due.at ? "running" : "overdue"];
  if (due === undefined) return ["met"];
  if (done.date !== undefined && !isClocked(rule)) return [done.date <= due.day ? "met" : "late"];
  return [...new Set([done.earliest, done.latest])].map((at) => (at <= due.at ? "met" : "late"));
}
