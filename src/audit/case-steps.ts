import { packed, rowOf, type Packing, type Step } from "./sql.ts";
import type { Pair } from "./terms.ts";

/** Numbers of the events that checks look for by themselves. */
export interface EventNumbers {
  readonly [event: string]: number;
}

/** A set of events whose first occurrence in a case is kept, as columns `<name>_t`, `<name>_hi`, `<name>_key`. */
const sideName = (events: readonly number[]): string => `e${events.join("_")}`;

const first = (events: readonly number[], { doubt, packing }: LogShape): string => {
  const when = `case when event_no in (${events.join(", ")}) then`;
  const name = sideName(events);
  return [
    `min(${when} t end) as ${name}_t`,
    ...(doubt ? [`min(${when} hi end) as ${name}_hi`] : []),
    `min(${when} ${packed("t", "row_no", packing)} end) as ${name}_key`,
  ].join(",\n  ");
};

const hi = (events: readonly number[], doubt: boolean): string => `${sideName(events)}_${doubt ? "hi" : "t"}`;

/** What the log has beside case, event and time. */
export interface LogShape {
  readonly service: boolean;
  readonly channel: boolean;
  readonly provider: boolean;
  /** Some times are known only within bounds. */
  readonly doubt: boolean;
  readonly packing: Packing;
}

/** One row a case: its first and last time, its channel, service and provider, and the first of each event that counts. */
export function caseSteps(pairs: readonly Pair[], events: EventNumbers, log: LogShape): Step[] {
  const sides = new Map<string, readonly number[]>();
  for (const side of [
    ...pairs.flatMap(({ from, to }) => [[from], to]),
    [events["submitted"] ?? 0],
    [events["registered"] ?? 0],
  ])
    sides.set(sideName(side), side);
  const named = (["service", "channel", "provider"] as const).map((column) =>
    log[column]
      ? `min(${column}) as ${column}_lo, max(${column}) as ${column}_hi`
      : `cast(null as varchar(1)) as ${column}_lo, cast(null as varchar(1)) as ${column}_hi`,
  );
  const columns = [
    "min(t) as first_t",
    `max(${log.doubt ? "hi" : "t"}) as last_hi`,
    "count(*) as n_rows",
    `min(${packed("t", "row_no", log.packing)}) as first_key`,
    `sum(case when event_no in (${events["suspended"] ?? 0}, ${events["resumed"] ?? 0}) then 1 else 0 end) as n_susp`,
    ...named,
    ...[...sides.values()].map((side) => first(side, log)),
  ];
  return [
    {
      name: "log_case",
      sql: `select row_number() over () as case_no, c.*\nfrom (\nselect case_id,\n  ${columns.join(",\n  ")}\nfrom event\ngroup by case_id\n) c`,
    },
    { name: "case_first", sql: caseFirst },
    { name: "judged_case", sql: judgedCase },
  ];
}

/** Where a case's rows name two services, channels or providers, the earliest counts; two at one instant are a tie. */
const caseFirst = `
select e.case_id,
  min(case when e.t = f.service_t then e.service end) as service_lo,
  max(case when e.t = f.service_t then e.service end) as service_hi,
  min(case when e.t = f.channel_t then e.channel end) as channel_lo,
  max(case when e.t = f.channel_t then e.channel end) as channel_hi,
  min(case when e.t = f.provider_t then e.provider end) as provider_lo
from event e
join (
  select e.case_id,
    min(case when e.service is not null then e.t end) as service_t,
    min(case when e.channel is not null then e.t end) as channel_t,
    min(case when e.provider is not null then e.t end) as provider_t
  from event e
  join (
    select case_id from log_case
    where service_lo <> service_hi or channel_lo <> channel_hi or provider_lo <> provider_hi
  ) c on c.case_id = e.case_id
  group by e.case_id
) f on f.case_id = e.case_id
group by e.case_id`.trim();

/** Each case with the book that judges it: the version of its service in force at its first event. */
const judgedCase = `
select c.*, coalesce(f.provider_lo, c.provider_lo, d.provider) as provider,
  coalesce(h.channel_no, 0) as channel_no, s.service_no, b.book_no, coalesce(b.until_at, 9000000000000000) as book_until,
  case when f.service_lo <> f.service_hi then 'tie'
    when s.service_no is null then 'unknown-service'
    when b.book_no is null then 'no-version' end as untold,
  case when f.channel_lo <> f.channel_hi then 1 else 0 end as channel_tie
from log_case c
cross join log_default d
left join case_first f on f.case_id = c.case_id
left join service_name s on s.service = coalesce(f.service_lo, c.service_lo, d.service)
  and (f.service_lo is null or f.service_lo = f.service_hi)
left join channel_name h on h.channel = coalesce(f.channel_lo, c.channel_lo, d.channel)
  and (f.channel_lo is null or f.channel_lo = f.channel_hi)
left join book b on b.service_no = s.service_no and c.first_t >= b.from_at and c.first_t < b.until_at`.trim();

