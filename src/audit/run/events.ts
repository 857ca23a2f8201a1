import type { Database } from "../../engine/database.ts";
import { sql } from "../../engine/sql.ts";
import { DAY_MS, SECOND_MS } from "../../model/time-units.ts";
import type { LogRead } from "../../log/log-source.ts";
import type { WholeMapping } from "../../log/mapping.ts";
import { calendarData, rangeOf } from "../plan/calendar-data.ts";
import type { DayRange } from "../plan/calendar-tables.ts";
import { NO_NUMBER } from "../plan/found.ts";
import { CASE_ZONE, instants, namesInstants } from "../plan/instants.ts";
import type { LogShape } from "../plan/log-shape.ts";
import { packingFor } from "../plan/packing.ts";
import { readsByProvider, type Plan } from "../plan/plan.ts";
import type { PlanTable } from "../plan/plan-table.ts";
import { readFactWords } from "./fact-words.ts";
import { outlierRows } from "./outliers.ts";
import { timedRows } from "../plan/timed-rows.ts";

/** Rows that are kept to be shown of those that were refused for one reason. */
const SAMPLES = 5;

/** What the rows hold, by activity and by whether they were refused: one look at the log serves for all that is counted of it. */
const TALLY = sql`
  select activity, refused, count(*) as row_count, min(local_ms) as first_ms, max(local_ms) as last_ms, max(row_no) as last_row, max(time_kind) as time_kind,
    count(case when local_ms % ${SECOND_MS} <> 0 then 1 end) as fractions, min(case when refused is not null then row_no end, ${SAMPLES}) as samples,
    count(service) as services, count(channel) as channels, count(provider) as providers, count(reason) as reasons
  from timed group by activity, refused
`;

interface Bounds {
  readonly first_ms: number | null;
  readonly last_ms: number | null;
  readonly last_row: number | null;
  readonly time_kind: number;
  readonly fractions: number;
  readonly refused: number;
  readonly row_count: number;
}

const BOUNDS = sql`
  select min(case when refused is null then first_ms end) as first_ms, max(case when refused is null then last_ms end) as last_ms, max(last_row) as last_row,
    coalesce(max(case when refused is null then time_kind end), 0) as time_kind, cast(coalesce(sum(case when refused is null then fractions end), 0) as bigint) as fractions,
    count(refused) as refused, cast(coalesce(sum(row_count), 0) as bigint) as row_count
  from tally
`;

/** What is known of a log's events when they have been looked at once. */
export interface Events {
  readonly shape: LogShape;
  readonly calendar: readonly PlanTable[];
  readonly range: DayRange;
  readonly rows: number;
}

/** Makes `all_event`: the rows that could be read, as instants; and the calendar tables for as long as they reach. */
export async function eventView(database: Database, log: LogRead, plan: Plan): Promise<Events> {
  const { facts } = plan.terms.conditions;
  await readFactWords(database, facts);
  await database.make({
    name: "timed",
    ...(log.view ? { as: "view" } : {}),
    sql: timedRows(log, plan.mapping, facts),
  });
  await database.make({ name: "tally", sql: TALLY });
  const [bounds] = await database.rows<Bounds>(BOUNDS);
  const [first, last] = [bounds?.first_ms ?? 0, bounds?.last_ms ?? 0];
  const own = await ownDeadlines(database, plan.mapping, first, last);
  const range = rangeOf(plan, Math.min(first, own.first), Math.max(last, own.last), own.days);
  const calendar = calendarData(plan, range);
  for (const table of calendar) await database.fill(table);
  const outliers = await outlierRows(database, first, last);
  await database.fill(outliers);
  const byProvider = readsByProvider(plan) && !namesInstants(log.time, plan.mapping.time);
  if (byProvider) await database.make({ name: "case_zone", sql: CASE_ZONE });
  await database.make({
    name: "all_event",
    as: "view",
    sql: instants(log.time, plan.mapping, bounds?.refused === 0, byProvider, facts.length > 0),
  });
  const shape = {
    ...(await namedIn(database, plan)),
    doubt: (bounds?.time_kind ?? 0) > 0 || plan.mapping.time?.midnightIsDate === true,
    outliers: outliers.rows.length > 0,
    own: own.rows > 0,
    packing: packingFor(first, last, bounds?.last_row ?? 0, bounds?.fractions === 0),
  };
  return { shape, calendar: [...calendar, outliers], range, rows: bounds?.row_count ?? 0 };
}

/** How far a deadline of the log's own may lie from all that happened and still be counted to the day, in ms. */
const FARTHEST_DUE = 3 * 366 * DAY_MS;

/** Rows that carry a deadline of their own, between which due times, and of how many days at most. */
interface OwnDeadlines {
  readonly rows: number;
  readonly first: number;
  readonly last: number;
  readonly days: number;
}

async function ownDeadlines(
  database: Database,
  { columns }: WholeMapping,
  first: number,
  last: number,
): Promise<OwnDeadlines> {
  const none = { rows: 0, first, last, days: 0 };
  if (columns.due === undefined && columns.days === undefined) return none;
  const due = columns.due === undefined ? NO_NUMBER : sql`due_local_ms`;
  const kind = columns.due === undefined ? NO_NUMBER : sql`due_kind`;
  const days = columns.days === undefined ? NO_NUMBER : sql`due_days`;
  const near = sql`case when ${due} between ${first - FARTHEST_DUE} and ${last + FARTHEST_DUE} then ${due} end`;
  const [seen] = await database.rows<Record<"n" | "first" | "last" | "days", number | null>>(sql`
    select count(coalesce(${kind}, ${days})) as n, min(${near}) as first, max(${near}) as last, max(${days}) as days
    from timed where refused is null
  `);
  return {
    rows: seen?.n ?? 0,
    first: seen?.first ?? first,
    last: seen?.last ?? last,
    days: Math.max(0, seen?.days ?? 0),
  };
}

/** What some row names. */
async function namedIn(
  database: Database,
  { events }: Plan,
): Promise<Pick<LogShape, "service" | "channel" | "provider" | "reasons">> {
  const [named] = await database.rows<Record<"service" | "channel" | "provider" | "reasons", number>>(sql`
    select max(t.services) as service, max(t.channels) as channel, max(t.providers) as provider,
      max(case when a.event_no = ${events.get("refused") ?? 0} then t.reasons end) as reasons
    from tally t
    left join activity_event a on a.activity = t.activity
  `);
  return {
    service: (named?.service ?? 0) > 0,
    channel: (named?.channel ?? 0) > 0,
    provider: (named?.provider ?? 0) > 0,
    reasons: (named?.reasons ?? 0) > 0,
  };
}
