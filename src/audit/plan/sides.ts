import { joined, list, numbers, sql, word, type Sql } from "../../engine/sql.ts";
import type { SideColumn } from "./columns.ts";
import { instantOf, packed, rowOf } from "./packing.ts";
import { NO_NUMBER } from "./found.ts";
import type { LogShape } from "./log-shape.ts";
import { as, type Given } from "./step.ts";
import type { Pair } from "./pairs.ts";

/** Events of which the first in a case begins or ends a term. */
export type Side = readonly number[];

/** A side, and whether its last event is kept as well. */
export interface KeptSide {
  readonly side: Side;
  readonly repeats: boolean;
  /** Whether the channel that its row names is kept as well. */
  readonly named?: boolean;
  /** Whether it is kept which event of the side it is. */
  readonly which?: boolean;
}

/** What a case keeps of a side's first event, as SQL over a row of a table of cases. */
export interface SideOf {
  /** Its earliest instant and its row in one number. */
  readonly key: Sql;
  /** When it happened, at the earliest; null where the case has none. */
  readonly earliest: Sql;
  /** When it can have happened at the latest. */
  readonly latest: Sql;
  readonly row: Sql;
  readonly isThere: Sql;
  /** The channel that its row names. */
  readonly channel: Sql;
  /** The number of the event, where the case has one of the side alone. */
  readonly which: Sql;
  /** The case has two or more of them. */
  readonly isRepeated: Sql;
}

type Kept = "packed" | "earliest" | "latest" | "last_packed" | "channel" | "which";
const nameOf = (side: Side, what: Kept): SideColumn => `event_${side.join("_")}_${what}` as SideColumn;

/** The sides of all pairs, and those that checks look at by themselves, each once. */
export function sidesOf(pairs: readonly Pair[], others: readonly Side[]): readonly KeptSide[] {
  const sides = new Map<string, KeptSide>();
  const put = (side: Side, repeats: boolean, named = false, which = false): void => {
    if (side.length === 0) return;
    const key = side.join();
    const there = sides.get(key);
    sides.set(key, {
      side,
      repeats: repeats || (there?.repeats ?? false),
      named: named || (there?.named ?? false),
      which: which || (there?.which ?? false),
    });
  };
  for (const {
    from,
    to,
    every,
    maybe,
    channelOf,
    registered,
    restarts,
    dispatch,
    addressees,
    needs,
  } of pairs) {
    put(from, every, channelOf === "start", addressees.length > 0);
    put(to, every);
    put(registered, every);
    put(restarts, false);
    put(dispatch, false);
    put(maybe, false);
    put(needs, false);
  }
  for (const side of others) put(side, false);
  return [...sides.values()];
}

const keptOf = (
  { repeats, named, which }: KeptSide,
  { doubt, packing, channel }: LogShape,
): readonly Kept[] => [
  "packed",
  ...(packing === "wide" ? (["earliest"] as const) : []),
  ...(doubt ? (["latest"] as const) : []),
  ...(repeats ? (["last_packed"] as const) : []),
  ...(named && channel ? (["channel"] as const) : []),
  ...(which ? (["which"] as const) : []),
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
    which: sql`cast(min(${when(sql`event_no`)}) as bigint)`,
  };
  return keptOf(kept, log).map((what) => as(nameOf(side, what), made[what]));
}

/** A side of a case, told by its columns in a table of cases; of several, the first that the case has. */
export function sideOf(alias: string, side: Side, log: LogShape): SideOf {
  return firstSideOf(alias, [side], log);
}

function firstSideOf(alias: string, all: readonly Side[], { doubt, packing }: LogShape): SideOf {
  const sides = all.filter((side) => side.length > 0);
  if (sides.length === 0) return NO_SIDE;
  const column = (what: Kept): Sql => {
    const columns = sides.map((side) => sql`${word(alias)}.${word(nameOf(side, what))}`);
    return columns.length === 1 && columns[0] !== undefined ? columns[0] : sql`coalesce(${list(columns)})`;
  };
  const key = column("packed");
  const earliest = instantOf(key, packing === "wide" ? column("earliest") : key, packing);
  const repeated = sides.map((side) => {
    const of = (what: Kept): Sql => sql`${word(alias)}.${word(nameOf(side, what))}`;
    return sql`${of("last_packed")} > ${of("packed")}`;
  });
  return {
    key,
    earliest,
    latest: doubt ? column("latest") : earliest,
    row: rowOf(key, packing === "wide" ? column("earliest") : key, packing),
    isThere: sql`${key} is not null`,
    channel: column("channel"),
    which: column("which"),
    isRepeated:
      repeated.length === 1
        ? (repeated[0] ?? sql`1 = 0`)
        : sql`(${joined(
            repeated.map((each) => sql`coalesce(${each}, 1 = 0)`),
            sql` or `,
          )})`,
  };
}

/** Of no event at all no case has one. */
const NO_SIDE: SideOf = {
  key: NO_NUMBER,
  earliest: NO_NUMBER,
  latest: NO_NUMBER,
  row: NO_NUMBER,
  isThere: sql`1 = 0`,
  channel: NO_NUMBER,
  which: NO_NUMBER,
  isRepeated: sql`1 = 0`,
};

/** What begins the terms of a pair in a case: what starts them afresh, or else the registration, or the event itself. */
export function startOf(alias: string, { from, registered, restarts }: Pair, log: LogShape): SideOf {
  return firstSideOf(alias, [restarts, registered, from], log);
}

/** What the terms of a pair are about, as it came: the event itself, whatever registers it or starts its term afresh. */
export function cameOf(alias: string, { from, registered, restarts }: Pair, log: LogShape): SideOf {
  return firstSideOf(alias, [from, registered, restarts], log);
}

/** Whether a start is that by registration: nothing moves it any more. */
export function isRegistered(alias: string, { registered, restarts }: Pair, log: LogShape): Sql {
  if (registered.length === 0) return sql`1 = 0`;
  const there = sideOf(alias, registered, log).isThere;
  return restarts.length === 0 ? there : sql`(${there} and not (${sideOf(alias, restarts, log).isThere}))`;
}

/**
 * Whether a side's first event comes before another's: by the clock, for at one instant neither comes first. `surely`:
 * also at the latest that it can have happened.
 */
export function comesBefore(one: SideOf, other: SideOf, { packing, doubt }: LogShape, surely: boolean): Sql {
  if (packing === "wide" || doubt) return sql`${surely ? one.latest : one.earliest} < ${other.earliest}`;
  // Below the least number that an event of that instant can have: no need to take the numbers apart.
  return sql`${one.key} < ${other.key} - ${other.key} % ${packing.factor}`;
}

/** The same of two sides of a case. */
export const isBefore = (alias: string, one: Side, other: Side, log: LogShape, surely: boolean): Sql =>
  comesBefore(sideOf(alias, one, log), sideOf(alias, other, log), log, surely);

/** An event's earliest instant and row in one number. */
export const packedEvent = (alias: string, { packing }: LogShape): Sql =>
  packed(sql`${word(alias)}.earliest_at`, sql`${word(alias)}.row_no`, packing);
