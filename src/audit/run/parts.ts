import type { Database } from "../../engine/database.ts";
import { list, sql, value, word, type Sql } from "../../engine/sql.ts";
import type { LogShape } from "../plan/log-shape.ts";
import { ROUND_MARK } from "../../model/round.ts";
import { keepPeriod, type PeriodAtWork } from "./period.ts";
import { EVENT } from "../plan/plan-script.ts";

/**
 * A log cut by case into parts that memory holds, each judged by itself: an audit of a hundred million events takes no
 * more memory than one of ten. A log that fits is one part, and nothing is written.
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
export async function cut({ database, parts: { count, folder }, shape }: Cut): Promise<void> {
  if (count === 1) return;
  await database.run(sql`
    copy (select ${columnsFor(shape, "leave it out")}, hash(case_id) % ${count} as part from all_event)
    to ${value(`${folder}/parts`)} (format parquet, partition_by (part), dictionary_size_limit ${DICTIONARY})
  `);
}

/** Words of a column that a file lists once: more, and there would be a list of nearly all of them. */
export const DICTIONARY = 1000;

/**
 * The columns of events as they are read, before it is known in which round each is; the latest instant is kept only where
 * it can be another than the earliest.
 */
function columnsFor({ doubt }: LogShape, latest: "leave it out" | "fill it in"): Sql {
  return list(
    EVENT.columns.flatMap(([column]) => {
      if (column === "has_moved") return [];
      if (doubt || column !== "latest_at") return [word(column)];
      return latest === "leave it out" ? [] : [sql`earliest_at as latest_at`];
    }),
  );
}

/** Makes `part_event` the events of a part, or of all parts. */
export async function open(
  { database, parts: { count, folder }, shape }: Cut,
  part: number | "all",
): Promise<void> {
  const files = value(`${folder}/parts/part=${part === "all" ? "*" : part}/*.parquet`);
  const [found] =
    count === 1 ? [] : await database.rows<{ n: number }>(sql`select count(*) as n from glob(${files})`);
  const filled =
    found?.n === 0 ? sql`all_event where 1 = 0` : sql`read_parquet(${files}, hive_partitioning = false)`;
  const from = found === undefined ? sql`all_event` : filled;
  await database.run(sql`
    create or replace view part_event as
    select ${columnsFor(shape, "fill it in")} from ${from}
  `);
}

/** What a log is cut out of and into. */
export interface Cut {
  readonly database: Database;
  readonly parts: Parts;
  readonly shape: LogShape;
  /** The days that are judged; absent: all. */
  readonly period?: PeriodAtWork | undefined;
}

/** Makes `event` the events of the open part without those that are `duplicate`, each in its round; with a period, those of its cases alone. */
export async function sift({ database, period }: Cut): Promise<void> {
  const without =
    (await database.count("duplicate")) === 0
      ? sql``
      : sql` where not exists (select 1 from duplicate d where d.row_no = e.row_no)`;
  const rounds = (await database.count("round_row")) > 0;
  const key = sql`case when coalesce(o.round_no, 1) = 1 and not contains(e.case_id, ${value(ROUND_MARK)}) then e.case_id when o.round_no is null then e.case_id else e.case_id || ${value(ROUND_MARK)} || o.round_no end as case_id`;
  const columns = list(
    EVENT.columns.map(([column]) => {
      if (rounds && column === "case_id") return key;
      if (column === "has_moved")
        return rounds ? sql`coalesce(o.has_moved, 0) as has_moved` : sql`0 as has_moved`;
      return sql`e.${word(column)}`;
    }),
  );
  await database.run(sql`
    create or replace view ${word(period === undefined ? "event" : "any_event")} as
    select ${columns} from part_event e${rounds ? sql` left join round_row o on o.row_no = e.row_no` : sql``}${without}
  `);
  if (period !== undefined) await keepPeriod(database, period);
}
