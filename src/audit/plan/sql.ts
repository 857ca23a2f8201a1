/** Whole days, in ms. */
export const DAY = 86_400_000;
/** Width of the buckets by which open time is looked up, in ms of open time. */
export const OPEN_BUCKET = 14_400_000;
/** Width of the stretches of which it is known whether every desk is open, in ms. */
export const DESK_BUCKET = 1_800_000;
/** Stands for "not resumed" and for "for ever": later than every instant. */
export const NEVER = "9000000000000000";

/** Quotient rounded down, the same on every engine, for numbers below 2^53. */
export const floorDiv = (expression: string, by: number): string =>
  `cast(floor(cast(${expression} as double precision) / ${by}) as bigint)`;
