import { sql, type Sql } from "../../engine/sql.ts";
import type { TimeKind } from "../../log/log-source.ts";
import type { Mapping } from "../../log/mapping.ts";
import { NO_NUMBER } from "./found.ts";
import { DAY, floorDiv, NEVER } from "./measures.ts";
import { INSTANT, ON_A_CLOCK, UNREADABLE } from "./timed-rows.ts";

/**
 * Times as instants, with the latest that they can mean, by the clocks of `zone_clock`. Where every row is an instant
 * already, nothing is looked up; where no row was refused, none is sifted out.
 */
export const instants = (
  kind: TimeKind,
  { time, columns }: Pick<Mapping, "time" | "columns">,
  allRead: boolean,
  byProvider: boolean,
  facts: boolean,
): Sql => {
  const rowsOf = (source: Sql, own: OwnDeadline): Sql =>
    namesInstants(kind, time)
      ? instantsAsTheyAre(source, own)
      : instantsByClocks(source, own, byProvider, time?.midnightIsDate === true);
  const own: OwnDeadline = {
    due: columns.due === undefined ? undefined : sql`r.due_kind`,
    days: columns.days === undefined ? NO_NUMBER : sql`r.due_days`,
    facts: facts ? sql`r.facts_no` : NO_NUMBER,
  };
  const rows = rowsOf(sql`timed`, own);
  const events = allRead ? rows : sql`${rows}\nwhere r.refused is null`;
  return columns.due === undefined ? events : withDue(events, rowsOf(DUE_TIMES, NO_OWN));
};

/** What of a row's own deadline stands beside it: whether its due time can be read, and the number of days. */
interface OwnDeadline {
  /** Undefined: the log has no due times. */
  readonly due: Sql | undefined;
  readonly days: Sql;
  /** What it tells of its case's facts. */
  readonly facts: Sql;
}

const NO_OWN: OwnDeadline = { due: undefined, days: NO_NUMBER, facts: NO_NUMBER };

/** The due times that rows carry, as rows whose time they are. */
const DUE_TIMES = sql`(
  select row_no, case_id, activity, service, channel, provider, reason, document, due_local_ms as local_ms, due_kind as time_kind
  from timed where refused is null and due_kind <> ${UNREADABLE}
)`;

/** Events with the due times that their rows carry, read by the same clocks; one that nobody can read ends before it begins. */
const withDue = (events: Sql, dueTimes: Sql): Sql => sql`
  select e.row_no, e.case_id, e.event_no, e.earliest_at, e.latest_at, e.service, e.channel, e.provider, e.reason, e.document,
    case when e.due_from = ${UNREADABLE} then ${NEVER} else d.earliest_at end as due_from,
    case when e.due_from = ${UNREADABLE} then ${-NEVER} else d.latest_at end as due_until,
    e.due_days, e.facts_no
  from (
    ${events}
  ) e
  left join (
    ${dueTimes}
  ) d on d.row_no = e.row_no
`;

/** Whether every time is an instant already: no clock is needed to read it, or to tell whether it is midnight. */
export const namesInstants = (kind: TimeKind, time: Mapping["time"]): boolean =>
  (kind === "instant" || kind === "epoch") && time?.midnightIsDate !== true;

/**
 * Cases some of whose rows name no provider while the others name providers of one clock: theirs reads the whole case.
 * Where they name two clocks, nobody can tell which of them such a row is by; it is read by the rulebook's.
 */
export const CASE_ZONE = sql`
  select r.case_id, min(r.provider_zone_no) as provider_zone_no
  from (
    select r.case_id, case when r.provider is not null then coalesce(p.provider_zone_no, 0) end as provider_zone_no
    from raw r
    left join provider_zone p on p.provider = r.provider
  ) r
  group by r.case_id
  having min(r.provider_zone_no) = max(r.provider_zone_no) and count(r.provider_zone_no) < count(*)
`;

const ownColumns = ({ due, days, facts }: OwnDeadline): Sql =>
  sql`${due ?? NO_NUMBER} as due_from, ${NO_NUMBER} as due_until, ${days} as due_days, ${facts} as facts_no`;

const instantsAsTheyAre = (source: Sql, own: OwnDeadline): Sql => sql`
  select r.row_no, r.case_id, a.event_no, r.local_ms as earliest_at, r.local_ms as latest_at, r.service, r.channel, r.provider, r.reason, r.document,
    ${ownColumns(own)}
  from ${source} r
  left join activity_event a on a.activity = r.activity
`;

/** The clock is that of the row's service; where providers have clocks of their own, the row's or its case's provider's. */
const BY_PROVIDER = sql`
  left join provider_zone p on p.provider = r.provider
  left join case_zone c on c.case_id = case when r.provider is null then r.case_id end
`;
const DEFAULT_ZONE = sql`select max(n.provider_zone_no) from log_default d join provider_zone n on n.provider = d.provider`;
const ZONE_OF_ROW = sql`coalesce(p.provider_zone_no, case when r.provider is null then coalesce(c.provider_zone_no, (${DEFAULT_ZONE})) end, 0)`;

/** Where the clock was put back, a reading is two instants; where it was put forward, none, and the change stands for it. */
const BEFORE_CHANGE = sql`when r.local_ms < z.before_until then r.local_ms - z.offset_before`;
const AFTER_CHANGE = sql`when r.local_ms >= z.after_from then r.local_ms - z.offset_after`;
const earliest = sql`case when z.zone_no is null then r.local_ms ${BEFORE_CHANGE} ${AFTER_CHANGE} else z.change_at end`;
const latest = sql`case when z.zone_no is null then r.local_ms ${AFTER_CHANGE} ${BEFORE_CHANGE} else z.change_at end`;

/** An instant that begins a day of its zone stands for that day, where midnight is a date. */
const DAY_BEGUN = sql`
  left join zone_day y on y.zone_no = v.zone_no and y.from_at = r.local_ms and y.utc_day = case when r.time_kind = ${INSTANT} then ${floorDiv(sql`r.local_ms`, DAY)} end
`;

const instantsByClocks = (
  source: Sql,
  own: OwnDeadline,
  byProvider: boolean,
  midnightIsDate: boolean,
): Sql => sql`
  select r.row_no, r.case_id, a.event_no,
    case r.time_kind when ${INSTANT} then r.local_ms when ${ON_A_CLOCK} then ${earliest} else coalesce(z.from_at, r.local_ms) end as earliest_at,
    case r.time_kind when ${INSTANT} then ${midnightIsDate ? sql`coalesce(y.until_at - 1, r.local_ms)` : sql`r.local_ms`} when ${ON_A_CLOCK} then ${latest} else coalesce(z.until_at, r.local_ms + ${DAY}) - 1 end as latest_at,
    r.service, r.channel, r.provider, r.reason, r.document,
    ${ownColumns(own)}
  from ${source} r
  left join activity_event a on a.activity = r.activity
  left join service_name s on s.service = r.service
  ${byProvider ? BY_PROVIDER : sql``}
  left join service_zone v on v.service_no = coalesce(s.service_no, -1) and v.provider_zone_no = ${byProvider ? ZONE_OF_ROW : sql`0`}
  left join zone_clock z on z.zone_no = v.zone_no and z.local_day = case when r.time_kind <> ${INSTANT} then ${floorDiv(sql`r.local_ms`, DAY)} end
  ${midnightIsDate ? DAY_BEGUN : sql``}
`;
