import { DAY_MS, dayAt, isoOf } from "./day.ts";
import { offsetAt, type ZoneTable } from "./zone-table.ts";

/** `00` to `59`. */
const TWO: readonly string[] = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

/** An instant as ISO with the zone's offset, `2025-03-18T18:30:00+05:00`; ms only where there are any. */
export function isoInstant(zone: ZoneTable, instant: number): string {
  const offset = offsetAt(zone, instant);
  const local = instant + offset;
  const day = Math.floor(local / DAY_MS);
  const ms = local - day * DAY_MS;
  const part = ms % 1000;
  const fraction = part === 0 ? "" : `.${String(part).padStart(3, "0")}`;
  return `${isoOf(dayAt(day))}T${hourAndMinute(Math.floor(ms / 60_000))}:${two(Math.floor(ms / 1000) % 60)}${fraction}${offsetText(offset)}`;
}

function offsetText(offset: number): string {
  return `${offset < 0 ? "-" : "+"}${hourAndMinute(Math.round(Math.abs(offset) / 60_000))}`;
}

const hourAndMinute = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

const two = (number: number): string => TWO[number] ?? String(number);
