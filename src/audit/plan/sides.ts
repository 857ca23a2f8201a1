import { instantOf, packed, rowOf } from "./packing.ts";
import type { LogShape } from "./log-shape.ts";
import type { Pair } from "./terms.ts";

/** Events of which the first in a case begins or ends a term. */
export type Side = readonly number[];

/** What a case keeps of a side's first event, as SQL over a row of a table of cases. */
export interface SideOf {
  /** When it happened, at the earliest; null where the case has none. */
  readonly at: string;
  /** When it can have happened at the latest. */
  readonly atLatest: string;
  readonly row: string;
  readonly isThere: string;
  /** The case has two or more of them. */
  readonly isRepeated: string;
}

const name = (side: Side): string => `e${side.join("_")}`;

/** The sides of all pairs, and those that checks look at by themselves, each once; `repeats`: its last is kept as well. */
export function sidesOf(
  pairs: readonly Pair[],
  others: readonly Side[],
): readonly { readonly side: Side; readonly repeats: boolean }[] {
  const sides = new Map<string, { side: Side; repeats: boolean }>();
  const put = (side: Side, repeats: boolean): void => {
    const there = sides.get(name(side));
    sides.set(name(side), { side, repeats: repeats || (there?.repeats ?? false) });
  };
  for (const { from, to, every } of pairs) for (const side of [[from], to]) put(side, every);
  for (const side of others) put(side, false);
  return [...sides.values()];
}

/** Aggregates over the events of a case (with their packed number as `key`) that keep a side's first event. */
export function sideAggregates(side: Side, repeats: boolean, { doubt, packing }: LogShape): string[] {
  const when = `case when event_no in (${side.join(", ")}) then`;
  return [
    `min(${when} key end) as ${name(side)}_key`,
    ...(packing === "wide" ? [`min(${when} t end) as ${name(side)}_t`] : []),
    ...(doubt ? [`min(${when} hi end) as ${name(side)}_hi`] : []),
    ...(repeats ? [`max(${when} key end) as ${name(side)}_last`] : []),
  ];
}

/** The columns that `sideAggregates` made. */
export function sideColumns(
  alias: string,
  side: Side,
  repeats: boolean,
  { doubt, packing }: LogShape,
): string[] {
  const suffixes = [
    "key",
    ...(packing === "wide" ? ["t"] : []),
    ...(doubt ? ["hi"] : []),
    ...(repeats ? ["last"] : []),
  ];
  return suffixes.map((suffix) => `${alias}.${name(side)}_${suffix}`);
}

/** A side of a case, told by its columns in a table of cases. */
export function sideOf(alias: string, side: Side, { doubt, packing }: LogShape): SideOf {
  const column = (suffix: string): string => `${alias}.${name(side)}_${suffix}`;
  const at = instantOf(column("key"), column("t"), packing);
  return {
    at,
    atLatest: doubt ? column("hi") : at,
    row: rowOf(column("key"), column("t"), packing),
    isThere: `${column("key")} is not null`,
    isRepeated: `${column("last")} > ${column("key")}`,
  };
}

/**
 * Whether a side's first event comes before another's: by the clock, for at one instant neither comes first. `surely`:
 * also at the latest that it can have happened.
 */
export function isBefore(alias: string, one: Side, other: Side, log: LogShape, surely: boolean): string {
  const { packing, doubt } = log;
  const [a, b] = [sideOf(alias, one, log), sideOf(alias, other, log)];
  if (packing === "wide" || doubt) return `${surely ? a.atLatest : a.at} < ${b.at}`;
  // Below the least number that an event of that instant can have: no need to take the numbers apart.
  const [key, least] = [`${alias}.${name(one)}_key`, `${alias}.${name(other)}_key`];
  return `${key} < ${least} - ${least} % ${packing.factor}`;
}

/** An event's instant and row in one number. */
export const keyOf = (alias: string, { packing }: LogShape): string =>
  packed(`${alias}.t`, `${alias}.row_no`, packing);
