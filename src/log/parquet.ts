import type { Database } from "../engine/database.ts";
import { joined, list, name, sql, value, word, type Sql } from "../engine/sql.ts";
import { Trouble } from "../model/trouble.ts";
import type { LogFile, OnBytes } from "./log-file.ts";
import type { Found, ViewFormat } from "./log-format.ts";
import type { ReadFile } from "../model/read-file.ts";
import type { LogAsWritten, TimeKind } from "./log-source.ts";
import { latin } from "./log-text.ts";
import { COLUMNS, type LogColumn, type Mapping } from "./mapping.ts";

/** Apache Parquet: columns with types, which the engine reads where they lie. */
export const parquet: ViewFormat = {
  id: "parquet",
  title: "Parquet",
  endings: ["parquet"],
  dated: true,
  tells: (head) => latin(head.subarray(0, 4)) === "PAR1",
  view: makeView,
  records: recordsOf,
};

/** A Parquet file that is read where it stands, with the types of its columns by their names. */
interface ParquetFile {
  readonly file: LogFile;
  readonly path: string;
  readonly types: ReadonlyMap<string, string>;
}

/**
 * Makes the view `raw` over Parquet files, each read by its own columns. Throws `Trouble` where one of them cannot be
 * read, or lacks a column that the mapping names, or has in it what cannot be put together with the first file's.
 */
async function makeView(
  files: readonly LogFile[],
  mapping: Mapping,
  database: Database,
): Promise<LogAsWritten> {
  const described: ParquetFile[] = [];
  for (const file of files) {
    const path = await file.place();
    described.push({ file, path, types: await describe(database, path, file) });
  }
  const [first] = described;
  for (const each of described) for (const column of COLUMNS) fitting(column, each, first ?? each, mapping);
  const time = timeKind(first?.types.get(mapping.columns.time ?? "") ?? "VARCHAR", mapping);
  const columns = columnsSql(described, time, mapping);
  const read: ReadFile[] = [];
  const parts: Sql[] = [];
  let before = 0;
  for (const [number, each] of described.entries()) {
    read.push({ name: each.file.name, before });
    const numbered = await numberedRows(database, each, number);
    parts.push(
      sql`select ${before + 1} + ${numbered.index} as row_no, ${columns}, ${restOf(each, described, mapping)} as rest, cast(null as bigint) as trace_no from ${numbered.from}`,
    );
    const [rows] = await database.rows<{ n: number }>(
      sql`select count(*) as n from read_parquet(${value(each.path)})`,
    );
    before += rows?.n ?? 0;
  }
  await database.run(sql`create view raw as ${joined(parts, sql` union all `)}`);
  return { time, unreadable: [], files: read, traces: false, view: true };
}

/** Our columns out of those of the files, as words; what holds a time in a type of its own stays in it. */
function columnsSql(files: readonly ParquetFile[], time: TimeKind, mapping: Mapping): Sql {
  // Numbers of several types come together as words.
  const mixed = new Set(files.map(({ types }) => types.get(mapping.columns.time ?? ""))).size > 1;
  const asText = time === "text" || (time === "epoch" && mixed);
  return list(
    COLUMNS.map((column) => {
      const wanted = mapping.columns[column];
      const ours = word(column === "case" ? "case_id" : column);
      if (wanted === undefined) return sql`cast(null as varchar) as ${ours}`;
      return column === "time" && !asText
        ? sql`${name(wanted)} as ${ours}`
        : sql`cast(${name(wanted)} as varchar) as ${ours}`;
    }),
  );
}

/** Rows as words, where a row is no event as it stands. */
async function* recordsOf(
  file: LogFile,
  database: Database,
  wanted: readonly string[] | undefined,
  onBytes: OnBytes,
): AsyncGenerator<Iterable<Found>> {
  const path = await file.place();
  const types = await describe(database, path, file);
  const columns = [...types.keys()];
  yield [{ columns, place: "its columns" }];
  const { from, index } = await numberedRows(database, { file, path, types }, 0);
  const asked = wanted === undefined ? columns : columns.filter((column) => wanted.includes(column));
  const places = columns.map((column) => asked.indexOf(column));
  const texts = asked.map((column, place) => sql`cast(${name(column)} as varchar) as ${word(`c${place}`)}`);
  const rows = database.streamBeside<Readonly<Record<string, string | number | null>>>(
    sql`select ${index} + 1 as row_no, cast(hash(${list(columns.map(name))}) // 2048 as bigint) as rest, ${list(texts)} from ${from} order by row_no`,
  );
  for await (const part of rows)
    yield part.map((row) => ({
      row: Number(row["row_no"]),
      hash: Number(row["rest"]),
      fields: places.map((at) => (at < 0 ? null : (row[`c${at}`] as string | null))),
    }));
  onBytes(file.size);
}

