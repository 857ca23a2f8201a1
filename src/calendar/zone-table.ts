import { dayAt, type Day } from "./day.ts";
import { DAY_MS } from "../model/time-units.ts";

/**
 * The offsets of an IANA zone as integers: from `from[i]` (epoch ms; the first is -Infinity) on, local time is the
 * instant plus `offset[i]` ms. Made once at the border; nothing inside asks for a zone by name.
 */
export interface ZoneTable {
  readonly zone: string;
  readonly from: Float64Array;
  readonly offset: Float64Array;
}

/** Offset in ms in force at an instant. */
export function offsetAt(zone: ZoneTable, instant: number): number {
  let low = 0;
  let high = zone.from.length - 1;
  // Most instants lie after the zone's last change.
  if (instant >= (zone.from[high] ?? 0)) return zone.offset[high] ?? 0;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((zone.from[middle] ?? 0) <= instant) low = middle;
    else high = middle - 1;
  }
  return zone.offset[low] ?? 0;
}

/** The zone's day on which an instant falls. */
export const localDay = (zone: ZoneTable, instant: number): Day =>
  dayAt(Math.floor((instant + offsetAt(zone, instant)) / DAY_MS));

/**
 * The first instant at which the zone's clock shows so many ms after midnight of a day, or has passed it: an hour that
 * the clock skips begins with the change, of an hour that it shows twice the first counts.
 */
export function instantOf(zone: ZoneTable, day: Day, sinceMidnight: number): number {
  const local = day * DAY_MS + sinceMidnight;
  for (let index = zone.from.length - 1; index > 0; index -= 1) {
    const from = zone.from[index] ?? 0;
    const before = from + (zone.offset[index - 1] ?? 0);
    const after = from + (zone.offset[index] ?? 0);
    // At `from` the clock goes from `before` to `after`. Readings below `before` had come up already.
    if (local < before) continue;
    return local < after ? from : local - (zone.offset[index] ?? 0);
  }
  return local - (zone.offset[0] ?? 0);
}
