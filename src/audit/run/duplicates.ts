import { sql } from "../../engine/sql.ts";
import { open, type Cut } from "./parts.ts";

const MARK = sql`hash(event_no, earliest_at)`;

/**
 * Cases in which two rows may be equal: each row puts a mark at one of 64 places, twice over; a case with as many marks
 * as rows has no two alike. So no log has to be sorted for it.
 */
const SUSPECTS = sql`
  select case_id from (select case_id, ${MARK} as mark from part_event) e
  group by case_id
  having bit_count(bit_or(1::ubigint << (mark % 64))) < count(*) and bit_count(bit_or(1::ubigint << (mark // 64 % 64))) < count(*)
`;

/** Rows of such cases that another is like in event and time. */
const ALIKE = sql`
  select row_no from (
    select row_no, count(*) over (partition by case_id, event_no, earliest_at) as copies
    from part_event
    where case_id in (select case_id from suspect)
  ) e where copies > 1
`;

/** All that a row holds: rows that are equal in it are one row twice. */
const WHOLE_ROW = sql`case_id, activity, time, service, channel, provider, reason, document, actor, rest`;

const DUPLICATES = sql`
  select row_no from (
    select row_no, row_number() over (partition by ${WHOLE_ROW} order by row_no) as copy
    from raw where row_no in (select row_no from alike)
  ) copies where copy > 1
`;

/** Makes `duplicate`: the exact duplicates among the rows that could be read, the first of each left out. */
export async function findDuplicates(cut: Cut): Promise<void> {
  const { database, parts } = cut;
  await database.run(sql`create table alike (row_no bigint)`);
  for (let part = 0; part < parts.count; part += 1) {
    await open(cut, part);
    await database.run(sql`create or replace table suspect as ${SUSPECTS}`);
    await database.run(sql`insert into alike ${ALIKE}`);
  }
  await database.make({ name: "duplicate", sql: DUPLICATES });
  await database.drop([{ name: "suspect" }, { name: "alike" }]);
}
