import type { Channel, DeadlineRule } from "../../../src/model/rule.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import type { Instant } from "./clock.ts";
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

/** Times between `suspended` and the next `resumed`; suspended again while suspended changes nothing. */
function pausesIn(placed: readonly Placed[]): readonly Pause[] {
  const pauses: Pause[] = [];
  let begun: Instant | undefined;
  for (const { suspends, at } of placed) {
    if (suspends) begun ??= at;
    if (suspends || begun === undefined) continue;
    pauses.push({ from: begun, to: at });
    begun = undefined;
  }
  return begun === undefined ? pauses : [...pauses, { from: begun, to: Infinity }];
}

/** Instants that matter: its one, or the first and the last of its date; the very midnight is no time of a date. */
const instantsOf = ({ earliest, latest, date }: LoggedEvent): readonly Instant[] =>
  date === undefined ? [...new Set([earliest, latest])] : [earliest + 1, latest];

/** All ways in which the clock may have stood still; of two events at one instant, either may have been the first. */
export function pauseWorlds(events: readonly LoggedEvent[]): readonly (readonly Pause[])[] {
  let ways: readonly (readonly Placed[])[] = [[]];
  for (const event of events) {
    if (event.activity !== "suspended" && event.activity !== "resumed") continue;
    const suspends = event.activity === "suspended";
    ways = ways.flatMap((way) => instantsOf(event).map((at) => [...way, { suspends, at }]));
  }
  const sorted = (way: readonly Placed[], first: boolean): readonly Placed[] =>
    [...way].sort((one, other) => one.at - other.at || (one.suspends === first ? -1 : 1));
  const all = ways.flatMap((way) => [pausesIn(sorted(way, true)), pausesIn(sorted(way, false))]);
  return [
    ...new Map(
      all.map((pauses) => [JSON.stringify(pauses.map(({ from, to }) => `${from} ${to}`)), pauses]),
    ).values(),
  ];
}

/** Offices that may have counted: where no hours are known, minutes ran by the wall or by hours that are usual. */
function officesFor(rule: DeadlineRule, office: Office, channel: Channel): readonly Office[] {
  const unsure = isClocked(rule) && !office.hoursKnown && !runsByTheWall(rule, channel);
  return unsure ? [office, withUsualHours(office)] : [office];
}

/** Every way in which a term of a rule may have run that began with an event. */
export function worldsOf(
  book: Rulebook,
  calendars: string,
  rule: DeadlineRule,
  began: { readonly earliest: Instant; readonly latest: Instant },
  channels: readonly Channel[],
  pauses: readonly (readonly Pause[])[],
): readonly World[] {
  return channels.flatMap((channel) => {
    const office = officeOf(book, calendars, channel);
    const movers = rule.fromEvent === "submitted" ? moversOf(book, channel) : { rollovers: [], cutoffs: [] };
    return [...new Set([began.earliest, began.latest])].flatMap((at) => {
      const start = startOfRequest(movers, office, at);
      return officesFor(rule, office, channel).flatMap((counting) =>
        pauses.map((stood) => ({
          office,
          usual: counting !== office,
          due: dueOf(rule, start, counting, channel, stood),
        })),
      );
    });
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
