import { joined, list, sql, value, word, type Sql } from "../../engine/sql.ts";
import type { LogRead } from "../../log/log-source.ts";
import type { Mapping } from "../../log/mapping.ts";
import type { JudgingFact } from "./judging-facts.ts";
import { DAY } from "./measures.ts";
import { EARLIEST_MEANT, EPOCH, LATEST_MEANT } from "./meant-times.ts";
import { SECOND_MS, MINUTE_MS } from "../../model/time-units.ts";

/** What a row's time is, in the column `time_kind`. */
export const INSTANT = 0;
/** A time on a clock whose zone the row does not name. */
export const ON_A_CLOCK = 1;
/** A date without a time. */
const DATE = 2;

const ISO = "^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?$";
const ISO_DATE = "^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$";
const OFFSET = ":[0-9.,]+ *([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)$";

/** Minutes by which clocks are off UTC at most, anywhere since 1970. */
const FARTHEST_WEST = -12 * 60;
const FARTHEST_EAST = 14 * 60;

/** The time of a row in ms, by its own clock where it names no zone, null where there is no such time; and its kind. */
interface TimeOf {
  readonly local: Sql;
  readonly kind: Sql;
}

/** DuckDB's own dialect: what is read is beyond what engines share. */
function timeOf(log: TimesOf, time: Mapping["time"], column: Sql): TimeOf {
  switch (log.time) {
    case "instant":
      return { local: sql`epoch_ms(${column})`, kind: sql`${INSTANT}` };
    case "local":
      return { local: sql`epoch_ms(${column})`, kind: orDate(column, time) };
    case "date":
      return { local: sql`epoch_ms(cast(${column} as timestamp))`, kind: sql`${DATE}` };
    case "epoch": {
      const factor = time?.epoch === "seconds" ? SECOND_MS : 1;
      return {
        local: sql`cast(floor(try_cast(${column} as double) * ${factor}) as bigint)`,
        kind: sql`${INSTANT}`,
      };
    }
    case "text":
    case "dated":
      return textTime(log, time, column);
  }
}

/** A time in words: ISO 8601, or by the mapping's formats; with an offset, `Z`, or neither. */
function textTime(log: TimesOf, time: Mapping["time"], column: Sql): TimeOf {
  const offset = sql`regexp_extract(${column}, ${value(OFFSET)}, 1)`;
  const bare = sql`case when ${offset} = '' then ${column} else rtrim(left(${column}, length(${column}) - length(${offset}))) end`;
  const isIso = sql`regexp_matches(${column}, ${value(ISO)})`;
  const isIsoDate = sql`regexp_matches(${column}, ${value(ISO_DATE)})`;
  const inIso = sql`case when ${isIso} then try_cast(replace(${bare}, ',', '.') as timestamp) end`;
  // A date that was no text is written so, whatever the formats of those that are.
  const orIso = log.time === "dated";
  const stamp = byFile(log, time, (formats) => {
    if (formats === undefined) return inIso;
    return orIso ? sql`coalesce(${strptime(bare, formats)}, ${inIso})` : strptime(bare, formats);
  });
  const isDate = byFile(log, time, (formats) => {
    if (formats === undefined) return isIsoDate;
    const clockless = sql`${strptime(bare, formats.filter(hasClock))} is null`;
    return orIso ? sql`(${clockless} and (${isIsoDate} or not ${isIso}))` : clockless;
  });
  // A midnight that stands for its date is that of the clock by which it was written, whose offset says no more then.
  const isWrittenDate =
    time?.midnightIsDate === true ? sql`${offset} <> '' and epoch_ms(${stamp}) % ${DAY} = 0` : sql`1 = 0`;
  const shift = sql`(${minutesOf(offset)}) * ${MINUTE_MS}`;
  return {
    local: sql`epoch_ms(${stamp}) - case when ${isWrittenDate} then 0 * ${shift} else ${shift} end`,
    kind: sql`case when ${isWrittenDate} then ${DATE} when ${offset} <> '' then ${INSTANT} when ${isDate} then ${DATE} else ${orDate(stamp, time)} end`,
  };
}

/** What is made of the formats of each row's file. */
function byFile(
  { otherFormats = [] }: TimesOf,
  time: Mapping["time"],
  make: (formats: readonly string[] | undefined) => Sql,
): Sql {
  if (otherFormats.length === 0) return make(time?.formats);
  const others = otherFormats.map(
    ({ first, last, formats }) => sql`when row_no between ${first} and ${last} then ${make(formats)}`,
  );
  return sql`case ${joined(others, sql` `)} else ${make(time?.formats)} end`;
}

