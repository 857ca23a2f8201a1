import { Database } from "../engine/database.ts";
import { formatOf } from "./formats.ts";
import type { LogFile } from "./log-file.ts";
import type { EngineFormat, Found, SampleRow } from "./log-format.ts";

const ROWS = 50_000;

/** The first rows of a log, its columns by name, and whether these are all the rows it has. */
export async function sampleOf(
  files: readonly LogFile[],
  folder: string,
  stopped: AbortSignal,
): Promise<{ names: string[]; rows: readonly SampleRow[]; whole: boolean }> {
  const rows: SampleRow[] = [];
  for (const file of files) {
    const format = formatOf(file.head(), undefined);
    const more =
      "open" in format
        ? await seenIn(format.open(file, {})(() => undefined))
        : await seenInEngine(format, file, folder, stopped);
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

async function seenInEngine(
  format: EngineFormat,
  file: LogFile,
  folder: string,
  stopped: AbortSignal,
): Promise<SampleRow[]> {
  const database = await Database.open({ memory: "1GB", folder, stopped });
  try {
    return await seenIn(format.records(file, database, undefined, () => undefined));
  } finally {
    database.close();
  }
}

/** One row more than are looked at, where there are so many. */
async function seenIn(records: AsyncIterable<Iterable<Found>>): Promise<SampleRow[]> {
  const rows: SampleRow[] = [];
  let columns: readonly string[] = [];
  const take = (each: Found): void => {
    if ("columns" in each) ({ columns } = each);
    else if ("fields" in each)
      rows.push(Object.fromEntries(columns.map((name, place) => [name, each.fields[place] ?? null])));
    else if ("entries" in each) {
      const entries = each.entries();
      if (entries !== undefined) rows.push(Object.fromEntries(entries));
    }
  };
  for await (const found of records) {
    for (const each of found) take(each);
    if (rows.length > ROWS) break;
  }
  return rows;
}
