import type { Mapping } from "./mapping.ts";

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

/** How times are written, and what their writing leaves open. */
export function timeOf(values: readonly string[]): { time: Mapping["time"]; remarks: readonly string[] } {
  const most = (pattern: RegExp): boolean =>
    values.filter((value) => pattern.test(value)).length * 2 > values.length;
  const formats = (day: string): readonly string[] => [`${day} %H:%M:%S`, `${day} %H:%M`, day];
  if (values.length === 0) return { time: undefined, remarks: [] };
  if (most(/^\d{10}$/)) return { time: { epoch: "seconds" }, remarks: [] };
  if (most(/^\d{13}$/)) return { time: { epoch: "milliseconds" }, remarks: [] };
  const zoned = values.every((value) => /(?:z|[+-]\d{2}(?::?\d{2})?)$/i.test(value.slice(10)));
  const clocks = values.filter((value) => value.length > 10);
  const atMidnight =
    clocks.length > 0 && clocks.every((value) => /^.{11}00:00(?::00(?:\.0+)?)?$/.test(value));
  const remarks = [
    ...(zoned
      ? []
      : ["Times without a zone are read in the rulebook's zone, unless time.zone names another."]),
    ...(atMidnight ? ["Every time is 00:00: taken for a date without a time (midnightIsDate)."] : []),
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
