import { CsvRecords, delimiterOf } from "../audit/csv-records.ts";
import { Database, literal } from "../audit/database.ts";
import type { LogSample } from "../audit/suggest-mapping.ts";
import { XesReader } from "../audit/xes-reader.ts";
import { logFiles, textOf, type LogFile } from "./log-file.ts";

const ROWS = 5_000;

type Row = Record<string, string | null>;

/** The first rows of a log, and its columns by name. */
export async function sampleOf(
  paths: readonly string[],
  folder: string,
): Promise<{ names: string[]; rows: LogSample }> {
  const [file] = logFiles(paths, {});
  if (file === undefined) return { names: [], rows: [] };
  const rows = file.format === "parquet" ? await parquetRows(file, folder) : await textRows(file);
  return { names: [...new Set(rows.flatMap((row) => Object.keys(row)))], rows };
}

async function textRows(file: LogFile): Promise<Row[]> {
  const rows: Row[] = [];
  const take =
    file.format === "csv" ? csvTaker(rows) : file.format === "jsonl" ? jsonTaker(rows) : xesTaker(rows);
  for await (const piece of textOf(file, () => undefined)) {
    take(piece);
    if (rows.length >= ROWS) break;
  }
  return rows.slice(0, ROWS);
}

function csvTaker(rows: Row[]): (piece: string) => void {
  let records: CsvRecords | undefined;
  let names: readonly string[] | undefined;
  return (piece) => {
    records ??= new CsvRecords(delimiterOf(piece.split("\n", 1)[0] ?? ""), '"');
    for (const record of records.push(piece)) {
      if ("refused" in record) continue;
      if (names === undefined) names = record.fields.map((name) => name.trim());
      else rows.push(Object.fromEntries(names.map((name, index) => [name, record.fields[index] ?? null])));
    }
  };
}

function jsonTaker(rows: Row[]): (piece: string) => void {
  let rest = "";
  return (piece) => {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines)
      try {
        const value = JSON.parse(line) as Record<string, unknown>;
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

function xesTaker(rows: Row[]): (piece: string) => void {
  const reader = new XesReader();
  return (piece) => {
    for (const { event, trace } of reader.push(piece))
      rows.push(
        Object.fromEntries([
          ...[...(trace ?? [])].map(([key, value]) => [`case:${key}`, value]),
          ...event,
        ]) as Row,
      );
  };
}

async function parquetRows(file: LogFile, folder: string): Promise<Row[]> {
  const database = await Database.open({ memory: "1GB", folder });
  try {
    const columns = "select columns(*)::varchar";
    return await database.rows<Row>(`${columns} from read_parquet(${literal(file.path)}) limit ${ROWS}`);
  } finally {
    database.close();
  }
}
