import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { CsvRecords, delimiterOf } from "./csv-records.ts";
import { Database, literal } from "../engine/database.ts";
import type { LogSample } from "./suggest-mapping.ts";
import { XesReader } from "./xes-reader.ts";
import { bytesOf, logFiles, textOf, type LogFile } from "../files/log-file.ts";
import { Trouble } from "../model/trouble.ts";

const ROWS = 50_000;

type Row = Record<string, string | null>;

/** The first rows of a log, its columns by name, and whether these are all the rows it has. */
export async function sampleOf(
  paths: readonly string[],
  folder: string,
  stopped: AbortSignal,
): Promise<{ names: string[]; rows: LogSample; whole: boolean }> {
  const rows: Row[] = [];
  for (const file of logFiles(paths, {})) {
    const more = file.format === "parquet" ? await parquetRows(file, folder, stopped) : await textRows(file);
    for (const row of more) rows.push(row);
    if (rows.length > ROWS) break;
  }
  const seen = rows.slice(0, ROWS);
  return {
    names: [...new Set(seen.flatMap((row) => Object.keys(row)))],
    rows: seen,
    whole: rows.length <= ROWS,
  };
}

/** One row more than are looked at, where there are so many. */
async function textRows(file: LogFile): Promise<Row[]> {
  const rows: Row[] = [];
  const take =
    file.format === "csv" ? csvTaker(rows) : file.format === "jsonl" ? jsonTaker(rows) : xesTaker(rows);
  for await (const piece of textOf(file, () => undefined)) {
    take(piece);
    if (rows.length > ROWS) break;
  }
  take(undefined);
  return rows;
}

/** Takes rows out of pieces of text; undefined is the end. */
type Taker = (piece: string | undefined) => void;

function csvTaker(rows: Row[]): Taker {
  let records: CsvRecords | undefined;
  let names: readonly string[] | undefined;
  return (piece) => {
    records ??= new CsvRecords(delimiterOf(piece?.split(/\r|\n/, 1)[0] ?? ""), '"');
    for (const record of piece === undefined ? records.end() : records.push(piece)) {
      if ("refused" in record) continue;
      if (names === undefined) names = record.fields.map((name) => name.trim());
      else rows.push(Object.fromEntries(names.map((name, index) => [name, record.fields[index] ?? null])));
    }
  };
}

function jsonTaker(rows: Row[]): Taker {
  let rest = "";
  return (piece) => {
    const lines = (rest + (piece ?? "\n")).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines)
      try {
        const value = JSON.parse(line) as Record<string, unknown> | null;
        if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
        rows.push(
          Object.fromEntries(
            Object.entries(value).map(([key, of]) => [key, typeof of === "string" ? of : JSON.stringify(of)]),
          ),
        );
      } catch {
        continue;
      }
  };
}

function xesTaker(rows: Row[]): Taker {
  const reader = new XesReader();
  return (piece) => {
    for (const { event, trace } of piece === undefined ? [] : reader.push(piece))
      rows.push(
        Object.fromEntries([
          ...(trace?.entries() ?? []).map(([key, value]) => [`case:${key}`, value]),
          ...event.entries(),
        ]) as Row,
      );
  };
}

async function parquetRows(file: LogFile, folder: string, stopped: AbortSignal): Promise<Row[]> {
  const path = file.gzip ? join(folder, "sample.parquet") : file.path;
  if (file.gzip)
    await pipeline(
      bytesOf(file, () => undefined),
      createWriteStream(path),
    );
  const database = await Database.open({ memory: "1GB", folder, stopped });
  try {
    return await database.rows<Row>(
      `select columns(*)::varchar from read_parquet(${literal(path)}) limit ${ROWS + 1}`,
    );
  } catch (error) {
    const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new Trouble(`is no Parquet that can be read: ${message}`, {
      file: file.path,
      wayOut: "Export it again.",
    });
  } finally {
    database.close();
  }
}
