import { literal } from "../../engine/database.ts";
import type { TimeKind } from "../../log/log-source.ts";
import type { Mapping } from "../../log/mapping.ts";
import { DAY } from "./sql.ts";

const ISO = "^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?$";
const SUFFIX = ":[0-9.,]+ *([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)$";

/** Minutes by which clocks are off UTC at most, anywhere since 1970. */
const FARTHEST_WEST = -12 * 60;
const FARTHEST_EAST = 14 * 60;

/**
 * The time of each row of `raw` as ms: `kind` 0 an instant, 1 a time on a clock whose zone the row does not name, 2 a
 * date; null where there is no such time. DuckDB's own dialect: what is read is beyond what engines share.
 */
function timeSql(kind: TimeKind, time: Mapping["time"]): { local: string; kind: string } {
  switch (kind) {
    case "instant":
      return { local: "epoch_ms(time)", kind: "0" };
    case "local":
      return { local: "epoch_ms(time)", kind: midnight("time", time, "1") };
    case "date":
      return { local: "epoch_ms(cast(time as timestamp))", kind: "2" };
    case "epoch": {
      const factor = time?.epoch === "seconds" ? 1000 : 1;
      return { local: `cast(floor(try_cast(time as double) * ${factor}) as bigint)`, kind: "0" };
    }
    case "text":
      return textTime(time);
  }
}

function textTime(time: Mapping["time"]): { local: string; kind: string } {
  const suffix = `regexp_extract(time, '${SUFFIX}', 1)`;
  const bare = `case when ${suffix} = '' then time else rtrim(left(time, length(time) - length(${suffix}))) end`;
  const sign = `case when left(${suffix}, 1) = '-' then -1 else 1 end`;
  const hours = `cast(substr(${suffix}, 2, 2) as integer)`;
  const odd = `coalesce(try_cast(right(replace(substr(${suffix}, 4), ':', ''), 2) as integer), 0)`;
  const offset = `(${sign}) * (${hours} * 60 + ${odd})`;
  const minutes = `case when ${suffix} in ('', 'Z', 'z') then 0
    when ${odd} < 60 and ${offset} between ${FARTHEST_WEST} and ${FARTHEST_EAST} then ${offset} end`;
  const stamp = parsed(bare, time?.formats);
  const dateOnly =
    time?.formats === undefined
      ? "regexp_matches(time, '^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$')"
      : `${strptime(bare, time.formats.filter(hasClock))} is null`;
  return {
    local: `epoch_ms(${stamp}) - (${minutes}) * 60000`,
    kind: `case when ${suffix} <> '' then 0 when ${dateOnly} then 2 else ${midnight(stamp, time, "1")} end`,
  };
}

const midnight = (stamp: string, time: Mapping["time"], otherwise: string): string =>
  time?.midnightIsDate === true
    ? `case when epoch_ms(${stamp}) % ${DAY} = 0 then 2 else ${otherwise} end`
    : otherwise;

function parsed(text: string, formats: readonly string[] | undefined): string {
  if (formats !== undefined) return strptime(text, formats);
  return `case when regexp_matches(time, '${ISO}') then try_cast(replace(${text}, ',', '.') as timestamp) end`;
}

const strptime = (text: string, formats: readonly string[]): string =>
  formats.length === 0
    ? "cast(null as timestamp)"
    : `try_strptime(${text}, [${formats.map(literal).join(", ")}])`;

const hasClock = (format: string): boolean => /%[HIMTcXs]/.test(format);

/** Whether there is nothing in a column. Only what sorts before every mark can be all blanks: most is not trimmed. */
const isBlank = (column: string): string =>
  `(${column} is null or (${column} < '!' and trim(${column}) = ''))`;

