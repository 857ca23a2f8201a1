import { sql, type, type Sql } from "../../engine/sql.ts";
import { DAY, floorDiv } from "./measures.ts";

/**
 * How an instant and its row are put into one number, so that the earliest instant brings its row along: where a log's
 * times (in whole `unit` ms) and rows leave room for both in 63 bits, there; otherwise ("wide") in a decimal, with the
 * instant beside it.
 */
export type Packing = { readonly base: number; readonly unit: number; readonly factor: number } | "wide";

const SECOND = 1000;
/** More than any row's number, and more than any instant before 1970 is far from it in ms. */
const WIDE = 100_000_000_000_000;
const wide = (instant: Sql): Sql => sql`cast(${instant} + ${WIDE} as ${type("wide")}) * ${WIDE}`;

/** The packing for times between two instants, all of them whole seconds or not, and rows up to a number. */
export function packingFor(first: number, last: number, lastRow: number, wholeSeconds: boolean): Packing {
  const unit = wholeSeconds ? SECOND : 1;
  const base = (Math.floor(first / DAY) - 2) * DAY;
  const factor = lastRow + 1;
  const longest = Math.ceil((last + 2 * DAY - base) / unit);
  return BigInt(longest) * BigInt(factor) < 2n ** 63n - 1n ? { base, unit, factor } : "wide";
}

/** An instant and its row in one number. */
export function packed(instant: Sql, row: Sql, packing: Packing): Sql {
  if (packing === "wide") return sql`${wide(instant)} + ${row}`;
  const { base, unit, factor } = packing;
  const since = sql`(${instant} - ${base})`;
  return sql`${unit === 1 ? since : floorDiv(since, unit)} * ${factor} + ${row}`;
}

/** The instant in a packed number; a wide one has it beside it, in `instant`. */
export function instantOf(key: Sql, instant: Sql, packing: Packing): Sql {
  if (packing === "wide") return instant;
  const { base, unit, factor } = packing;
  // Exact: the quotient is whole and below 2^51, where a double is off by less than a half. It is rounded by name, since
  // some engines round where a double becomes a whole number and others cut off.
  const units = sql`cast(round(cast(${key} - ${key} % ${factor} as ${type("double")}) / ${factor}) as bigint)`;
  return sql`(${units}${unit === 1 ? sql`` : sql` * ${unit}`} + ${base})`;
}

/** The row in a packed number; of a wide one whose instant stands in `instant`. */
export const rowOf = (key: Sql, instant: Sql, packing: Packing): Sql =>
  packing === "wide" ? sql`cast(${key} - ${wide(instant)} as bigint)` : sql`(${key} % ${packing.factor})`;
