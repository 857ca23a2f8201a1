import { sql, type Sql } from "../../engine/sql.ts";
import type { LogShape } from "./log-shape.ts";
import { DATE_DOUBT } from "./measures.ts";
import { isBefore, sideOf } from "./sides.ts";
import { as, type Given } from "./step.ts";
import type { Pair } from "./terms.ts";

/** What a span takes from its case. */
export const OF_CASE = ["case_no", "book_no", "channel_no", "channel_tie", "suspension_count"] as const;
/** What a span is, beside its case. */
export const OF_SPAN = [
  "pair_no",
  "occurrence",
  "start_earliest",
  "start_latest",
  "start_row",
  "done_earliest",
  "done_latest",
  "done_row",
  "maybe_at",
  "maybe_row",
  "disorder",
  "start_channel_no",
] as const;
/** What each of these is, as SQL. */
export type OfSpan = Readonly<Record<(typeof OF_SPAN)[number], Sql>>;

/**
 * Whether a pair's events have to be looked at one by one: the end comes before the start, or what may end it does, or one
 * of them comes twice and every start begins a term.
 */
export function isOutOfOrder(alias: string, { from, to, every, back, maybe }: Pair, log: LogShape): Sql {
  if (back) return sql`1 = 0`;
  const isEarly = isBefore(alias, to, [from], log, !every);
  if (!every) return isEarly;
  const [start, done] = [sideOf(alias, [from], log), sideOf(alias, to, log)];
  if (to.includes(from)) return start.isThere;
  const isMaybeEarly = maybe.length === 0 ? sql`` : sql` or ${isBefore(alias, maybe, [from], log, false)}`;
  return sql`(${start.isRepeated} or ${done.isRepeated} or ${isEarly}${isMaybeEarly})`;
}

/** When an answer can have been given: a date is not the instant at which it begins, which ends the day before. */
export const maybeFrom = (earliest: Sql, latest: Sql): Sql =>
  sql`(${earliest} + case when ${latest} - ${earliest} > ${DATE_DOUBT} then 1 else 0 end)`;

/** A span's columns. */
export const spanOf = (span: OfSpan): Given[] => OF_SPAN.map((column) => as(column, span[column]));
