import type { Mapping } from "./mapping.ts";

/** Days of 1970 and 2100, as spreadsheets count from 1900. */
const FIRST_SERIAL = 25_569;
const LAST_SERIAL = 73_051;

/** Whether a value is a number of days since 1900, of a day in our time. */
export const isSerial = (value: string): boolean =>
  /^\d{5}(?:[.,]\d+)?$/.test(value) &&
  Number(value.slice(0, 5)) >= FIRST_SERIAL &&
  Number(value.slice(0, 5)) < LAST_SERIAL;

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/;
const DOTTED = /^\d{2}\.\d{2}\.\d{4}(?: \d{2}:\d{2}(?::\d{2})?)?$/;
const SLASHED = /^\d{2}\/\d{2}\/\d{4}(?: \d{2}:\d{2}(?::\d{2})?)?$/;

/** What share of the values that are there look like times: between 0 and 1. */
export function shareOfTimes(values: readonly string[]): number {
  const there = values.filter((value) => value !== "");
  const times = there.filter(
    (value) =>
      ISO.test(value) || DOTTED.test(value) || SLASHED.test(value) || /^\d{10}(?:\d{3})?$/.test(value),
  );
  return there.length === 0 ? 0 : times.length / there.length;
}

/** From this share on, times at midnight are dates that an export has filled up. */
const NEARLY_ALL = 0.95;
/** Fewer times can stand at one hour by chance. */
const ENOUGH = 20;
/** A time with its hour, where no minute has passed of it. */
const FULL_HOUR = /^.{11}(\d{2}):00(?::00(?:[.,]0+)?)? ?(?:z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * What share of the times is midnight: on the clock by which they are written, or, of times written in UTC, on one that
 * is so many hours from it, one in winter and another in summer.
 */
function shareOfMidnights(clocks: readonly string[]): number {
  const hours = new Map<string, number>();
  let inUtc = 0;
  for (const value of clocks) {
    const [, hour] = FULL_HOUR.exec(value) ?? [];
    if (/z$|[+-]00(?::?00)?$/i.test(value)) inUtc += 1;
    if (hour !== undefined) hours.set(hour, (hours.get(hour) ?? 0) + 1);
  }
  if (clocks.length === 0) return 0;
  const midnight = (hours.get("00") ?? 0) / clocks.length;
  if (inUtc < clocks.length || clocks.length < ENOUGH) return midnight;
  const sums = [...hours].map(
    ([hour, count]) => count + (hours.get(String((Number(hour) + 1) % 24).padStart(2, "0")) ?? 0),
  );
  return Math.max(midnight, ...sums.map((sum) => sum / clocks.length));
}

/** How times are written, and what their writing leaves open. */
export function timeOf(values: readonly string[]): { time: Mapping["time"]; remarks: readonly string[] } {
  const most = (pattern: RegExp): boolean =>
    values.filter((value) => pattern.test(value)).length * 2 > values.length;
  const formats = (day: string): readonly string[] => [`${day} %H:%M:%S`, `${day} %H:%M`, day];
  if (values.length === 0) return { time: undefined, remarks: [] };
  if (values.filter(isSerial).length * 2 > values.length)
    return {
      time: { serial: "1900" },
      remarks: [
        "Times are numbers of days, taken to be counted from 1900; files of old Macintoshes count from 1904.",
      ],
    };
  if (most(/^\d{10}$/)) return { time: { epoch: "seconds" }, remarks: [] };
  if (most(/^\d{13}$/)) return { time: { epoch: "milliseconds" }, remarks: [] };
  const zoned = values.every((value) => /(?:z|[+-]\d{2}(?::?\d{2})?)$/i.test(value.slice(10)));
  const clocks = values.filter((value) => value.length > 10);
  const share = shareOfMidnights(clocks);
  const atMidnight = share >= NEARLY_ALL;
  const remarks = [
    ...(zoned
      ? []
      : ["Times without a zone are read in the rulebook's zone, unless time.zone names another."]),
    ...(atMidnight
      ? [
          `${share === 1 ? "Every time is" : `${Math.floor(100 * share)} % of the times are`} midnight: taken for dates without a time (midnightIsDate). Leave it out where they are instants.`,
        ]
      : []),
  ];
  const midnight = atMidnight ? { midnightIsDate: true } : {};
  if (most(DOTTED)) return { time: { formats: formats("%d.%m.%Y"), ...midnight }, remarks };
  if (most(SLASHED)) {
    const month = (from: number): boolean =>
      values.every((value) => Number(value.slice(from, from + 2)) <= 12);
    const open = month(0) && month(3);
    return {
      time: { formats: formats(month(0) && !month(3) ? "%m/%d/%Y" : "%d/%m/%Y"), ...midnight },
      remarks: [
        ...remarks,
        ...(open ? ["Dates may be day/month or month/day: taken for day/month, see time.formats."] : []),
      ],
    };
  }
  return { time: atMidnight ? midnight : undefined, remarks };
}
