import type { Database } from "../../engine/database.ts";
import { numbers, sql } from "../../engine/sql.ts";
import type { LogRead } from "../../log/log-source.ts";
import type { AuditSummary, RefusedRows } from "../../model/audit.ts";
import { placeOf } from "../../model/read-file.ts";

/** Rows that are shown of those that were refused for one reason. */
const SAMPLES = 5;
/** Letters of a row that are shown. */
const SHOWN = 200;

const COUNTED = sql`
  select refused as reason, cast(sum(row_count) as bigint) as rows from tally where refused is not null group by refused
  union all
  select 'duplicate', count(*) from duplicate having count(*) > 0 order by reason
`;

const PLACES = sql`
  select refused as reason, unnest(samples) as row from tally where refused is not null
  union all
  (select 'duplicate', row_no from duplicate order by row_no limit ${SAMPLES}) order by all
`;

interface Place {
  readonly reason: string;
  readonly row: number;
}

/** Rows that the reader or the clock refused, by reason. */
export async function refusedRows(database: Database, log: LogRead): Promise<RefusedRows[]> {
  const counted = await database.rows<{ reason: string; rows: number }>(COUNTED);
  const places = await database.rows<Place>(PLACES);
  const shown = counted.flatMap(({ reason }) =>
    places.filter((place) => place.reason === reason).slice(0, SAMPLES),
  );
  const textOf = await wordsOf(database, shown);
  const own = counted.map(({ reason, rows }) => ({
    reason,
    rows,
    samples: shown
      .filter((place) => place.reason === reason)
      .map(({ row }) => ({ row, text: textOf.get(row) ?? "" })),
  }));
  return [...log.unreadable, ...own].map(({ reason, rows, samples }) => ({
    reason,
    rows,
    samples: samples.map(({ row, text }) => {
      const { line, file } = placeOf(log.files, row);
      return { row: line, file, text };
    }),
  }));
}

/** Rows whose time can hardly be meant. */
export async function outlierRows(database: Database, log: LogRead): Promise<AuditSummary["outliers"]> {
  const rows = await database.rows<{ row_no: number }>(
    sql`select row_no from outlier_row order by row_no limit ${SAMPLES}`,
  );
  const textOf = await wordsOf(
    database,
    rows.map(({ row_no }) => ({ reason: "", row: row_no })),
  );
  return {
    rows: await database.count("outlier_row"),
    samples: rows.map(({ row_no }) => {
      const { line, file } = placeOf(log.files, row_no);
      return { row: line, file, text: textOf.get(row_no) ?? "" };
    }),
  };
}

/** How some rows begin, by their numbers. */
async function wordsOf(database: Database, places: readonly Place[]): Promise<ReadonlyMap<number, string>> {
  if (places.length === 0) return new Map();
  const words = await database.rows<{ row: number; text: string }>(sql`
    select row_no as row, left(concat_ws(' | ', case_id, activity, cast(time as varchar)), ${SHOWN}) as text
    from raw where row_no in (${numbers(places.map(({ row }) => row))})
  `);
  return new Map(words.map(({ row, text }) => [row, text]));
}
