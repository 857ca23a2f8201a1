import { numbers, sql, type Sql } from "../../engine/sql.ts";
import type { LogShape } from "./log-shape.ts";
import { rowOf } from "./packing.ts";
import { ChannelsOfRows } from "./channels-of-rows.ts";
import {
  cameOf,
  isBefore,
  isRegistered,
  packedEvent,
  sideColumns,
  sideOf,
  startOf,
  type KeptSide,
  type SideOf,
} from "./sides.ts";
import { addresseeOf, NO_ADDRESSEE } from "./addressees.ts";
import { everySpan } from "./every-span.ts";
import { NO_NUMBER, NO_WORD } from "./found.ts";
import { HOUR } from "./measures.ts";
import { isNeeded, isOutOfOrder, maybeFrom, OF_CASE, OF_SPAN, spanOf, type OfSpan } from "./span.ts";
import { as, of, select, union, viewStep, type Step } from "./step.ts";
import type { Pair } from "./pairs.ts";

/**
 * For each pair of events of a case that a deadline can run between: start, end, and why they cannot be held against each
 * other where they cannot. Hard are those that more than one due time has to be counted for, or none.
 */
export function spanStep(pairs: readonly Pair[], sides: readonly KeptSide[], log: LogShape): Step {
  const parts = pairs.flatMap((pair, number) => {
    const once = onceSpan(pair, number, log);
    if (pair.every) return [once, everySpan(pair, number, log)];
    return pair.back ? [once] : [once, lateSpan(pair, number, log)];
  });
  const looksAtEvents = pairs.some(({ every, back }) => every || !back);
  const channels = new ChannelsOfRows(pairs, log);
  const back = pairs.flatMap((pair, number) => (pair.back ? [number] : []));
  // In the hour that comes twice: by one reading the end comes before the start, and nobody can tell which.
  const disorder = log.doubt
    ? sql`coalesce(p.disorder, case when p.done_earliest < p.start_earliest and p.done_latest - p.done_earliest <= ${HOUR} and p.pair_no not in (${numbers([-1, ...back])}) then 'ambiguous-time' end)`
    : sql`p.disorder`;
  const isHard = sql`case when p.suspension_count > 0 or ${disorder} is not null or p.start_latest <> p.start_earliest then 1 else 0 end`;
  return viewStep("span", {
    says: "For each pair of events of a case that a deadline runs between: its start and its end, and whether one due time tells all of it.",
    reads: {
      judged_case: [
        ...OF_CASE,
        ...(looksAtEvents ? (["case_id"] as const) : []),
        ...(pairs.length === 0 ? (["first_at"] as const) : []),
        ...sides.flatMap((kept) => sideColumns(kept, log)),
      ],
      ...(looksAtEvents
        ? {
            unclear_event: [
              ...(["case_id", "event_no", "earliest_at", "latest_at", "row_no"] as const),
              ...(channels.areRead ? (["channel_no"] as const) : []),
            ],
          }
        : {}),
      ...(channels.byStart.length > 0 ? { log_default: ["channel_no"] } : {}),
    },
    gives: [
      ...OF_CASE.flatMap((column) =>
        column === "channel_no" && channels.areRead ? as(column, channels.ofSpan) : of("p", column),
      ),
      ...of("p", ...OF_SPAN.filter((column) => column !== "disorder")),
      as("disorder", disorder),
      as("is_hard", isHard),
    ],
    from: sql`
      from (
        ${parts.length === 0 ? noSpan() : union(parts)}
      ) p${channels.joins}
    `,
  });
}

/** No deadline has events that the log knows: nothing is to be held against anything. */
const noSpan = (): Sql =>
  select(
    [
      ...of("j", ...OF_CASE),
      ...spanOf({
        pair_no: sql`0`,
        occurrence: sql`0`,
        start_earliest: sql`j.first_at`,
        start_latest: sql`j.first_at`,
        start_row: sql`j.case_no`,
        came_earliest: sql`j.first_at`,
        came_latest: sql`j.first_at`,
        done_earliest: sql`j.first_at`,
        done_latest: sql`j.first_at`,
        done_row: sql`j.case_no`,
        maybe_at: NO_NUMBER,
        maybe_row: NO_NUMBER,
        disorder: sql`'no-start'`,
        start_channel_no: NO_NUMBER,
        is_registered: sql`0`,
        addressee_no: sql`${NO_ADDRESSEE}`,
        is_sent: sql`0`,
      }),
    ],
    sql`
      from judged_case j
      where 1 = 0
    `,
  );

