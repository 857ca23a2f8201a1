import type { Duration, Unit } from "../model/duration.ts";

const MINUTE = 1;
const DAY = 1440;

/**
 * What one of each unit can last, in minutes: least and most. A working day may wait for a weekend, a moved day and the
 * longest run of days off in a year (Nauryz with both moves: nine days), so its most is generous.
 */
const BOUNDS: Readonly<Record<Unit, readonly [number, number]>> = {
  second: [1 / 60, 1 / 60],
  minute: [MINUTE, MINUTE],
  hour: [60, 60],
  "same-day": [0, DAY],
  day: [DAY, DAY],
  "calendar-day": [DAY, DAY],
  "working-day": [DAY, DAY],
  "full-day": [DAY, DAY],
  week: [7 * DAY, 7 * DAY],
  "half-month": [15 * DAY, 15 * DAY],
  month: [28 * DAY, 31 * DAY],
  quarter: [90 * DAY, 92 * DAY],
  "half-year": [181 * DAY, 184 * DAY],
  year: [365 * DAY, 366 * DAY],
};

/** Days off that `amount` working days can span at most: two a week and one long run. */
const daysOffWithin = (amount: number): number => 2 * Math.ceil(amount / 5) + 9;

function bounds({ amount, unit }: Duration): readonly [number, number] {
  const [least, most] = BOUNDS[unit];
  if (unit === "same-day") return [least, most];
  if (unit === "working-day") return [amount * least, (amount + daysOffWithin(amount)) * most];
  return [amount * least, amount * most];
}

/**
 * Which of two terms is the longer one: negative when `one` is shorter, positive when it is longer, 0 when they are the
 * same, and undefined when that depends on the calendar (five calendar days against three working days).
 */
export function compareLengths(one: Duration, other: Duration): number | undefined {
  if (one.unit === other.unit) return one.unit === "same-day" ? 0 : Math.sign(one.amount - other.amount);
  const [least, most] = bounds(one);
  const [otherLeast, otherMost] = bounds(other);
  if (least === otherLeast && most === otherMost) return 0;
  if (least <= otherLeast && most <= otherMost) return -1;
  if (least >= otherLeast && most >= otherMost) return 1;
  return undefined;
}
