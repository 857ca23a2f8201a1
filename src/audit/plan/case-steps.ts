import { numberedEvents, type LogShape } from "./log-shape.ts";
import { instantOf, rowOf } from "./packing.ts";
import { keyOf, sideAggregates, sideColumns, sidesOf, type Side } from "./sides.ts";
import type { Step } from "../../engine/table.ts";
import { isOutOfOrder } from "./span-steps.ts";
import type { Pair } from "./terms.ts";

/** Numbers of the events that checks look for by themselves. */
export interface EventNumbers {
  readonly [event: string]: number;
}

/**
 * One row a case, with the first of each event that counts and the book that judges it. Most cases are told by their
 * first events alone; of the others (`odd_case`) the events are looked at once more. `zones`: providers have clocks of
 * their own.
 */
export function caseSteps(
  pairs: readonly Pair[],
  events: EventNumbers,
  log: LogShape,
  zones: boolean,
): Step[] {
  const sides = sidesOf(pairs, [[events["submitted"] ?? 0], [events["registered"] ?? 0]]);
  const suspension: Side = [events["suspended"] ?? 0, events["resumed"] ?? 0];
  return [
    { name: "log_case", sql: logCase(sides, suspension, log) },
    { name: "odd_case", sql: oddCase(pairs, log) },
    { name: "odd_event", sql: oddEvent(log) },
    { name: "case_first", sql: caseFirst(zones) },
    { name: "judged_case", sql: judgedCase(sides, log, zones), drops: "log_case" },
  ];
}

/** What a row may name, and what the log's shape calls it. */
const NAMED = [
  ["service_no", "service", "smallint"],
  ["channel_no", "channel", "smallint"],
  ["provider", "provider", "varchar(1)"],
] as const;

/** The latest instant of a case needs a column of its own where no packed number tells it. */
const keepsLatest = ({ doubt, packing }: LogShape): boolean => doubt || packing === "wide";

function logCase(sides: ReturnType<typeof sidesOf>, suspension: Side, log: LogShape): string {
  const named = NAMED.map(([column, told, type]) =>
    log[told]
      ? `min(${column}) as ${column}_lo, max(${column}) as ${column}_hi`
      : `cast(null as ${type}) as ${column}_lo, cast(null as ${type}) as ${column}_hi`,
  );
  const columns = [
    "count(*) as n_rows",
    "min(key) as first_key",
    ...(log.packing === "wide" ? ["min(t) as first_at"] : []),
    keepsLatest(log) ? "max(hi) as last_hi" : "max(key) as last_key",
    `count(case when event_no in (${suspension.join(", ")}) then 1 end) as n_susp`,
    ...named,
    ...sides.flatMap(({ side, repeats }) => sideAggregates(side, repeats, log)),
  ];
  return `
select case_id,
  ${columns.join(",\n  ")}
from (select e.*, ${keyOf("e", log)} as key from (${numberedEvents(log)}) e) e
group by case_id`.trim();
}

/** Cases that name two services, channels or providers, or whose events of a pair do not simply follow one another. */
function oddCase(pairs: readonly Pair[], log: LogShape): string {
  const differ = NAMED.filter(([, told]) => log[told]).map(([column]) => `c.${column}_lo <> c.${column}_hi`);
  const disordered = pairs.map((pair) => isOutOfOrder("c", pair, log));
  return `select c.case_id from log_case c\nwhere ${["1 = 0", ...differ, ...disordered].join("\n  or ")}`;
}

const oddEvent = (log: LogShape): string =>
  `
select e.case_id, e.row_no, e.event_no, e.t, e.hi, e.service_no, e.channel_no, e.provider
from (${numberedEvents(log)}) e
join odd_case o on o.case_id = e.case_id`.trim();

/**
 * Where a case's rows name two services, channels or providers, the earliest counts; two at one instant are a tie, of
 * providers only where they have two clocks.
 */
const caseFirst = (zones: boolean): string => {
  const atProvider =
    "case when e.t = f.provider_t and e.provider is not null then coalesce(p.zone_no, 0) end";
  return `
select e.case_id,
  min(case when e.t = f.service_t then e.service_no end) as service_lo,
  max(case when e.t = f.service_t then e.service_no end) as service_hi,
  min(case when e.t = f.channel_t then e.channel_no end) as channel_lo,
  max(case when e.t = f.channel_t then e.channel_no end) as channel_hi,
  min(case when e.t = f.provider_t then e.provider end) as provider_lo,
  ${zones ? `min(${atProvider}) as zone_lo, max(${atProvider}) as zone_hi` : "0 as zone_lo, 0 as zone_hi"}
from odd_event e${zones ? "\nleft join provider_zone p on p.provider = e.provider" : ""}
join (
  select e.case_id,
    min(case when e.service_no is not null then e.t end) as service_t,
    min(case when e.channel_no is not null then e.t end) as channel_t,
    min(case when e.provider is not null then e.t end) as provider_t
  from odd_event e
  group by e.case_id
) f on f.case_id = e.case_id
group by e.case_id`.trim();
};

/** Each case, numbered by its first row, with the book that judges it: the version of its service in force at its first event. */
function judgedCase(sides: ReturnType<typeof sidesOf>, log: LogShape, zones: boolean): string {
  const { packing } = log;
  const first = instantOf("c.first_key", "c.first_at", packing);
  const last = keepsLatest(log) ? "c.last_hi" : instantOf("c.last_key", "", packing);
  const kept = sides.flatMap(({ side, repeats }) => sideColumns("c", side, repeats, log));
  return `
select c.*, b.book_no
from (
  select ${rowOf("c.first_key", "c.first_at", packing)} as case_no, c.case_id, ${first} as first_t, ${last} as last_t, c.n_rows, c.n_susp,
    coalesce(f.provider_lo, c.provider_lo, d.provider) as provider,
    case when f.service_tie = 1 then null else nullif(coalesce(f.service_lo, c.service_no_lo, d.service_no), -1) end as service_no,
    case when f.channel_tie = 1 then 0 else coalesce(f.channel_lo, c.channel_no_lo, d.channel_no, 0) end as channel_no,
    case when f.service_tie = 1 or f.zone_tie = 1 then 1 else 0 end as book_tie, coalesce(f.channel_tie, 0) as channel_tie,
    ${kept.join(", ")}
  from log_case c
  cross join log_default d
  left join (
    select case_id, provider_lo, service_lo, channel_lo,
      case when zone_lo <> zone_hi then 1 else 0 end as zone_tie,
      case when service_lo <> service_hi then 1 else 0 end as service_tie,
      case when channel_lo <> channel_hi then 1 else 0 end as channel_tie
    from case_first
  ) f on f.case_id = c.case_id
) c${zones ? "\nleft join provider_zone p on p.provider = c.provider" : ""}
left join book b on b.service_no = c.service_no and ${zones ? "b.zone_no = case when c.book_tie = 0 then coalesce(p.zone_no, 0) end and " : ""}c.first_t >= b.from_at and c.first_t < b.until_at`.trim();
}
