import type { Database } from "../../engine/database.ts";
import { sql, value } from "../../engine/sql.ts";
import type { LogFile } from "../log-file.ts";
import { jsonFault, type JsonDocument } from "./json-fault.ts";

/** A document is one value for the engine: so many bytes it is allowed to have beyond its own. */
const MORE = 1024;

/**
 * Takes OCEL 2.0 in JSON into its tables. Throws `Trouble` for what is no text and for a name that stands twice in an object that is
 * read; what the engine cannot read otherwise throws its message.
 */
export async function fromJson(file: LogFile, database: Database): Promise<void> {
  const place = await file.place();
  const [whole] = await database.rows<{ size: number }>(sql`select size from read_blob(${value(place)})`);
  const document = { place, room: (whole?.size ?? 0) + MORE };
  try {
    await load(document, database);
  } catch (error) {
    throw (await jsonFault(error, file, document, database)) ?? error;
  }
}

async function load({ place, room }: JsonDocument, database: Database): Promise<void> {
  await database.run(sql`
    create or replace table ocel_document as
    select events, objects from read_json(${value(place)}, format = 'unstructured', compression = 'uncompressed', maximum_object_size = ${room}, columns = {
      events: 'STRUCT(id VARCHAR, "type" VARCHAR, "time" VARCHAR, attributes STRUCT(name VARCHAR, "value" VARCHAR)[], relationships STRUCT(objectId VARCHAR)[])[]',
      objects: 'STRUCT(id VARCHAR, "type" VARCHAR, attributes STRUCT(name VARCHAR, "time" VARCHAR, "value" VARCHAR)[], relationships STRUCT(objectId VARCHAR)[])[]'
    })
  `);
  await database.run(
    sql`create or replace table ocel_whole_event as select unnest(events) as e, generate_subscripts(events, 1) as no from ocel_document`,
  );
  await database.run(
    sql`create or replace table ocel_whole_object as select unnest(objects) as o from ocel_document`,
  );
  for (const statement of [
    sql`insert into ocel_event select no, e.id, e.type, e.time from ocel_whole_event`,
    sql`insert into ocel_event_value select no, a.name, a.value from (select no, unnest(e.attributes) as a from ocel_whole_event) x`,
    sql`insert into ocel_link select no, r.objectId from (select no, unnest(e.relationships) as r from ocel_whole_event) x`,
    sql`insert into ocel_object select o.id, o.type from ocel_whole_object`,
    sql`insert into ocel_object_value select id, a.name, a.time, a.value from (select o.id as id, unnest(o.attributes) as a from ocel_whole_object) x`,
    sql`insert into ocel_pair select id, r.objectId from (select o.id as id, unnest(o.relationships) as r from ocel_whole_object) x`,
    sql`drop table ocel_document`,
    sql`drop table ocel_whole_event`,
    sql`drop table ocel_whole_object`,
  ])
    await database.run(statement);
}