/** An offset in minutes; null where no clock has it. */
function minutesOf(offset: Sql): Sql {
  const sign = sql`case when left(${offset}, 1) = '-' then -1 else 1 end`;
  const hours = sql`cast(substr(${offset}, 2, 2) as integer)`;
  const beyond = sql`coalesce(try_cast(right(replace(substr(${offset}, 4), ':', ''), 2) as integer), 0)`;
  const minutes = sql`(${sign}) * (${hours} * 60 + ${beyond})`;
  return sql`
    case when ${offset} in ('', 'Z', 'z') then 0
      when ${beyond} < 60 and ${minutes} between ${FARTHEST_WEST} and ${FARTHEST_EAST} then ${minutes} end
  `;
}

/** A time on a clock, or a date where the mapping says that midnight is one. */
const orDate = (stamp: Sql, time: Mapping["time"]): Sql =>
  time?.midnightIsDate === true
    ? sql`case when epoch_ms(${stamp}) % ${DAY} = 0 then ${DATE} else ${ON_A_CLOCK} end`
    : sql`${ON_A_CLOCK}`;

const strptime = (text: Sql, formats: readonly string[]): Sql =>
  formats.length === 0
    ? sql`cast(null as timestamp)`
    : sql`try_strptime(${text}, [${list(formats.map(value))}])`;

const hasClock = (format: string): boolean => /%[HIMTcXs]/.test(format);

/** Whether there is nothing in a column. Only what sorts before every mark can be all blanks: most is not trimmed. */
const isBlank = (column: Sql): Sql => sql`(${column} is null or (${column} < '!' and trim(${column}) = ''))`;

/** What is known of how a log writes its times. */
type TimesOf = Pick<LogRead, "time" | "otherFormats">;

/** What a row's due time is in the column `due_kind` where something stands there and nobody can read it. */
export const UNREADABLE = -1;
/** A number of days, and nothing else. */
const WHOLE_DAYS = "^[0-9]{1,4}([.,]0+)?$";

/** Rows of `raw` with their times; each row that cannot be read says why. */
export function timedRows(
  log: TimesOf,
  mapping: Pick<Mapping, "time" | "columns">,
  facts: readonly JudgingFact[] = [],
): Sql {
  const { time } = mapping;
  const { local, kind: timeKind } = timeOf(log, time, sql`time`);
  const isText = log.time === "text" || log.time === "dated";
  const noTime = isText ? sql`time is null or time = ''` : sql`time is null`;
  return sql`
    select raw.* exclude (time), ${local} as local_ms, ${timeKind} as time_kind,
      case when ${isBlank(sql`case_id`)} then 'no-case'
        when ${isBlank(sql`activity`)} then 'no-activity'
        when ${noTime} then 'no-time'
        when ${local} is null then 'impossible-time' end as refused${ownDeadline(log, mapping)}${factsNumber(facts)}
    from ${isText ? sql`(select * replace (trim(time) as time) from raw)` : sql`raw`} raw${joined(facts.map(wordOf), sql``)}
  `;
}

/** What a row tells of the facts by which terms are told apart, as one number; nothing where the log tells none. */
const factsNumber = (facts: readonly JudgingFact[]): Sql =>
  facts.length === 0
    ? sql``
    : sql`,
      ${joined(
        facts.map(({ factor }, number) => sql`coalesce(${word(`w${number}`)}.place, 0) * ${factor}`),
        sql` + `,
      )} as facts_no`;
const wordOf = ({ column }: JudgingFact, number: number): Sql => {
  const alias = word(`w${number}`);
  return sql`\n    left join fact_word ${alias} on ${alias}.fact_no = ${number} and ${alias}.written = raw.${word(`fact_${column}`)}`;
};

/** The deadline that a row itself carries: a due time, and a number of days, -1 where it is none. */
function ownDeadline(log: TimesOf, { time, columns }: Pick<Mapping, "time" | "columns">): Sql {
  const { local, kind } = timeOf(log, time, sql`trim(due)`);
  const due =
    columns.due === undefined
      ? sql``
      : sql`,
      case when ${isBlank(sql`due`)} then null else ${local} end as due_local_ms,
      case when ${isBlank(sql`due`)} then null when ${local} is null or ${isNoYear(local)} then ${UNREADABLE} else ${kind} end as due_kind`;
  const days =
    columns.days === undefined
      ? sql``
      : sql`,
      case when ${isBlank(sql`days`)} then null when regexp_matches(trim(days), ${value(WHOLE_DAYS)}) then cast(regexp_extract(trim(days), '^[0-9]+') as bigint) else -1 end as due_days`;
  return sql`${due}${days}`;
}

/** What empty fields become, and times that stand for none. */
const isNoYear = (local: Sql): Sql =>
  sql`(${local} between ${EPOCH.from} and ${EPOCH.until} or ${local} < ${EARLIEST_MEANT} or ${local} >= ${LATEST_MEANT})`;
