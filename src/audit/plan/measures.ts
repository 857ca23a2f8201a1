import { sql, type, type Sql } from "../../engine/sql.ts";

/** An hour, in ms. */
export const HOUR = 3_600_000;
/** A whole day, in ms. */
export const DAY = 24 * HOUR;
/** Width of the buckets by which open time is looked up, in ms of open time. */
export const OPEN_BUCKET = 4 * HOUR;
/** Width of the stretches of which it is known whether every desk is open, in ms. */
export const DESK_BUCKET = HOUR / 2;
/** Stands for "not resumed" and for "for ever": later than every instant. */
export const NEVER = 9_000_000_000_000_000;
/** Stands for the last day of a term that never comes to one: later than every day. */
export const NEVER_DAY = 9_000_000;
/** An instant that can lie anywhere in more than this is known by its date alone: no day is shorter, whatever its clock. */
export const DATE_DOUBT = 22 * HOUR;

/** Quotient rounded down, the same on every engine, for numbers below 2^53. */
export const floorDiv = (expression: Sql, by: number): Sql =>
  sql`cast(floor(cast(${expression} as ${type("double")}) / ${by}) as bigint)`;
