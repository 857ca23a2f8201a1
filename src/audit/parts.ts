import { literal, type Database } from "./database.ts";

/**
 * A log cut by case into parts that memory holds, each judged by itself: an audit of a hundred million events takes no
 * more memory than one of ten, and as long for each of them. A log that fits is one part, and nothing is written.
 */
export interface Parts {
  readonly count: number;
  /** Where the parts are, and what is found in each. */
  readonly folder: string;
}

/** Rows that a MB of the database's memory holds with all that is made of them; measured, with room to spare. */
const ROWS_THAT_FIT = 6500;
const ROWS_OF_A_PART = 3000;
/** So many files are open at once while a log is cut. */
const MOST_PARTS = 100;

/** How many parts a log of so many rows is cut into. */
export function partsFor(
  rows: number,
  { megabytes, rowsAtOnce }: Pick<Database, "megabytes" | "rowsAtOnce">,
): number {
  const fits = rowsAtOnce ?? megabytes * ROWS_THAT_FIT;
  const atOnce = rowsAtOnce ?? megabytes * ROWS_OF_A_PART;
  return rows <= fits ? 1 : Math.min(MOST_PARTS, Math.ceil(rows / atOnce));
}

/** Writes each part of the view `all_event` into files of its own: the rows of a case stay together. */
export async function cut(database: Database, { count, folder }: Parts): Promise<void> {
  if (count === 1) return;
  await database.run(
    `copy (select e.*, hash(e.case_id) % ${count} as part from all_event e) to ${literal(`${folder}/parts`)} (format parquet, partition_by (part))`,
  );
}

/** Makes `part_event` the events of a part, or of all parts. */
export async function open({ database, parts }: Cut, part: number | "all"): Promise<void> {
  const files = `${parts.folder}/parts/part=${part === "all" ? "*" : part}/*.parquet`;
  const isThere =
    parts.count === 1 ||
    (await database.rows<{ n: number }>(`select count(*) as n from glob(${literal(files)})`))[0]?.n !== 0;
  const from =
    parts.count === 1
      ? "all_event"
      : isThere
        ? `read_parquet(${literal(files)}, hive_partitioning = false)`
        : "all_event where 1 = 0";
  await database.run(`create or replace view part_event as select * from ${from}`);
}

export interface Cut {
  readonly database: Database;
  readonly parts: Parts;
}

const COLUMNS = "row_no, case_id, event_no, t, hi, service, channel, provider, reason, document";

/** Makes `event` the events of the open part without those that are `duplicate`. */
export async function sift(database: Database): Promise<void> {
  const [found] = await database.rows<{ n: number }>("select count(*) as n from duplicate");
  const without =
    found?.n === 0 ? "" : " where not exists (select 1 from duplicate d where d.row_no = e.row_no)";
  await database.run(`create or replace view event as select ${COLUMNS} from part_event e${without}`);
}

/**
 * Cases in which two rows may be equal: each row puts a mark at one of 64 places, twice over; a case with as many marks
 * as rows has no two alike. What is left is looked at row by row, so that no log has to be sorted for it.
 */
const SUSPECTS = `
select case_id from part_event
group by case_id
having bit_count(bit_or(1::ubigint << (h % 64))) < count(*) and bit_count(bit_or(1::ubigint << (h // 64 % 64))) < count(*)`.trim();

/** Of rows that are equal in case, event, time and the hash of all they hold, those that come after the first. */
const COPIES = `
select row_no from (
  select row_no, row_number() over (partition by case_id, event_no, t, h order by row_no) as copy
  from part_event
  where case_id in (select case_id from suspect)
) copies where copy > 1`.trim();

/** Adds the exact duplicates of the open part to `duplicate`. */
export async function findDuplicates(database: Database): Promise<void> {
  await database.run(`create or replace table suspect as ${SUSPECTS}`);
  await database.run(`insert into duplicate ${COPIES}`);
  await database.run("drop table suspect");
}
