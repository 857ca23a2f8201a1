import type { Database } from "../engine/database.ts";
import { mappingOf } from "./file-mappings.ts";
import { factsIn } from "./fact-columns.ts";
import { formatOf } from "./formats.ts";
import type { LogFile } from "./log-file.ts";
import type { LogFormat, Records, ViewFormat } from "./log-format.ts";
import type { LogAsWritten, LogRead, LogSource, OtherFormats } from "./log-source.ts";
import type { Mapping, WholeMapping } from "./mapping.ts";
import { RawWriter } from "./raw-writer.ts";
import { isPlain, rowShape } from "./row-shape.ts";
import { rowTaker, type FileTaken } from "./row-taker.ts";
import { spellAsKnown } from "./spellings.ts";
import { renamedWords, wholeMapping, type Renamed } from "./whole-mapping.ts";

/** Told while a log is read: bytes of all its files, and rows so far. */
export type ReadProgress = (bytes: number, of: number, rows: number) => void;

/** A file of a log, opened: how its rows are read, and what gives its records, once there is a database. */
interface OpenedFile extends FileTaken {
  readonly mapping: Mapping;
  readonly dated: boolean;
  readonly records: (database: Database) => Records;
}

/** A log out of its files, read as the mapping says. Throws `Trouble` for what cannot be read at all. */
export function logSource(
  files: readonly LogFile[],
  given: Mapping | WholeMapping,
  progress: ReadProgress = () => undefined,
): LogSource {
  const mapping: Mapping = "written" in given ? (given.written ?? given) : given;
  const told = files.map((file) => {
    const own = mappingOf(mapping, file.name);
    return { file, ...own, format: formatOf(file.head(), own.mapping.file?.format) };
  });
  const view = isPlain(mapping) ? formatOfViews(told) : undefined;
  if (view !== undefined)
    return {
      read: async (database) => spelled(await view.view(files, mapping, database), database, mapping),
      files: files.map(({ path }) => path),
    };
  const mixed = told.some((each) => each.mapping.time?.epoch !== mapping.time?.epoch);
  const renamed = renamedWords(mapping);
  const facts = factsIn(mapping);
  const opened = told.map((each) => openedFile(each, { mixed, facts }, renamed.get(each.match ?? "")));
  return {
    read: async (database) =>
      spelled(await readRecords(opened, mapping, mixed, database, progress), database, mapping),
    files: [],
  };
}

/** A log that was read, its names put the way they are known. */
const spelled = async (read: LogAsWritten, database: Database, mapping: Mapping): Promise<LogRead> => ({
  ...read,
  spellings: await spellAsKnown(database, wholeMapping(mapping)),
});

/** The format of a log all of whose files the engine reads where they lie. */
function formatOfViews(files: readonly { readonly format: LogFormat }[]): ViewFormat | undefined {
  const format = files[0]?.format;
  if (format === undefined || !("view" in format)) return undefined;
  return files.every((each) => each.format === format) ? format : undefined;
}

/**
 * `mixed`: some files of the log count from 1970 and others do not, so that all are written out; `facts`: those that some
 * file tells.
 */
function openedFile(
  {
    file,
    mapping,
    match,
    format,
  }: Pick<OpenedFile, "file" | "mapping" | "match"> & { readonly format: LogFormat },
  { mixed, facts }: { readonly mixed: boolean; readonly facts: readonly string[] },
  renamed: Renamed | undefined,
): OpenedFile {
  const shape = rowShape(mapping, mixed ? mapping.time?.epoch : undefined, facts);
  const wanted = shape.wanted.map(({ name }) => name);
  const dated = format.dated === true || mapping.time?.serial !== undefined;
  const opened = { file, mapping, match, shape, renamed, dated };
  if ("open" in format) {
    const records = format.open(file, mapping.file ?? {}, wanted);
    return { ...opened, records: () => records };
  }
  return { ...opened, records: (database) => (onBytes) => format.records(file, database, wanted, onBytes) };
}

async function readRecords(
  opened: readonly OpenedFile[],
  whole: Mapping,
  mixed: boolean,
  database: Database,
  progress: ReadProgress,
): Promise<LogAsWritten> {
  const { time } = whole;
  const writer = await RawWriter.open(database, factsIn(whole).length);
  const total = opened.reduce((sum, { file }) => sum + file.size, 0);
  const otherFormats: OtherFormats[] = [];
  let read = 0;
  const onBytes = (count: number): void => {
    read += count;
    progress(read, total, writer.rows);
  };
  for (const each of opened) {
    const { mapping, match } = each;
    const first = writer.last + 1;
    const take = rowTaker(each, writer);
    for await (const found of each.records(database)(onBytes)) take(found);
    if (match !== undefined && mapping.time?.formats?.join("\n") !== time?.formats?.join("\n"))
      otherFormats.push({ first, last: writer.last, formats: mapping.time?.formats });
  }
  const isText = mixed || time?.epoch === undefined;
  const dated = mixed || opened.some((each) => each.dated);
  return {
    time: isText ? (dated ? "dated" : "text") : "epoch",
    ...(otherFormats.length === 0 ? {} : { otherFormats }),
    unreadable: writer.close(),
    files: writer.files,
    ...(writer.sheets.length === 0 ? {} : { sheets: writer.sheets }),
    traces: writer.traces,
    view: false,
  };
}
