import { numbers, sql, word, type Sql } from "../../engine/sql.ts";
import type { SideColumn } from "./columns.ts";
import { instantOf, packed, rowOf } from "./packing.ts";
import type { LogShape } from "./log-shape.ts";
import { as, type Given } from "./step.ts";
import type { Pair } from "./terms.ts";

/** Events of which the first in a case begins or ends a term. */
export type Side = readonly number[];

/** A side, and whether its last event is kept as well. */
export interface KeptSide {
  readonly side: Side;
  readonly repeats: boolean;
  /** Whether the channel that its row names is kept as well. */
  readonly named?: boolean;
}

/** What a case keeps of a side's first event, as SQL over a row of a table of cases. */
export interface SideOf {
  /** When it happened, at the earliest; null where the case has none. */
  readonly earliest: Sql;
  /** When it can have happened at the latest. */
  readonly latest: Sql;
  readonly row: Sql;
  readonly isThere: Sql;
  /** The channel that its row names. */
  readonly channel: Sql;
  /** The case has two or more of them. */
  readonly isRepeated: Sql;
}

type Kept = "packed" | "earliest" | "latest" | "last_packed" | "channel";
const nameOf = (side: Side, what: Kept): SideColumn => `event_${side.join("_")}_${what}` as SideColumn;

/** The sides of all pairs, and those that checks look at by themselves, each once. */
export function sidesOf(pairs: readonly Pair[], others: readonly Side[]): readonly KeptSide[] {
  const sides = new Map<string, KeptSide>();
  const put = (side: Side, repeats: boolean, named = false): void => {
    const key = side.join();
    const there = sides.get(key);
    sides.set(key, {
      side,
      repeats: repeats || (there?.repeats ?? false),
      named: named || (there?.named ?? false),
    });
  };
  for (const { from, to, every, maybe, channelOf } of pairs) {
    put([from], every, channelOf === "start");
    put(to, every);
    if (maybe.length > 0) put(maybe, false);
  }
  for (const side of others) put(side, false);
  return [...sides.values()];
}

const keptOf = ({ repeats, named }: KeptSide, { doubt, packing, channel }: LogShape): readonly Kept[] => [
  "packed",
  ...(packing === "wide" ? (["earliest"] as const) : []),
  ...(doubt ? (["latest"] as const) : []),
  ...(repeats ? (["last_packed"] as const) : []),
  ...(named && channel ? (["channel"] as const) : []),
];

/** The columns that a side takes in a table of cases. */
export const sideColumns = (kept: KeptSide, log: LogShape): SideColumn[] =>
  keptOf(kept, log).map((what) => nameOf(kept.side, what));

/** Aggregates over the events of a case (with their `packed` number) that keep a side's first event. */
export function sideAggregates(kept: KeptSide, log: LogShape): Given[] {
  const { side } = kept;
  const when = (then: Sql): Sql => sql`case when event_no in (${numbers(side)}) then ${then} end`;
  const made: Readonly<Record<Kept, Sql>> = {
    packed: sql`min(${when(sql`packed`)})`,
    earliest: sql`min(${when(sql`earliest_at`)})`,
    latest: sql`min(${when(sql`latest_at`)})`,
    last_packed: sql`max(${when(sql`packed`)})`,
    channel: sql`cast(min(${when(sql`channel_no`)}) as bigint)`,
  };
  return keptOf(kept, log).map((what) => as(nameOf(side, what), made[what]));
}

/** A side of a case, told by its columns in a table of cases. */
export function sideOf(alias: string, side: Side, { doubt, packing }: LogShape): SideOf {
  const column = (what: Kept): Sql => sql`${word(alias)}.${word(nameOf(side, what))}`;
  const earliest = instantOf(column("packed"), column("earliest"), packing);
  return {
    earliest,
    latest: doubt ? column("latest") : earliest,
    row: rowOf(column("packed"), column("earliest"), packing),
    isThere: sql`${column("packed")} is not null`,
    channel: column("channel"),
    isRepeated: sql`${column("last_packed")} > ${column("packed")}`,
  };
}

/**
 * Whether a side's first event comes before another's: by the clock, for at one instant neither comes first. `surely`:
 * also at the latest that it can have happened.
 */
export function isBefore(alias: string, one: Side, other: Side, log: LogShape, surely: boolean): Sql {
  const { packing, doubt } = log;
  const [a, b] = [sideOf(alias, one, log), sideOf(alias, other, log)];
  if (packing === "wide" || doubt) return sql`${surely ? a.latest : a.earliest} < ${b.earliest}`;
  // Below the least number that an event of that instant can have: no need to take the numbers apart.
  const number = (side: Side): Sql => sql`${word(alias)}.${word(nameOf(side, "packed"))}`;
  return sql`${number(one)} < ${number(other)} - ${number(other)} % ${packing.factor}`;
}

/** An event's earliest instant and row in one number. */
export const packedEvent = (alias: string, { packing }: LogShape): Sql =>
  packed(sql`${word(alias)}.earliest_at`, sql`${word(alias)}.row_no`, packing);