async function describe(database: Database, path: string, file: LogFile): Promise<Map<string, string>> {
  const rows = await readable(file, () =>
    database.rows<{ column_name: string; column_type: string }>(
      sql`describe select * from read_parquet(${value(path)})`,
    ),
  );
  return new Map(rows.map(({ column_name, column_type }) => [column_name, column_type]));
}

/** What the engine says of a file that it cannot read is told of that file. */
async function readable<T>(file: LogFile, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new Trouble(`is no Parquet that can be read: ${message}`, {
      file: file.path,
      wayOut: "Export it again.",
    });
  }
}

/** Sees to it that a file has a column of ours, in a type that means the same as in the first file. */
function fitting(
  column: LogColumn,
  { file, types }: ParquetFile,
  first: ParquetFile,
  mapping: Mapping,
): void {
  const wanted = mapping.columns[column];
  if (wanted === undefined) return;
  const [type, usual] = [types.get(wanted), first.types.get(wanted)];
  if (type === undefined)
    throw new Trouble(`has no column ${JSON.stringify(wanted)}, which the mapping names for ${column}`, {
      file: file.path,
      wayOut: `Its columns are: ${[...types.keys()].slice(0, 40).join(", ")}.`,
    });
  if (usual === undefined) return;
  const meaning = (of: string): string => (column === "time" ? timeKind(of, mapping) : textOrType(of));
  if (meaning(type) === meaning(usual)) return;
  throw new Trouble(
    `has ${type} in the column ${JSON.stringify(wanted)}, which in ${first.file.path} is ${usual}`,
    { file: file.path, wayOut: "Export both alike, or audit each by itself." },
  );
}

const AS_TEXT = /^(?:VARCHAR|U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|ENUM\(.*)$/s;

/** Words and whole numbers are written alike whichever of them a column holds; other types are not. */
const textOrType = (type: string): string => (AS_TEXT.test(type) ? "text" : type);

/** What no column of ours takes tells rows apart as well; of other types in other files, by how it is written. */
function restOf({ types }: ParquetFile, files: readonly ParquetFile[], mapping: Mapping): Sql {
  const taken = new Set<string | undefined>(COLUMNS.map((column) => mapping.columns[column]));
  const strange = [...types].flatMap(([column, type]) => {
    if (taken.has(column)) return [];
    const alike = files.every((other) => (other.types.get(column) ?? type) === type);
    return [alike ? name(column) : sql`cast(${name(column)} as varchar)`];
  });
  return strange.length === 0 ? sql`cast(0 as ubigint)` : sql`hash(${list(strange)})`;
}

const NUMBER = "file_row_number";

/**
 * What to select a file's rows from, and their index in it from 0. The engine numbers rows in a column that it names
 * itself; a file that has one of that name is copied, and its rows are counted on the way.
 */
async function numberedRows(
  database: Database,
  { path, types }: ParquetFile,
  number: number,
): Promise<{ readonly from: Sql; readonly index: Sql }> {
  const names = [...types.keys()].map((each) => each.toLowerCase());
  if (!names.includes(NUMBER))
    return { from: sql`read_parquet(${value(path)}, file_row_number = true)`, index: word(NUMBER) };
  let free = "row_index";
  while (names.includes(free)) free = `${free}_`;
  const [table, index] = [word(`numbered_${number}`), word(free)];
  await database.run(sql`set preserve_insertion_order = true`);
  await database.run(
    sql`create or replace table ${table} as select *, row_number() over () - 1 as ${index} from read_parquet(${value(path)})`,
  );
  await database.run(sql`set preserve_insertion_order = false`);
  return { from: table, index };
}

function timeKind(type: string, mapping: Mapping): TimeKind {
  if (type === "TIMESTAMP WITH TIME ZONE") return "instant";
  if (type.startsWith("TIMESTAMP")) return "local";
  if (type === "DATE") return "date";
  if (mapping.time?.epoch !== undefined) return "epoch";
  return "text";
}
