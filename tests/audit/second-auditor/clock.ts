/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
/** A day of a local calendar, as days since 1970-01-01. */
export type Day = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Of three zones since 2005: hours before UTC, and until when. Written down from the decrees, not taken from the runtime. */
const OFFSETS: Readonly<Record<string, readonly { readonly until: Instant; readonly hours: number }[]>> = {
  "Asia/Almaty": [
    { until: Date.parse("2024-03-01T00:00+06:00"), hours: 6 },
    { until: Infinity, hours: 5 },
  ],
  "Asia/Qyzylorda": [
    { until: Date.parse("2018-12-21T00:00+06:00"), hours: 6 },
    { until: Infinity, hours: 5 },
  ],
  "Asia/Oral": [{ until: Infinity, hours: 5 }],
};

function offsetAt(zone: string, at: Instant): number {
  const found = OFFSETS[zone]?.find(({ until }) => at < until);
  if (found === undefined) throw new RangeError(`the second auditor knows nothing of ${zone}`);
  return found.hours * HOUR;
}

/** What the clock on the wall shows, as if it were UTC. */
export const wallAt = (zone: string, at: Instant): number => at + offsetAt(zone, at);

export const dayAt = (zone: string, at: Instant): Day => Math.floor(wallAt(zone, at) / DAY);

/** All instants at which the clock on the wall shows this: two where it was put back over it. */
export function instantsAt(zone: string, wall: number): readonly Instant[] {
  const tried = [6, 5].map((hours) => wall - hours * HOUR);
  return tried.filter((at) => wallAt(zone, at) === wall);
}

/** The instant at which a day begins; no clock here was ever put back or forward over a midnight's beginning. */
export function midnight(zone: string, day: Day): Instant {
  const [at] = instantsAt(zone, day * DAY);
  if (at === undefined) throw new RangeError(`day ${day} has no beginning in ${zone}`);
  return at;
}

/** `HH:MM` of a day. */
export function timeOf(zone: string, day: Day, clock: string): Instant {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  const [at] = instantsAt(zone, day * DAY + hours * HOUR + minutes * MINUTE);
  if (at === undefined) throw new RangeError(`${clock} of day ${day} is no time in ${zone}`);
  return at;
}

export const dayOf = (text: string): Day => Date.parse(`${text}T00:00Z`) / DAY;

/** `YYYY-MM-DD`. */
export const dateOf = (day: Day): string => new Date(day * DAY).toISOString().slice(0, 10);

/** 1 is Monday, 7 is Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Day `months` later: the same day of the month, or the month's last. */
export function monthsLater(day: Day, months: number): Day {
  const date = new Date(day * DAY);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY;
  const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 1) / DAY;
  return Math.min(first + date.getUTCDate() - 1, next - 1);
}
