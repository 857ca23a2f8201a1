import { CsvRecords, delimiterOf } from "./csv-records.ts";
import type { Database } from "../engine/database.ts";
import { COLUMNS, type Mapping } from "./mapping.ts";
import { RawWriter, TextHash, hashOf } from "./raw-writer.ts";
import type { LogRead, LogSource, TimeKind } from "./log-source.ts";
import { XesError, XesReader } from "./xes-reader.ts";
import { logFiles, textOf, type LogFile } from "../files/log-file.ts";
import { readParquet } from "./read-parquet.ts";
import { Trouble } from "../model/trouble.ts";

const MOST_COLUMNS = 10_000;
const LONGEST_LINE = 16 * 1024 * 1024;

/** Told while a log is read: bytes of all its files, and rows so far. */
export type ReadProgress = (bytes: number, of: number, rows: number) => void;

/** A log out of files and folders, read as the mapping says. Throws `Trouble` for what cannot be read at all. */
export function logSource(
  paths: readonly string[],
  mapping: Mapping,
  folder: string,
  progress: ReadProgress = () => undefined,
): LogSource {
  const files = logFiles(paths, {
    ...(mapping.file?.format === undefined ? {} : { format: mapping.file.format }),
    ...(mapping.file?.encoding === undefined ? {} : { encoding: mapping.file.encoding }),
  });
  const parquet = files.filter(({ format }) => format === "parquet");
  if (parquet.length > 0 && parquet.length < files.length)
    throw new Trouble("Parquet and text cannot be mixed in one log", {
      file: parquet[0]?.path ?? "",
      wayOut: "Audit them one after another.",
    });
  return parquet.length > 0
    ? {
        read: (database) => readParquet(files, mapping, folder, database),
        files: parquet.map(({ path }) => path),
      }
    : { read: (database) => readText(files, mapping, database, progress), files: [] };
}

async function readText(
  files: readonly LogFile[],
  mapping: Mapping,
  database: Database,
  progress: ReadProgress,
): Promise<LogRead> {
  const writer = await RawWriter.open(database);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let read = 0;
  const onBytes = (bytes: number): void => {
    read += bytes;
    progress(read, total, writer.rows);
  };
  for (const file of files) {
    writer.startFile(file.name);
    const pieces = textOf(file, onBytes);
    if (file.format === "csv") await readCsv(file, pieces, mapping, writer);
    else if (file.format === "jsonl") await readJsonLines(file, pieces, mapping, writer);
    else await readXes(file, pieces, mapping, writer);
  }
  const time: TimeKind = mapping.time?.epoch === undefined ? "text" : "epoch";
  return { time, unreadable: writer.close(), files: writer.files, view: false };
}

async function readCsv(
  file: LogFile,
  pieces: AsyncIterable<string>,
  mapping: Mapping,
  writer: RawWriter,
): Promise<void> {
  let records: CsvRecords | undefined;
  let width = 0;
  let take: readonly number[] = [];
  const handle = (
    found: Iterable<ReturnType<CsvRecords["push"]> extends Iterable<infer R> ? R : never>,
  ): void => {
    for (const record of found)
      if ("refused" in record) writer.refuse(record.line, record.refused, record.text);
      else if (width === 0) {
        width = record.fields.length;
        take = columnsIn(record.fields, mapping, file);
      } else if (record.fields.length !== width) writer.refuse(record.line, "malformed", record.text);
      else
        writer.add(
          record.line,
          take.map((index) => (index < 0 ? null : record.fields[index])),
          hashOf(record.text),
        );
  };
  let head = "";
  for await (const piece of pieces) {
    if (records === undefined) {
      head += piece;
      const end = head.indexOf("\n");
      if (end < 0 && head.length < LONGEST_LINE) continue;
      const first = end < 0 ? head : head.slice(0, end);
      const delimiter = mapping.file?.delimiter ?? delimiterOf(first);
      refuseWide(first, delimiter, file);
      records = new CsvRecords(delimiter, mapping.file?.quote ?? '"');
      handle(records.push(head));
    } else handle(records.push(piece));
  }
  records ??= new CsvRecords(mapping.file?.delimiter ?? delimiterOf(head), mapping.file?.quote ?? '"');
  if (width === 0) handle(records.push(head));
  handle(records.end());
  if (width === 0)
    throw new Trouble("has no header", { file: file.path, wayOut: "The first line names the columns." });
}

