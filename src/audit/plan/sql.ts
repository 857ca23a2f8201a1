/** Whole days, in ms. */
export const DAY = 86_400_000;
/** Width of the buckets by which open time is looked up, in ms of open time. */
export const OPEN_BUCKET = 14_400_000;
/** Width of the stretches of which it is known whether every desk is open, in ms. */
export const DESK_BUCKET = 1_800_000;
/** Stands for "not resumed" and for "for ever": later than every instant. */
export const NEVER = "9000000000000000";

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
  /** A table that no later step reads: it is dropped, so that its room is free. */
  readonly drops?: string;
}

/** Quotient rounded down, the same on every engine, for numbers below 2^53. */
export const floorDiv = (expression: string, by: number): string =>
  `cast(floor(cast(${expression} as double precision) / ${by}) as bigint)`;
