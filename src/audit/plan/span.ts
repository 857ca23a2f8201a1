import { sql, type Sql } from "../../engine/sql.ts";
import type { LogShape } from "./log-shape.ts";
import { DATE_DOUBT } from "./measures.ts";
import { comesBefore, sideOf, startOf } from "./sides.ts";
import { as, type Given } from "./step.ts";
import type { Pair } from "./pairs.ts";

/** What a span takes from its case. */
export const OF_CASE = ["case_no", "book_no", "channel_no", "channel_tie", "suspension_count"] as const;
/** What a span is, beside its case. */
export const OF_SPAN = [
  "pair_no",
  "occurrence",
  "start_earliest",
  "start_latest",
  "start_row",
  "came_earliest",
  "came_latest",
  "done_earliest",
  "done_latest",
  "done_row",
  "maybe_at",
  "maybe_row",
  "disorder",
  "start_channel_no",
  "is_registered",
  "addressee_no",
  "is_sent",
] as const;
/** What each of these is, as SQL. */
export type OfSpan = Readonly<Record<(typeof OF_SPAN)[number], Sql>>;

/**
 * Whether a pair's events have to be looked at one by one: the end comes before the start, or what may end it does, or one
 * of them comes twice and every start begins a term.
 */
export function isOutOfOrder(alias: string, pair: Pair, log: LogShape): Sql {
  const { to, every, back, maybe } = pair;
  if (back) return sql`1 = 0`;
  const [start, done] = [startOf(alias, pair, log), sideOf(alias, to, log)];
  const isEarly = comesBefore(done, start, log, !every);
  if (!every) return isEarly;
  if (endsItself(pair)) return start.isThere;
  const isMaybeEarly =
    maybe.length === 0 ? sql`` : sql` or ${comesBefore(sideOf(alias, maybe, log), start, log, false)}`;
  return sql`(${start.isRepeated} or ${done.isRepeated} or ${isEarly}${isMaybeEarly})`;
}

/** That a case has what makes a term its own, as a further condition. */
export const isNeeded = ({ needs }: Pair, log: LogShape): Sql =>
  needs.length === 0 ? sql`` : sql` and ${sideOf("j", needs, log).isThere}`;

/** Whether each event of a pair ends the term that the one before it began. */
export const endsItself = ({ from, to }: Pair): boolean => from.some((event) => to.includes(event));

/** When an answer can have been given: a date is not the instant at which it begins, which ends the day before. */
export const maybeFrom = (earliest: Sql, latest: Sql): Sql =>
  sql`(${earliest} + case when ${latest} - ${earliest} > ${DATE_DOUBT} then 1 else 0 end)`;

/** A span's columns. */
export const spanOf = (span: OfSpan): Given[] => OF_SPAN.map((column) => as(column, span[column]));