/** Rows of `raw` with their times; each row that cannot be read says why. */
export const timedSql = (kind: TimeKind, time: Mapping["time"]): string => {
  const sql = timeSql(kind, time);
  const noTime = kind === "text" ? "time is null or time = ''" : "time is null";
  return `
select * exclude (time), ${sql.local} as local_ms, ${sql.kind} as kind,
  case when ${isBlank("case_id")} then 'no-case'
    when ${isBlank("activity")} then 'no-activity'
    when ${noTime} then 'no-time'
    when ${sql.local} is null then 'impossible-time' end as refused
from ${kind === "text" ? "(select * replace (trim(time) as time) from raw)" : "raw"} raw`.trim();
};

/**
 * Times as instants, with the latest that they can mean, by the clocks of `zone_clock`. Where every row is an instant
 * already, nothing is looked up; where no row was refused, none is sifted out.
 */
export const instants = (kind: TimeKind, allRead: boolean, byProvider: boolean): string => {
  const sql = namesInstants(kind) ? INSTANTS_AS_THEY_ARE : instantsByClocks(byProvider);
  return allRead ? sql : `${sql}\nwhere r.refused is null`;
};

/** Whether every time is an instant already: no clock is needed to read it. */
export const namesInstants = (kind: TimeKind): boolean => kind === "instant" || kind === "epoch";

/**
 * Cases some of whose rows name no provider while the others name providers of one clock: theirs reads the whole case.
 * Where they name two clocks, nobody can tell which of them such a row is by; it is read by the rulebook's.
 */
export const CASE_ZONE = `
select r.case_id, min(r.zone_no) as zone_no
from (
  select r.case_id, case when r.provider is not null then coalesce(p.zone_no, 0) end as zone_no
  from raw r
  left join provider_zone p on p.provider = r.provider
) r
group by r.case_id
having min(r.zone_no) = max(r.zone_no) and count(r.zone_no) < count(*)`.trim();

const INSTANTS_AS_THEY_ARE = `
select r.row_no, r.case_id, a.event_no, r.local_ms as t, r.local_ms as hi, r.service, r.channel, r.provider, r.reason, r.document
from timed r
left join activity_event a on a.activity = r.activity`.trim();

/** The clock is that of the row's service; where providers have clocks of their own, the row's or its case's provider's. */
const BY_PROVIDER = `
left join provider_zone p on p.provider = r.provider
left join case_zone c on c.case_id = case when r.provider is null then r.case_id end`;
const DEFAULT_ZONE =
  "select max(n.zone_no) from log_default d join provider_zone n on n.provider = d.provider";
const ZONE_OF_ROW = `coalesce(p.zone_no, case when r.provider is null then coalesce(c.zone_no, (${DEFAULT_ZONE})) end, 0)`;

const instantsByClocks = (byProvider: boolean): string =>
  `
select r.row_no, r.case_id, a.event_no,
  case r.kind when 0 then r.local_ms
    when 1 then case when z.zone is null then r.local_ms when r.local_ms < z.a_until then r.local_ms - z.offset_a
      when r.local_ms >= z.b_from then r.local_ms - z.offset_b else z.change_at end
    else coalesce(z.day_from, r.local_ms) end as t,
  case r.kind when 0 then r.local_ms
    when 1 then case when z.zone is null then r.local_ms when r.local_ms >= z.b_from then r.local_ms - z.offset_b
      when r.local_ms < z.a_until then r.local_ms - z.offset_a else z.change_at end
    else coalesce(z.day_until, r.local_ms + ${DAY}) - 1 end as hi,
  r.service, r.channel, r.provider, r.reason, r.document
from timed r
left join activity_event a on a.activity = r.activity
left join service_name s on s.service = r.service${byProvider ? BY_PROVIDER : ""}
left join service_zone v on v.service_no = coalesce(s.service_no, -1) and v.zone_no = ${byProvider ? ZONE_OF_ROW : "0"}
left join zone_clock z on z.zone = v.zone and z.local_day = case when r.kind > 0 then cast(floor(r.local_ms / ${DAY}) as bigint) end`.trim();
