/** Whole days, in ms. */
export const DAY = 86_400_000;
/** Width of the buckets by which open time is looked up, in ms of open time. */
export const OPEN_BUCKET = 14_400_000;

/** A table of ours as rows: what the plan counts with. Strings in it may come from outside; they are values, never SQL. */
export interface DataTable {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, type: "bigint" | "text"])[];
  readonly rows: readonly (readonly (number | string | null)[])[];
}

/** One step of the plan: `create table <name> as <sql>`, or a view where it says so. */
export interface Step {
  readonly name: string;
  readonly as?: "view";
  readonly sql: string;
}

/** Quotient rounded down, the same on every engine, for numbers below 2^53. */
export const floorDiv = (expression: string, by: number): string =>
  `cast(floor(cast(${expression} as double precision) / ${by}) as bigint)`;

/**
 * How an instant and its row are put into one number, so that the earliest instant brings its row along: where a log's
 * times and rows leave room for both in 64 bits, there; otherwise ("wide") in a decimal.
 */
export type Packing = { readonly base: number; readonly factor: number } | "wide";

const WIDE = "100000000000000";
const wide = (instant: string): string => `cast(${instant} + ${WIDE} as decimal(38, 0)) * ${WIDE}`;

/** The packing for times between two instants and rows up to a number. */
export function packingFor(first: number, last: number, lastRow: number): Packing {
  const base = first - 2 * DAY;
  const factor = lastRow + 1;
  return BigInt(last + 2 * DAY - base) * BigInt(factor) < 2n ** 62n ? { base, factor } : "wide";
}

/** An instant and its row in one number. */
export const packed = (instant: string, row: string, packing: Packing): string =>
  packing === "wide"
    ? `${wide(instant)} + ${row}`
    : `(${instant} - (${packing.base})) * ${packing.factor} + ${row}`;

/** The row in a packed number whose instant is known. */
export const rowOf = (key: string, instant: string, packing: Packing): string =>
  packing === "wide"
    ? `cast(${key} - ${wide(instant)} as bigint)`
    : `(${key} - (${instant} - (${packing.base})) * ${packing.factor})`;
