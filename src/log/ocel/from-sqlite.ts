import type { Database } from "../../engine/database.ts";
import { openSqlite, type SqliteFile, type SqliteValue } from "../../engine/sqlite-file.ts";
import type { LogFile } from "../log-file.ts";
import { OcelWriter } from "./tables.ts";

type Row = Readonly<Record<string, SqliteValue>>;

/** Columns of ours; every other one is an attribute. */
const OWN = new Set(["ocel_id", "ocel_time", "ocel_changed_field"]);

/** Tables without which there is no log. */
const NEEDED = ["event", "event_map_type", "object", "event_object"];

/** Takes OCEL 2.0 in SQLite into its tables. Throws what SQLite says of a file that it cannot read. */
export async function fromSqlite(file: LogFile, database: Database): Promise<void> {
  const source = await openSqlite(await file.place("apart"));
  try {
    const tables = new Set(source.tables());
    const missing = NEEDED.find((table) => !tables.has(table));
    if (missing !== undefined) throw new Error(`it has no table ${missing}`);
    const writer = await OcelWriter.open(database);
    const rows = (table: string): Iterable<Row> => (tables.has(table) ? source.rows(table) : []);
    const numbers = new Map<string, number>();
    for (const { type, table } of typesIn(rows("event_map_type"), "event", tables))
      for (const row of source.rows(table)) {
        const id = text(row["ocel_id"]);
        const event = writer.event({ id, type, time: text(row["ocel_time"]) });
        numbers.set(id, event);
        for (const [name, value] of valuesOf(row)) writer.eventValue(event, name, value);
      }
    for (const row of rows("event_object")) {
      const event = numbers.get(text(row["ocel_event_id"]));
      if (event !== undefined) writer.link(event, text(row["ocel_object_id"]));
    }
    objectsIn(source, rows, tables, writer);
    writer.close();
  } finally {
    source.close();
  }
}

function objectsIn(
  source: SqliteFile,
  rows: (table: string) => Iterable<Row>,
  tables: ReadonlySet<string>,
  writer: OcelWriter,
): void {
  for (const row of rows("object")) writer.object(text(row["ocel_id"]), text(row["ocel_type"]));
  for (const { table } of typesIn(rows("object_map_type"), "object", tables))
    for (const row of source.rows(table)) {
      const changed = row["ocel_changed_field"];
      for (const [name, value] of valuesOf(row))
        if (changed === null || changed === undefined || changed === name)
          writer.objectValue(text(row["ocel_id"]), { name, time: text(row["ocel_time"]), value });
    }
  for (const row of rows("object_object"))
    writer.pair(text(row["ocel_source_id"]), text(row["ocel_target_id"]));
}

/** The types of a map, each with the table that holds what is of it. */
function typesIn(
  map: Iterable<Row>,
  kind: "event" | "object",
  tables: ReadonlySet<string>,
): { readonly type: string; readonly table: string }[] {
  return [...map].flatMap((row) => {
    const table = `${kind}_${text(row["ocel_type_map"])}`;
    return tables.has(table) ? [{ type: text(row["ocel_type"]), table }] : [];
  });
}

const valuesOf = (row: Row): [string, string][] =>
  Object.entries(row).flatMap(([name, value]): [string, string][] =>
    OWN.has(name) || value === null ? [] : [[name, text(value)]],
  );

const text = (value: SqliteValue | undefined): string =>
  value === null || value === undefined || value instanceof Uint8Array ? "" : String(value);
