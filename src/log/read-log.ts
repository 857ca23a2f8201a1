import type { Database } from "../engine/database.ts";
import { Trouble } from "../model/trouble.ts";
import { formatOf } from "./formats.ts";
import type { LogFile } from "./log-file.ts";
import type { LogFormat, Records, ViewFormat } from "./log-format.ts";
import type { LogAsWritten, LogRead, LogSource } from "./log-source.ts";
import type { Mapping } from "./mapping.ts";
import { RawWriter } from "./raw-writer.ts";
import { rowTaker } from "./row-taker.ts";
import { spellAsKnown } from "./spellings.ts";

/** Told while a log is read: bytes of all its files, and rows so far. */
export type ReadProgress = (bytes: number, of: number, rows: number) => void;

interface OpenedFile {
  readonly file: LogFile;
  readonly records: Records;
}

/** A log out of its files, read as the mapping says. Throws `Trouble` for what cannot be read at all. */
export function logSource(
  files: readonly LogFile[],
  mapping: Mapping,
  progress: ReadProgress = () => undefined,
): LogSource {
  const settings = mapping.file ?? {};
  const told = files.map((file) => ({ file, format: formatOf(file.head(), settings.format) }));
  const view = formatOfViews(told);
  if (view !== undefined)
    return {
      read: async (database) => spelled(await view.view(files, mapping, database), database, mapping),
      files: files.map(({ path }) => path),
    };
  const opened = told.flatMap(({ file, format }) =>
    "open" in format ? [{ file, records: format.open(file, settings) }] : [],
  );
  return {
    read: async (database) =>
      spelled(await readRecords(opened, mapping, database, progress), database, mapping),
    files: [],
  };
}

/** A log that was read, its names put the way they are known. */
const spelled = async (read: LogAsWritten, database: Database, mapping: Mapping): Promise<LogRead> => ({
  ...read,
  spellings: await spellAsKnown(database, mapping),
});

/** The format of a log whose files the engine reads where they lie. Throws `Trouble` where only some of them are. */
function formatOfViews(
  files: readonly { readonly file: LogFile; readonly format: LogFormat }[],
): ViewFormat | undefined {
  const first = files.find(({ format }) => "view" in format);
  if (first === undefined || !("view" in first.format)) return undefined;
  if (files.every(({ format }) => format === first.format)) return first.format;
  throw new Trouble(`${first.format.title} and text cannot be mixed in one log`, {
    file: first.file.path,
    wayOut: "Audit them one after another.",
  });
}

async function readRecords(
  opened: readonly OpenedFile[],
  mapping: Mapping,
  database: Database,
  progress: ReadProgress,
): Promise<LogAsWritten> {
  const writer = await RawWriter.open(database);
  const total = opened.reduce((sum, { file }) => sum + file.size, 0);
  let read = 0;
  const onBytes = (count: number): void => {
    read += count;
    progress(read, total, writer.rows);
  };
  for (const { file, records } of opened) {
    writer.startFile(file.name);
    const take = rowTaker(mapping, file, writer);
    for await (const found of records(onBytes)) take(found);
  }
  return {
    time: mapping.time?.epoch === undefined ? "text" : "epoch",
    unreadable: writer.close(),
    files: writer.files,
    traces: writer.traces,
    view: false,
  };
}
