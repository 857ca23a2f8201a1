import { numbers, sql, type Sql } from "../../engine/sql.ts";
import type { LogShape } from "./log-shape.ts";
import { NO_NUMBER } from "./found.ts";
import { rowOf } from "./packing.ts";
import { packedEvent } from "./sides.ts";
import { addresseeOf, NO_ADDRESSEE } from "./addressees.ts";
import { endsItself, isNeeded, isOutOfOrder, maybeFrom, OF_CASE, spanOf } from "./span.ts";
import { of, select } from "./step.ts";
import type { Pair } from "./pairs.ts";

/**
 * Cases in which a start or an end comes again: every start begins a term, answered by the next end. An end that nothing
 * opened answers no start; but where another start then goes without an end, nobody can tell that it is not that one's,
 * recorded too early: the two are told together, and nobody is accused.
 */
export function everySpan(pair: Pair, number: number, log: LogShape): Sql {
  const started = (column: Sql): Sql => sql`case when w.is_done = 0 then ${column} end`;
  const registeredOr = (registered: Sql, own: Sql): Sql =>
    pair.registered.length === 0 ? own : sql`case when ${IS_REGISTERED} then ${registered} else ${own} end`;
  return select(
    [
      ...of("j", ...OF_CASE),
      ...spanOf({
        pair_no: sql`${number}`,
        occurrence: sql`case when w.is_done = 1 then 1 - w.place else w.occurrence end`,
        start_earliest: started(registeredOr(sql`w.registered_earliest`, sql`w.earliest_at`)),
        start_latest: started(registeredOr(sql`w.registered_latest`, sql`w.latest_at`)),
        start_row: started(
          registeredOr(
            rowOf(sql`w.registered_packed`, sql`w.registered_earliest`, log.packing),
            sql`w.row_no`,
          ),
        ),
        came_earliest: started(sql`w.earliest_at`),
        came_latest: started(sql`w.latest_at`),
        done_earliest: sql`coalesce(w.done_earliest, w.stray_earliest)`,
        done_latest: sql`coalesce(w.done_latest, w.stray_latest)`,
        done_row: rowOf(
          sql`coalesce(w.done_packed, w.stray_packed)`,
          sql`coalesce(w.done_earliest, w.stray_earliest)`,
          log.packing,
        ),
        maybe_at: pair.maybe.length === 0 ? NO_NUMBER : started(sql`w.maybe_at`),
        maybe_row:
          pair.maybe.length === 0
            ? NO_NUMBER
            : started(rowOf(sql`w.maybe_packed`, sql`w.maybe_earliest`, log.packing)),
        disorder: sql`case when w.is_done = 1 then 'no-start' when w.done_packed is null and w.stray_packed is not null then 'order' end`,
        start_channel_no: namesChannel(pair, log) ? started(sql`w.channel_no`) : NO_NUMBER,
        is_registered:
          pair.registered.length === 0 ? sql`0` : sql`case when ${IS_REGISTERED} then 1 else 0 end`,
        addressee_no:
          pair.addressees.length === 0
            ? sql`${NO_ADDRESSEE}`
            : addresseeOf(pair.addressees, started(sql`w.event_no`)),
        is_sent: sql`0`,
      }),
    ],
    sql`
      from (
        ${answeredStarts(startsAndEnds(pair, log))}
      ) w
      join judged_case j on j.case_id = w.case_id
      where j.book_no is not null${isNeeded(pair, log)} and ${isOutOfOrder("j", pair, log)}
        and (w.is_done = 0 or (w.occurrence = 0 and (w.place > 1 or w.last_is_done = 1)))
    `,
  );
}

/** The first registration after a start is its own where no other start comes before it, and no end. */
const IS_REGISTERED = sql`w.is_done = 0 and w.registered_earliest <= coalesce(w.next_start, w.registered_earliest) and w.registered_earliest <= coalesce(w.done_latest, w.registered_earliest)`;

/** The number of no event at all. */
const NO_EVENT = -1;

const namesChannel = ({ channelOf }: Pair, { channel }: LogShape): boolean =>
  channelOf === "start" && channel;

