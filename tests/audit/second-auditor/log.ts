import type { Channel } from "../../../src/model/rule.ts";
import { type Day, DAY, dayOf, HOUR, type Instant, instantsAt, midnight, MINUTE, SECOND } from "./clock.ts";

/** A line of a log as it was written. */
export interface LogLine {
  readonly case: string;
  readonly activity: string;
  readonly time: string;
  readonly channel: string;
  readonly reason: string;
  readonly document: string;
  /** What the row tells of its case, in the log's words. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** An event, and between which two instants it happened: one instant, unless its time leaves a doubt. */
export interface LoggedEvent extends Pick<LogLine, "activity" | "reason" | "document"> {
  /** Line of the file; the header is line 1. */
  readonly line: number;
  readonly channel: Channel | undefined;
  readonly earliest: Instant;
  readonly latest: Instant;
  /** As the log has it. */
  readonly written: string;
  /** A date without a time. */
  readonly date: Day | undefined;
  /** So far from everything that nobody can mean it. */
  readonly outlier: boolean;
  readonly facts: Readonly<Record<string, string>>;
}

const CHANNELS: ReadonlySet<string> = new Set(["provider", "phone", "portal", "corporation", "post"]);

const TIME = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?$/;

/** When it happened; undefined where the time is none. A midnight is a date: the mapping says so. */
function whenOf(text: string, zone: string): Pick<LoggedEvent, "earliest" | "latest" | "date"> | undefined {
  const [, date, hours, minutes, seconds = "00", offset] = TIME.exec(text) ?? [];
  if (date === undefined || Number.isNaN(Date.parse(`${date}T00:00Z`))) return undefined;
  if (new Date(Date.parse(`${date}T00:00Z`)).toISOString().slice(0, 10) !== date) return undefined;
  const whole = (day: Day) => ({
    earliest: midnight(zone, day),
    latest: midnight(zone, day + 1) - 1,
    date: day,
  });
  if (hours === undefined || minutes === undefined) return whole(dayOf(date));
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const clock = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
  if (clock === 0) return whole(dayOf(date));
  const read =
    offset === undefined
      ? instantsAt(zone, dayOf(date) * DAY + clock)
      : [Date.parse(`${date}T${hours}:${minutes}:${seconds}${offset}`)];
  return { earliest: Math.min(...read), latest: Math.max(...read), date: undefined };
}

/** Years in which somebody may have meant it; all others are of machines that knew no time. */
const MEANT = { from: Date.parse("2010-01-01T00:00Z"), to: Date.parse("2028-01-01T00:00Z") };

/** What closes a request. */
export const CLOSES: ReadonlySet<string> = new Set(["result-issued", "refused", "returned"]);

const BEGINS: ReadonlySet<string> = new Set(["arrived", "submitted"]);

/** Where an event stands in its case: a date begins with what begins a request, and ends with all else. */
const placeOf = (event: LoggedEvent): Instant => (BEGINS.has(event.activity) ? event.earliest : event.latest);

/** Of events at one instant, arriving comes first, then handing in, and the result last. */
const rankOf = ({ activity }: LoggedEvent): number =>
  CLOSES.has(activity) ? 3 : activity === "arrived" ? 0 : activity === "submitted" ? 1 : 2;

/** The order in which the events of a case stand. */
export const inPlace = (one: LoggedEvent, other: LoggedEvent): number =>
  placeOf(one) - placeOf(other) || rankOf(one) - rankOf(other) || one.line - other.line;

/** The events of each case, in order; rows without case or time, impossible ones and exact duplicates left out. */
export function eventsByCase(
  lines: readonly LogLine[],
  zone: string,
): ReadonlyMap<string, readonly LoggedEvent[]> {
  const seen = new Set<string>();
  const cases = new Map<string, LoggedEvent[]>();
  for (const [index, row] of lines.entries()) {
    const when = whenOf(row.time, zone);
    const same = JSON.stringify(Object.values(row));
    if (row.case === "" || when === undefined || seen.has(same)) continue;
    seen.add(same);
    const event = {
      activity: row.activity,
      reason: row.reason,
      document: row.document,
      written: row.time,
      line: index + 2,
      channel: CHANNELS.has(row.channel) ? (row.channel as Channel) : undefined,
      ...when,
      facts: row.facts ?? {},
      outlier: when.earliest < MEANT.from || when.latest > MEANT.to,
    };
    cases.set(row.case, [...(cases.get(row.case) ?? []), event]);
  }
  for (const events of cases.values()) events.sort(inPlace);
  return cases;
}
