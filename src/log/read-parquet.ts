import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { identifier, literal, type Database } from "../engine/database.ts";
import { COLUMNS, type LogColumn, type Mapping } from "./mapping.ts";
import type { LogRead, ReadFile, TimeKind } from "./log-source.ts";
import { bytesOf, type LogFile } from "../files/log-file.ts";
import { Trouble } from "../model/trouble.ts";

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
export async function readParquet(
  files: readonly LogFile[],
  mapping: Mapping,
  folder: string,
  database: Database,
): Promise<LogRead> {
  const described: ParquetFile[] = [];
  for (const [number, file] of files.entries()) {
    const path = file.gzip ? await unpacked(file, folder, number) : file.path;
    described.push({ file, path, types: await describe(database, path, file) });
  }
  const [first] = described;
  for (const each of described) for (const column of COLUMNS) fitting(column, each, first ?? each, mapping);
  const time = timeKind(first?.types.get(mapping.columns.time) ?? "VARCHAR", mapping);
  // Numbers of several types come together as words; what holds a time in a type of its own stays in it.
  const mixed = new Set(described.map(({ types }) => types.get(mapping.columns.time))).size > 1;
  const asText = time === "text" || (time === "epoch" && mixed);
  const columns = COLUMNS.map((column) => {
    const wanted = mapping.columns[column];
    const name = column === "case" ? "case_id" : column;
    if (wanted === undefined) return `cast(null as varchar) as ${name}`;
    return column === "time" && !asText
      ? `${identifier(wanted)} as time`
      : `cast(${identifier(wanted)} as varchar) as ${name}`;
  }).join(", ");
  const read: ReadFile[] = [];
  const parts: string[] = [];
  let before = 0;
  for (const [number, each] of described.entries()) {
    read.push({ name: each.file.name, before });
    const numbered = await numberedRows(database, each, number);
    parts.push(
      `select ${before + 1} + ${numbered.index} as row_no, ${columns}, ${restOf(each, described, mapping)} as rest from ${numbered.from}`,
    );
    const [rows] = await database.rows<{ n: number }>(
      `select count(*) as n from read_parquet(${literal(each.path)})`,
    );
    before += rows?.n ?? 0;
  }
  await database.run(`create view raw as ${parts.join("\nunion all\n")}`);
  return { time, unreadable: [], files: read, view: true };
}

async function unpacked(file: LogFile, folder: string, number: number): Promise<string> {
  const path = join(folder, `unpacked-${number}.parquet`);
  await pipeline(
    bytesOf(file, () => undefined),
    createWriteStream(path),
  );
  return path;
}

async function describe(database: Database, path: string, file: LogFile): Promise<Map<string, string>> {
  try {
    const rows = await database.rows<{ column_name: string; column_type: string }>(
      `describe select * from read_parquet(${literal(path)})`,
    );
    return new Map(rows.map(({ column_name, column_type }) => [column_name, column_type]));
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
function restOf({ types }: ParquetFile, files: readonly ParquetFile[], mapping: Mapping): string {
  const taken = new Set<string | undefined>(COLUMNS.map((column) => mapping.columns[column]));
  const strange = [...types].flatMap(([name, type]) => {
    if (taken.has(name)) return [];
    const alike = files.every((other) => (other.types.get(name) ?? type) === type);
    return [alike ? identifier(name) : `cast(${identifier(name)} as varchar)`];
  });
  return strange.length === 0 ? "cast(0 as ubigint)" : `hash(${strange.join(", ")})`;
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
): Promise<{ readonly from: string; readonly index: string }> {
  const names = [...types.keys()].map((name) => name.toLowerCase());
  if (!names.includes(NUMBER))
    return { from: `read_parquet(${literal(path)}, file_row_number = true)`, index: NUMBER };
  let index = "row_index";
  while (names.includes(index)) index = `${index}_`;
  const table = `numbered_${number}`;
  await database.run("set preserve_insertion_order = true");
  await database.run(
    `create table ${table} as select *, row_number() over () - 1 as ${index} from read_parquet(${literal(path)})`,
  );
  await database.run("set preserve_insertion_order = false");
  return { from: table, index };
}

function timeKind(type: string, mapping: Mapping): TimeKind {
  if (type === "TIMESTAMP WITH TIME ZONE") return "instant";
  if (type.startsWith("TIMESTAMP")) return "local";
  if (type === "DATE") return "date";
  if (mapping.time?.epoch !== undefined) return "epoch";
  return "text";
}
