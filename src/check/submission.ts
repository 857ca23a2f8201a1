import { dayAt, MARCH_0000, type Day } from "../calendar/day.ts";
import { isoDate, isoInstant, secondsAndOffset } from "../calendar/iso-instant.ts";
import { instantOf, localDay, offsetAt, type ZoneTable } from "../calendar/zone-table.ts";
import type { Request } from "./request.ts";
import { SECOND_MS, MINUTE_MS, DAY_MS } from "../model/time-units.ts";

/** When a request was made: as an instant, and as a day in the provider's zone. */
export interface Submission {
  /** Epoch ms; undefined where the time has no offset and no zone is known. */
  readonly instant: number | undefined;
  readonly day: Day;
  /** The same as `YYYY-MM-DD`. */
  readonly isoDay: string;
  /** The instant in the provider's zone; the request's own words where that is all they lack. */
  readonly written: string;
}

/**
 * The time of a request that its schema has passed: `2025-03-17T10:00`, with or without seconds and offset. Read digit
 * by digit, without cutting the text up.
 */
export function submissionOf(text: string, zone: ZoneTable | undefined): Submission {
  const date = dayIn(text);
  const local = date * DAY_MS + clockMs(text);
  const offset = offsetMs(text);
  if (offset !== undefined) {
    const instant = local - offset;
    if (zone === undefined) return { instant, day: date, isoDay: isoDate(date), written: text };
    const day = localDay(zone, instant);
    return { instant, day, isoDay: isoDate(day), written: isoInstant(zone, instant) };
  }
  const isoDay = isoDate(date);
  if (zone === undefined) return { instant: undefined, day: date, isoDay, written: text };
  const instant = instantOf(zone, date, local - date * DAY_MS);
  const isMinute = text.length === MINUTE_LENGTH && instant + offsetAt(zone, instant) === local;
  const written = isMinute ? text + secondsAndOffset(offsetAt(zone, instant)) : isoInstant(zone, instant);
  return { instant, day: date, isoDay, written };
}

/** When a request was registered, epoch ms; undefined where it does not say, or nobody can tell which instant it is. */
export const registeredAt = ({ registered }: Request, zone: ZoneTable | undefined): number | undefined =>
  registered === undefined ? undefined : submissionOf(registered, zone).instant;

/** Of `2025-03-17T10:00`. */
const MINUTE_LENGTH = 16;

/** The day with which a time begins; years are counted from March, so that a leap day is a year's last. */
function dayIn(text: string): Day {
  const month = twoDigits(text, 5);
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2) - (month < 3 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month < 3 ? month + 9 : month - 3) + 2) / 5) + twoDigits(text, 8) - 1;
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return dayAt(year * 365 + leaps + dayOfYear - MARCH_0000);
}

function clockMs(text: string): number {
  const minutes = twoDigits(text, 11) * 60 + twoDigits(text, 14);
  const seconds = text.charCodeAt(16) === COLON ? Number.parseFloat(text.slice(17)) : 0;
  return minutes * MINUTE_MS + Math.floor(seconds * SECOND_MS);
}

const ZERO = 48;
const COLON = 58;
const PLUS = 43;
const MINUS = 45;
const ZULU = 90;

/** Offset of a time in ms; undefined where it has none. */
function offsetMs(text: string): number | undefined {
  const { length } = text;
  if (text.charCodeAt(length - 1) === ZULU) return 0;
  const sign = text.charCodeAt(length - 6);
  if (sign !== PLUS && sign !== MINUS) return undefined;
  const minutes = twoDigits(text, length - 5) * 60 + twoDigits(text, length - 2);
  return (sign === MINUS ? -1 : 1) * minutes * MINUTE_MS;
}

const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
