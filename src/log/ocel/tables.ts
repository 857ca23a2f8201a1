import type { Database } from "../../engine/database.ts";
import { sql } from "../../engine/sql.ts";
import type { TableWriter } from "../../engine/table-writer.ts";

/** An event of an object-centric log (OCEL 2.0), with the objects that it is about. */
export interface OcelEvent {
  readonly id: string;
  readonly type: string;
  readonly time: string;
}

/** What an attribute of an object is, from a time on. */
export interface OcelValue {
  readonly name: string;
  readonly time: string;
  readonly value: string;
}

/** Makes the tables of an object-centric log, empty. */
export async function makeOcelTables(database: Database): Promise<void> {
  for (const statement of [
    sql`create or replace table ocel_event (no bigint, id varchar, type varchar, time varchar)`,
    sql`create or replace table ocel_event_value (no bigint, name varchar, value varchar)`,
    sql`create or replace table ocel_link (no bigint, object_id varchar)`,
    sql`create or replace table ocel_object (id varchar, type varchar)`,
    sql`create or replace table ocel_object_value (id varchar, name varchar, time varchar, value varchar)`,
    sql`create or replace table ocel_pair (source varchar, target varchar)`,
  ])
    await database.run(statement);
}

const TABLES = [
  "ocel_event",
  "ocel_event_value",
  "ocel_link",
  "ocel_object",
  "ocel_object_value",
  "ocel_pair",
] as const;

/** Takes what an object-centric log holds into its tables, in the order in which it stands there. */
export class OcelWriter {
  #events = 0;

  private constructor(private readonly tables: Readonly<Record<(typeof TABLES)[number], TableWriter>>) {}

  static async open(database: Database): Promise<OcelWriter> {
    const writers = [];
    for (const name of TABLES) writers.push([name, await database.writer(name)] as const);
    return new OcelWriter(Object.fromEntries(writers) as Record<(typeof TABLES)[number], TableWriter>);
  }

  /** Number of the event, from 1. */
  event({ id, type, time }: OcelEvent): number {
    this.#events += 1;
    put(this.tables.ocel_event, this.#events, id, type, time);
    return this.#events;
  }

  eventValue(event: number, name: string, value: string): void {
    put(this.tables.ocel_event_value, event, name, value);
  }

  link(event: number, object: string): void {
    put(this.tables.ocel_link, event, object);
  }

  object(id: string, type: string): void {
    put(this.tables.ocel_object, id, type);
  }

  objectValue(id: string, { name, time, value }: OcelValue): void {
    put(this.tables.ocel_object_value, id, name, time, value);
  }

  pair(source: string, target: string): void {
    put(this.tables.ocel_pair, source, target);
  }

  close(): void {
    for (const table of Object.values(this.tables)) table.close();
  }
}

function put(table: TableWriter, ...cells: readonly (string | number)[]): void {
  for (const cell of cells)
    if (typeof cell === "number") table.number(cell);
    else table.text(cell);
  table.endRow();
}
