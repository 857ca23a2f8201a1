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

/** An instant and the row that holds it in one number, so that the earliest instant brings its row along. */
export const packed = (instant: string, row: string): string =>
  `cast(${instant} + 100000000000000 as decimal(38, 0)) * 100000000000000 + ${row}`;

/** The row in a packed number whose instant is known. */
export const rowOf = (key: string, instant: string): string =>
  `cast(${key} - cast(${instant} + 100000000000000 as decimal(38, 0)) * 100000000000000 as bigint)`;
