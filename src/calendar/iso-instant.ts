import { offsetAt, type ZoneTable } from "./zone-table.ts";

/** An instant as ISO with the zone's offset, `2025-03-18T18:30:00+05:00`; ms only where there are any. */
export function isoInstant(zone: ZoneTable, instant: number): string {
  const offset = offsetAt(zone, instant);
  const local = new Date(instant + offset).toISOString();
  const clock = local.endsWith(".000Z") ? local.slice(0, -5) : local.slice(0, -1);
  const minutes = Math.round(Math.abs(offset) / 60_000);
  return `${clock}${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));