function refuseWide(first: string, delimiter: string, file: LogFile): void {
  const width = first.split(delimiter).length;
  if (width > MOST_COLUMNS)
    throw new Trouble(`has ${width} columns; at most ${MOST_COLUMNS} are read`, {
      file: file.path,
      place: "line 1",
      wayOut: "Keep the columns that the mapping names.",
    });
}

/** Where each of our columns is in the log's; -1 for those that the mapping does not name. */
function columnsIn(names: readonly string[], mapping: Mapping, file: LogFile): number[] {
  const there = names.map((name) => name.trim());
  return COLUMNS.map((column) => {
    const wanted = mapping.columns[column];
    if (wanted === undefined) return -1;
    const index = there.indexOf(wanted.trim());
    if (index >= 0 && index === there.lastIndexOf(wanted.trim())) return index;
    if (index >= 0)
      throw new Trouble(`has the column ${JSON.stringify(wanted)} more than once`, {
        file: file.path,
        place: "line 1",
        wayOut: "Give each column a name of its own: nobody can tell which of them is meant.",
      });
    throw new Trouble(`has no column ${JSON.stringify(wanted)}, which the mapping names for ${column}`, {
      file: file.path,
      place: "line 1",
      wayOut: `Its columns are: ${there
        .slice(0, 40)
        .map((name) => JSON.stringify(name))
        .join(", ")}.`,
    });
  });
}

async function readJsonLines(
  file: LogFile,
  pieces: AsyncIterable<string>,
  mapping: Mapping,
  writer: RawWriter,
): Promise<void> {
  const names = COLUMNS.map((column) => mapping.columns[column]);
  const seen = new Set<string>();
  let line = 0;
  let rest = "";
  const take = (text: string): void => {
    line += 1;
    if (text.trim() === "") return;
    if (text.includes("\uFFFD") || text.includes("\0")) {
      writer.refuse(line, "undecodable", text);
      return;
    }
    const record = objectIn(text);
    const fields = record === undefined ? undefined : textsIn(record, names);
    if (record === undefined || fields === undefined) {
      writer.refuse(line, "malformed", text);
      return;
    }
    if (seen.size < MOST_COLUMNS) for (const key of Object.keys(record)) seen.add(key);
    writer.add(line, fields, hashOf(text));
  };
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) take(text);
    if (rest.length <= LONGEST_LINE) continue;
    throw new Trouble("a line is longer than 16 MB", {
      file: file.path,
      place: `line ${line + 1}`,
      wayOut: "JSON Lines has one event a line.",
    });
  }
  if (rest !== "") take(rest);
  const missing = names.find((name) => name !== undefined && !seen.has(name));
  if (missing !== undefined && writer.rows > 0 && [...names].slice(0, 3).includes(missing))
    throw new Trouble(`has no field ${JSON.stringify(missing)}`, {
      file: file.path,
      wayOut: `Its fields are: ${[...seen].slice(0, 40).join(", ")}.`,
    });
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text) as unknown;
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined where something is nested too deeply to be written out. */
function textsIn(
  record: Record<string, unknown>,
  names: readonly (string | undefined)[],
): (string | null)[] | undefined {
  try {
    return names.map((name) => (name === undefined ? null : textIn(record, name)));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function textIn(record: Record<string, unknown>, name: string): string | null {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

async function readXes(
  file: LogFile,
  pieces: AsyncIterable<string>,
  mapping: Mapping,
  writer: RawWriter,
): Promise<void> {
  const keys = COLUMNS.map((column) => {
    const name = mapping.columns[column];
    return name?.startsWith("case:") === true ? { trace: name.slice(5) } : { event: name ?? "" };
  });
  const reader = new XesReader();
  const take = (events: ReturnType<XesReader["push"]>): void => {
    for (const { index, event, trace } of events) {
      const fields = keys.map((key) => ("trace" in key ? trace?.get(key.trace) : event.get(key.event)));
      const all = new TextHash();
      for (const [key, value] of event.entries()) all.add(key).add("\u0000").add(value).add("\u0001");
      writer.add(index, fields, all.value);
    }
  };
  try {
    for await (const piece of pieces) take(reader.push(piece));
    take(reader.end());
  } catch (error) {
    if (!(error instanceof XesError)) throw error;
    throw new Trouble(`is no well-formed XML: ${error.message}`, {
      file: file.path,
      place: `line ${error.line}`,
      wayOut: "It was cut off or changed on the way: export it again.",
    });
  }
}