/** For each pair of events of a case that a deadline can run between: start, done, and what is odd about them. */
export function spanStep(pairs: readonly Pair[], log: LogShape): Step {
  const parts = pairs.map((pair, number) =>
    pair.every ? everySpan(pair, number, log) : firstSpan(pair, number, log),
  );
  return { name: "span", sql: parts.length === 0 ? noSpan : parts.join("\nunion all\n") };
}

const SPAN_COLUMNS = `j.case_no, j.book_no, j.channel_no, j.channel_tie, j.n_susp`;

const noSpan = `
select ${SPAN_COLUMNS}, 0 as pair_no, 0 as occurrence, j.first_t as s_lo, j.first_t as s_hi, j.first_t as s_row,
  j.first_t as d_lo, j.first_t as d_hi, j.first_t as d_row, 'no-start' as odd
from judged_case j where 1 = 0`.trim();

function firstSpan({ from, to, back }: Pair, number: number, { doubt, packing }: LogShape): string {
  const [start, done] = [sideName([from]), sideName(to)];
  const [startHi, doneHi] = [hi([from], doubt), hi(to, doubt)];
  const early = back ? "1 = 0" : `j.${doneHi} < j.${start}_t`;
  return `
select ${SPAN_COLUMNS}, ${number} as pair_no, 1 as occurrence,
  j.${start}_t as s_lo, j.${startHi} as s_hi, ${rowOf(`j.${start}_key`, `j.${start}_t`, packing)} as s_row,
  case when ${early} then l.t else j.${done}_t end as d_lo,
  case when ${early} then l.hi else j.${doneHi} end as d_hi,
  case when ${early} then ${rowOf("l.first_key", "l.t", packing)} else ${rowOf(`j.${done}_key`, `j.${done}_t`, packing)} end as d_row,
  case when j.${start}_t is null then 'no-start' when ${early} and l.t is null then 'order' end as odd
from judged_case j
left join (
  select o.case_no, min(e.t) as t, min(e.hi) as hi, min(${packed("e.t", "e.row_no", packing)}) as first_key
  from event e
  join (select case_no, case_id, ${start}_t as from_t from judged_case j where ${early}) o on o.case_id = e.case_id
  where e.event_no in (${to.join(", ")}) and e.hi >= o.from_t
  group by o.case_no
) l on l.case_no = j.case_no
where j.book_no is not null and (j.${start}_t is not null or j.${done}_t is not null)`.trim();
}

function everySpan({ from, to }: Pair, number: number, { packing }: LogShape): string {
  const done = `case when is_done = 1 then`;
  const later =
    "over (partition by case_id order by t, is_done, row_no rows between current row and unbounded following)";
  const earlier =
    "over (partition by case_id order by t, is_done, row_no rows between unbounded preceding and current row)";
  return `
select ${SPAN_COLUMNS}, ${number} as pair_no, w.occurrence,
  case when w.is_done = 0 then w.t end as s_lo, case when w.is_done = 0 then w.hi end as s_hi,
  case when w.is_done = 0 then w.row_no end as s_row,
  w.d_lo, w.d_hi, ${rowOf("w.d_key", "w.d_lo", packing)} as d_row,
  case when w.is_done = 1 then 'no-start' end as odd
from (
  select case_id, t, hi, row_no, is_done,
    sum(1 - is_done) ${earlier} as occurrence,
    row_number() ${earlier.replace("rows between unbounded preceding and current row", "")} as place,
    min(${done} t end) ${later} as d_lo,
    min(${done} hi end) ${later} as d_hi,
    min(${done} ${packed("t", "row_no", packing)} end) ${later} as d_key
  from (
    select case_id, t, hi, row_no, case when event_no = ${from} then 0 else 1 end as is_done
    from event where event_no in (${[from, ...to].join(", ")})
  ) e
) w
join judged_case j on j.case_id = w.case_id
where j.book_no is not null and (w.is_done = 0 or (w.occurrence = 0 and w.place = 1))`.trim();
}
