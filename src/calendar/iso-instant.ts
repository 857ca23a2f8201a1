import { dayAt, isoOf } from "./day.ts";
import { offsetAt, type ZoneTable } from "./zone-table.ts";
import { SECOND_MS, MINUTE_MS, DAY_MS, DAY_MINUTES } from "../model/time-units.ts";

/** `00` to `59`. */
const TWO: readonly string[] = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

/** An instant as ISO with the zone's offset, `2025-03-18T18:30:00+05:00`; ms only where there are any. */
export function isoInstant(zone: ZoneTable, instant: number): string {
  const offset = offsetAt(zone, instant);
  const local = instant + offset;
  const day = Math.floor(local / DAY_MS);
  const ms = local - day * DAY_MS;
  const minute = Math.floor(ms / MINUTE_MS);
  const clock = ms === minute * MINUTE_MS ? clockOf(offset)?.minutes[minute] : undefined;
  if (clock !== undefined) return isoDate(day) + clock;
  const part = ms % SECOND_MS;
  const fraction = part === 0 ? "" : `.${String(part).padStart(3, "0")}`;
  return `${isoDate(day)}T${hourAndMinute(minute)}:${two(Math.floor(ms / SECOND_MS) % 60)}${fraction}${offsetText(offset)}`;
}

const BLOCK = 512;
const FIRST_DAY = -25_600;
/** Days from 1899 to 2110 in blocks, each written when a day of it is first asked for. */
const dates: (readonly string[] | undefined)[] = new Array<undefined>(150).fill(undefined);

/** The date of a day, as `isoOf` has it; of the days that requests can name, it is written once. */
export function isoDate(day: number): string {
  const since = day - FIRST_DAY;
  const block = since >> 9;
  if (!(since >= 0 && block < dates.length)) return isoOf(dayAt(day));
  const written = (dates[block] ??= Array.from({ length: BLOCK }, (_, index) =>
    isoOf(dayAt(FIRST_DAY + block * BLOCK + index)),
  ));
  return written[since & (BLOCK - 1)] ?? "";
}

const QUARTER_MS = 15 * MINUTE_MS;
/** By the quarters of an hour of an offset from -16:00 to +16:00, as soon as there was a time with it. */
const byQuarters: (Clock | undefined)[] = new Array<undefined>(129).fill(undefined);

/** What is written of times of day with an offset. */
interface Clock {
  /** `T00:00:00+05:00` to `T23:59:00+05:00`. */
  readonly minutes: readonly string[];
  /** `:00+05:00`. */
  readonly rest: string;
}

/** Written once; undefined for offsets of old, with odd minutes and seconds. */
function clockOf(offset: number): Clock | undefined {
  const quarters = offset / QUARTER_MS + 64;
  if (quarters !== Math.floor(quarters) || quarters < 0 || quarters >= byQuarters.length) return undefined;
  return (byQuarters[quarters] ??= clockWith(`:00${offsetText(offset)}`));
}

const clockWith = (rest: string): Clock => ({
  minutes: Array.from({ length: DAY_MINUTES }, (_, minute) => `T${hourAndMinute(minute)}${rest}`),
  rest,
});

/** What a time to the minute lacks: `:00+05:00`. */
export const secondsAndOffset = (offset: number): string =>
  clockOf(offset)?.rest ?? `:00${offsetText(offset)}`;

function offsetText(offset: number): string {
  return `${offset < 0 ? "-" : "+"}${hourAndMinute(Math.round(Math.abs(offset) / MINUTE_MS))}`;
}

const hourAndMinute = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

const two = (number: number): string => TWO[number] ?? String(number);
