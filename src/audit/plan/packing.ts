import { DAY } from "./sql.ts";

/**
 * How an instant and its row are put into one number, so that the earliest instant brings its row along: where a log's
 * times (in whole `unit` ms) and rows leave room for both in 63 bits, there; otherwise ("wide") in a decimal, with the
 * instant beside it.
 */
export type Packing = { readonly base: number; readonly unit: number; readonly factor: number } | "wide";

const WIDE = "100000000000000";
const wide = (instant: string): string => `cast(${instant} + ${WIDE} as decimal(38, 0)) * ${WIDE}`;

/** The packing for times between two instants, all of them whole seconds or not, and rows up to a number. */
export function packingFor(first: number, last: number, lastRow: number, wholeSeconds: boolean): Packing {
  const unit = wholeSeconds ? 1000 : 1;
  const base = (Math.floor(first / DAY) - 2) * DAY;
  const factor = lastRow + 1;
  const longest = Math.ceil((last + 2 * DAY - base) / unit);
  return BigInt(longest) * BigInt(factor) < 2n ** 63n - 1n ? { base, unit, factor } : "wide";
}

/** An instant and its row in one number. */
export function packed(instant: string, row: string, packing: Packing): string {
  if (packing === "wide") return `${wide(instant)} + ${row}`;
  const { base, unit, factor } = packing;
  const since = `(${instant} - (${base}))`;
  return `${unit === 1 ? since : `cast(${since} / ${unit} as bigint)`} * ${factor} + ${row}`;
}

/** The instant in a packed number; a wide one has it beside it, in `instant`. */
export function instantOf(key: string, instant: string, packing: Packing): string {
  if (packing === "wide") return instant;
  const { base, unit, factor } = packing;
  // Exact: the quotient is whole and below 2^51, where a double is off by less than a half.
  const units = `cast(cast(${key} - ${key} % ${factor} as double precision) / ${factor} as bigint)`;
  return `(${units}${unit === 1 ? "" : ` * ${unit}`} + (${base}))`;
}

/** The row in a packed number; of a wide one whose instant stands in `instant`. */
export const rowOf = (key: string, instant: string, packing: Packing): string =>
  packing === "wide" ? `cast(${key} - ${wide(instant)} as bigint)` : `(${key} % ${packing.factor})`;
