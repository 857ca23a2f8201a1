import { sql, type Sql } from "../../engine/sql.ts";
import { open, type Cut } from "./parts.ts";
import { mayHaveRounds, type RoundsIn } from "./rounds.ts";

const MARK = sql`hash(event_no, earliest_at)`;

/**
 * Whether two rows of a case may be equal: each row puts a mark at one of 64 places, twice over; a case with as many marks
 * as rows has no two alike. So no log has to be sorted for it.
 */
const MAY_BE_ALIKE = sql`(bit_count(bit_or(1::ubigint << (mark % 64))) < count(*) and bit_count(bit_or(1::ubigint << (mark // 64 % 64))) < count(*))`;

/** The cases that have to be looked at more closely, all told in one look at the log. */
const suspects = (mayAgain: Sql): Sql => sql`
  select case_id, may_be_alike, may_again
  from (
    select case_id, ${MAY_BE_ALIKE} as may_be_alike, coalesce(${mayAgain}, false) as may_again
    from (select case_id, event_no, earliest_at, ${MARK} as mark from part_event) e
    group by case_id
  ) c where may_be_alike or may_again
`;

/** Rows of such cases that another is like in event and time. */
const ALIKE = sql`
  select row_no from (
    select row_no, count(*) over (partition by case_id, event_no, earliest_at) as copies
    from part_event
    where case_id in (select case_id from suspect where may_be_alike)
  ) e where copies > 1
`;

/** All that a row holds: rows that are equal in it are one row twice. */
const WHOLE_ROW = sql`case_id, activity, time, service, channel, provider, reason, document, actor, due, days, rest, trace_no`;

const DUPLICATES = sql`
  select row_no from (
    select row_no, row_number() over (partition by ${WHOLE_ROW} order by row_no) as copy
    from raw where row_no in (select row_no from alike)
  ) copies where copy > 1
`;

/**
 * Makes `duplicate`: the exact duplicates among the rows that could be read, the first of each left out; and
 * `round_suspect`, the cases that may have several rounds.
 */
export async function findDuplicates(cut: Cut, rounds: RoundsIn): Promise<void> {
  const { database, parts } = cut;
  await database.run(sql`create table round_suspect (case_id varchar)`);
  await database.run(sql`create table alike (row_no bigint)`);
  for (let part = 0; part < parts.count; part += 1) {
    await open(cut, part);
    await database.run(sql`create or replace table suspect as ${suspects(mayHaveRounds(rounds))}`);
    await database.run(sql`insert into round_suspect select case_id from suspect where may_again`);
    await database.run(sql`insert into alike ${ALIKE}`);
  }
  await database.make({ name: "duplicate", sql: DUPLICATES });
  await database.drop([{ name: "suspect" }, { name: "alike" }]);
}