/** Cases in which each of the two comes once at most, or in which only the first of each counts. */
function onceSpan(pair: Pair, number: number, log: LogShape): Sql {
  const [start, done] = [startOf("j", pair, log), sideOf("j", pair.to, log)];
  const came = cameOf("j", pair, log);
  return select(
    [
      ...of("j", ...OF_CASE),
      ...spanOf({
        pair_no: sql`${number}`,
        occurrence: pair.every ? sql`case when ${start.isThere} then 1 else 0 end` : sql`1`,
        start_earliest: start.earliest,
        start_latest: start.latest,
        start_row: start.row,
        came_earliest: came.earliest,
        came_latest: came.latest,
        done_earliest: done.earliest,
        done_latest: done.latest,
        done_row: done.row,
        ...maybeOf(pair, log, start),
        disorder: sql`case when ${start.isThere} then ${registeredEarly(pair, log)} else 'no-start' end`,
        start_channel_no: pair.channelOf === "start" && log.channel ? filed(pair, log).channel : NO_NUMBER,
        is_registered: asFlag(isRegistered("j", pair, log)),
        addressee_no:
          pair.addressees.length === 0
            ? sql`${NO_ADDRESSEE}`
            : addresseeOf(pair.addressees, filed(pair, log).which),
        is_sent: sentBy(pair, log, done.row),
      }),
    ],
    sql`
      from judged_case j
      where j.book_no is not null${isNeeded(pair, log)}${pair.from.length + pair.registered.length === 0 ? sql`` : sql` and (${start.isThere} or ${done.isThere})`} and not coalesce(${isOutOfOrder("j", pair, log)}, 1 = 0)
    `,
  );
}

const asFlag = (condition: Sql): Sql => sql`case when ${condition} then 1 else 0 end`;

/** What begins a term, whatever registers it. */
const filed = ({ from, registered }: Pair, log: LogShape): SideOf =>
  sideOf("j", from.length === 0 ? registered : from, log);

/** Registered before it came: the order of the two cannot be right. */
function registeredEarly({ from, registered, restarts }: Pair, log: LogShape): Sql {
  if (registered.length === 0 || from.length === 0) return NO_WORD;
  const again = restarts.length === 0 ? sql`` : sql` and not (${sideOf("j", restarts, log).isThere})`;
  const isEarly = isBefore("j", registered, from, log, true);
  return sql`case when ${isEarly}${again} then 'order' end`;
}

/** Whether the row that ends a term hands its result to the post. */
function sentBy({ dispatch }: Pair, log: LogShape, row: Sql): Sql {
  if (dispatch.length === 0) return sql`0`;
  const sent = sideOf("j", dispatch, log);
  return sql`case when ${sent.isThere} and ${sent.row} = ${row} then 1 else 0 end`;
}

/** From when on nobody can tell whether the term is owed any more. */
function maybeOf({ maybe }: Pair, log: LogShape, start: SideOf): Pick<OfSpan, "maybe_at" | "maybe_row"> {
  if (maybe.length === 0) return { maybe_at: NO_NUMBER, maybe_row: NO_NUMBER };
  const { earliest, latest, row } = sideOf("j", maybe, log);
  const isLater = sql`${earliest} >= ${start.earliest}`;
  return {
    maybe_at: sql`case when ${isLater} then ${maybeFrom(earliest, latest)} end`,
    maybe_row: sql`case when ${isLater} then ${row} end`,
  };
}

/** Cases whose first end comes before their start: the next end counts; without one, their order cannot be right. */
function lateSpan(pair: Pair, number: number, log: LogShape): Sql {
  const [start, done] = [startOf("j", pair, log), sideOf("j", pair.to, log)];
  const came = cameOf("j", pair, log);
  const early = isOutOfOrder("j", pair, log);
  const row = sql`case when l.earliest_at is null then ${done.row} else ${rowOf(sql`l.first_packed`, sql`l.earliest_at`, log.packing)} end`;
  return select(
    [
      ...of("j", ...OF_CASE),
      ...spanOf({
        pair_no: sql`${number}`,
        occurrence: sql`1`,
        start_earliest: start.earliest,
        start_latest: start.latest,
        start_row: start.row,
        came_earliest: came.earliest,
        came_latest: came.latest,
        done_earliest: sql`coalesce(l.earliest_at, ${done.earliest})`,
        done_latest: sql`coalesce(l.latest_at, ${done.latest})`,
        done_row: row,
        maybe_at: NO_NUMBER,
        maybe_row: NO_NUMBER,
        disorder: sql`case when l.earliest_at is null then 'order' end`,
        start_channel_no: NO_NUMBER,
        is_registered: asFlag(isRegistered("j", pair, log)),
        addressee_no: sql`${NO_ADDRESSEE}`,
        is_sent: sentBy(pair, log, row),
      }),
    ],
    sql`
      from judged_case j
      left join (
        select o.case_no, min(e.earliest_at) as earliest_at, min(e.latest_at) as latest_at, min(${packedEvent("e", log)}) as first_packed
        from unclear_event e
        join (
          select j.case_no, j.case_id, ${start.earliest} as started_at
          from judged_case j
          where ${early}
        ) o on o.case_id = e.case_id
        where e.event_no in (${numbers(pair.to)}) and e.latest_at >= o.started_at
        group by o.case_no
      ) l on l.case_no = j.case_no
      where j.book_no is not null${isNeeded(pair, log)} and ${early}
    `,
  );
}
