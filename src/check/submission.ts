import { dayOf, DAY_MS, isoOf, type Day } from "../calendar/day.ts";
import { localDay, instantOf, type ZoneTable } from "../calendar/zone-table.ts";

/** When a request was made: as an instant, and as a day in the provider's zone. */
export interface Submission {
  /** Epoch ms; undefined where the time has no offset and no zone is known. */
  readonly instant: number | undefined;
  readonly day: Day;
  /** The same as `YYYY-MM-DD`. */
  readonly isoDay: string;
}

/** The time of a request that its schema has passed: `2025-03-17T10:00`, with or without seconds and offset. */
export function submissionOf(text: string, zone: ZoneTable | undefined): Submission {
  const isoDay = text.slice(0, 10);
  const date = dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
  const sinceMidnight = clockMs(text);
  const offset = offsetMs(text);
  if (offset === undefined)
    return {
      instant: zone === undefined ? undefined : instantOf(zone, date, sinceMidnight),
      day: date,
      isoDay,
    };
  const instant = date * DAY_MS + sinceMidnight - offset;
  if (zone === undefined) return { instant, day: date, isoDay };
  const local = localDay(zone, instant);
  return { instant, day: local, isoDay: local === date ? isoDay : isoOf(local) };
}

function clockMs(text: string): number {
  const minutes = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
  const seconds = text.charAt(16) === ":" ? Number.parseFloat(text.slice(17)) : 0;
  return minutes * 60_000 + Math.floor(seconds * 1000);
}

/** Offset of a time in ms; undefined where it has none. */
function offsetMs(text: string): number | undefined {
  if (text.endsWith("Z")) return 0;
  const sign = text.charAt(text.length - 6);
  if (sign !== "+" && sign !== "-") return undefined;
  const minutes = Number(text.slice(-5, -3)) * 60 + Number(text.slice(-2));
  return (sign === "-" ? -1 : 1) * minutes * 60_000;
}