/** The starts and ends with the first end that nothing opened (a stray), where there is one before them, and what comes last. */
const answeredStarts = (rows: Sql): Sql => sql`
  select r.*,
    min(case when r.unopened > 0 then r.earliest_at end) ${UP_TO_HERE} as stray_earliest,
    min(case when r.unopened > 0 then r.latest_at end) ${UP_TO_HERE} as stray_latest,
    min(case when r.unopened > 0 then r.packed end) ${UP_TO_HERE} as stray_packed,
    max(case when r.places = r.place then r.is_done end) over (partition by r.case_id) as last_is_done
  from (
    ${rows}
  ) r
  where r.is_start + r.is_done = 1
`;
const UP_TO_HERE = sql`over (partition by r.case_id order by r.place rows between unbounded preceding and current row)`;

/**
 * The starts and ends of a pair in their order: which start each is after, the end that is next, and by how many the ends
 * so far are more than the starts. An end that may be later than a start, for all that is known, comes after it.
 */
function startsAndEnds(pair: Pair, log: LogShape): Sql {
  const { from, to, registered } = pair;
  const channel = namesChannel(pair, log) ? sql`channel_no, ` : sql``;
  const at = log.doubt ? sql`case when is_start = 1 then earliest_at else latest_at end` : sql`earliest_at`;
  const inOrder = sql`partition by case_id order by ${at}, 1 - is_start, row_no`;
  // Where a term runs from one event to the next of its kind, each answers the one before it and no event itself.
  const toItself = endsItself(pair);
  const others = sql`over (${inOrder} rows between 1 following and unbounded following)`;
  const ofRegistration = (column: Sql): Sql =>
    registered.length === 0
      ? NO_NUMBER
      : sql`min(case when is_registration = 1 then ${column} end) ${others}`;
  const later = sql`over (${inOrder} rows between ${toItself ? sql`1 following` : sql`current row`} and unbounded following)`;
  const earlier = sql`over (${inOrder} rows between unbounded preceding and current row)`;
  const done = sql`case when ${toItself ? sql`is_start + is_done = 1` : sql`is_done = 1`} then`;
  const maybe = (column: Sql): Sql =>
    pair.maybe.length === 0
      ? NO_NUMBER
      : sql`min(case when is_start + is_done + is_registration = 0 then ${column} end) ${later}`;
  return sql`
    select case_id, ${channel}earliest_at, latest_at, row_no, packed, is_start, is_done,
      cast(sum(is_start) ${earlier} as bigint) as occurrence,
      cast(sum(is_done - is_start) ${earlier} as bigint) as unopened,
      cast(sum(is_start + is_done) ${earlier} as bigint) as place,
      cast(sum(is_start + is_done) over (partition by case_id) as bigint) as places,
      event_no, ${ofRegistration(sql`earliest_at`)} as registered_earliest, ${ofRegistration(sql`latest_at`)} as registered_latest, ${ofRegistration(sql`packed`)} as registered_packed,
      ${registered.length === 0 ? NO_NUMBER : sql`min(case when is_start = 1 then earliest_at end) ${others}`} as next_start,
      min(${done} earliest_at end) ${later} as done_earliest,
      min(${done} latest_at end) ${later} as done_latest,
      min(${done} packed end) ${later} as done_packed,
      ${maybe(maybeFrom(sql`earliest_at`, sql`latest_at`))} as maybe_at, ${maybe(sql`earliest_at`)} as maybe_earliest, ${maybe(sql`packed`)} as maybe_packed
    from (
      select e.case_id, ${namesChannel(pair, log) ? sql`e.channel_no, ` : sql``}e.earliest_at, e.latest_at, e.row_no, ${packedEvent("e", log)} as packed,
        e.event_no, case when e.event_no in (${numbers([NO_EVENT, ...from])}) then 1 else 0 end as is_start,
        case when e.event_no in (${numbers([NO_EVENT, ...to.filter((event) => !from.includes(event))])}) then 1 else 0 end as is_done,
        case when e.event_no in (${numbers([NO_EVENT, ...registered])}) then 1 else 0 end as is_registration
      from unclear_event e
      where e.event_no in (${numbers([...from, ...to, ...pair.maybe, ...registered])})
    ) e
  `;
}
