import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sqlite from "node-sqlite3-wasm";
import type { Mapping } from "../../../src/log/mapping.ts";
import { carriedBy, iso, type CaseOf, type ShapedLog } from "./made-log.ts";

interface Value {
  readonly name: string;
  readonly value: string;
}

interface OcelObject {
  readonly id: string;
  readonly type: string;
  readonly attributes: readonly (Value & { readonly time: string })[];
  readonly relationships: readonly { readonly objectId: string }[];
}

interface OcelEvent {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly attributes: readonly Value[];
  readonly relationships: readonly { readonly objectId: string }[];
}

interface Ocel {
  readonly objects: readonly OcelObject[];
  readonly events: readonly OcelEvent[];
}

const EVER = "1970-01-01T00:00:00Z";

/**
 * A made-up log as events about objects: requests, which are the cases, with clinics, to which they are tied. The name of a
 * clinic changes before all events and after them: what counts is what it was then.
 */
function ocelOf(cases: readonly CaseOf[]): Ocel {
  const clinics = [...new Set(cases.map(({ made }) => made.provider))];
  let number = 0;
  return {
    objects: [
      ...clinics.map((clinic) => ({
        id: `clinic of ${clinic}`,
        type: "Clinic",
        attributes: [
          { name: "name", time: EVER, value: "before it was founded" },
          { name: "name", time: "1990-01-01T00:00:00Z", value: clinic },
          { name: "name", time: "2099-01-01T00:00:00Z", value: "after its end" },
        ],
        relationships: [],
      })),
      ...cases.map(({ made, service }) => ({
        id: made.id,
        type: "Request",
        attributes: [
          { name: "service", time: EVER, value: service },
          { name: "channel", time: EVER, value: made.channel },
          ...Object.entries(carriedBy({ made, service })).map(([name, value]) => ({
            name,
            time: EVER,
            value,
          })),
        ],
        relationships: [{ objectId: `clinic of ${made.provider}` }],
      })),
    ],
    events: cases.flatMap(({ made }) =>
      made.events.map((event) => {
        number += 1;
        return {
          id: `e${number}`,
          type: event.event,
          time: iso(event.at),
          attributes: (["reason", "document"] as const).flatMap((name) =>
            event[name] === undefined || event[name] === "" ? [] : [{ name, value: event[name] }],
          ),
          relationships: [{ objectId: made.id }],
        };
      }),
    ),
  };
}

const mapped = (mapping: Mapping): Mapping => ({
  ...mapping,
  columns: {
    case: "Request",
    activity: "ocel:type",
    time: "ocel:time",
    service: "Request:service",
    channel: "Request:channel",
    due: "Request:due",
    days: "Request:days",
    provider: "Clinic:name",
    reason: "reason",
    document: "document",
  },
});

const typesOf = (of: readonly { readonly type: string }[]): string[] => [
  ...new Set(of.map(({ type }) => type)),
];

export function inJson(cases: readonly CaseOf[], mapping: Mapping): ShapedLog {
  const { objects, events } = ocelOf(cases);
  const types = (of: readonly { readonly type: string }[]): unknown =>
    typesOf(of).map((name) => ({ name, attributes: [] }));
  const text = JSON.stringify({ objectTypes: types(objects), eventTypes: types(events), objects, events });
  return { files: [["in-json.json", text]], mapping: mapped(mapping) };
}

const quoted = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export function inXml(cases: readonly CaseOf[], mapping: Mapping): ShapedLog {
  const { objects, events } = ocelOf(cases);
  const relations = (of: OcelEvent["relationships"]): string =>
    `<objects>${of.map(({ objectId }) => `<relationship object-id="${quoted(objectId)}" qualifier=""/>`).join("")}</objects>`;
  const types = (kind: string, of: readonly { readonly type: string }[]): string =>
    `<${kind}-types>${typesOf(of)
      .map((name) => `<${kind}-type name="${quoted(name)}"><attributes/></${kind}-type>`)
      .join("")}</${kind}-types>`;
  const text = `<?xml version="1.0" encoding="UTF-8"?><log>${types("object", objects)}${types("event", events)}
<objects>${objects
    .map(
      ({ id, type, attributes, relationships }) =>
        `<object id="${quoted(id)}" type="${type}"><attributes>${attributes.map(({ name, time, value }) => `<attribute name="${name}" time="${time}">${quoted(value)}</attribute>`).join("")}</attributes>${relations(relationships)}</object>\n`,
    )
    .join("")}</objects>
<events>${events
    .map(
      ({ id, type, time, attributes, relationships }) =>
        `<event id="${id}" type="${quoted(type)}" time="${time}"><attributes>${attributes.map(({ name, value }) => `<attribute name="${name}">${quoted(value)}</attribute>`).join("")}</attributes>${relations(relationships)}</event>\n`,
    )
    .join("")}</events></log>`;
  return { files: [["in-xml.xml", text]], mapping: mapped(mapping) };
}

export function inSqlite(cases: readonly CaseOf[], mapping: Mapping): ShapedLog {
  const { objects, events } = ocelOf(cases);
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-ocel-"));
  const path = join(folder, "log.sqlite");
  const database = new sqlite.Database(path);
  const tableOf = (type: string): string => type.replaceAll(/[^a-z0-9]/gi, "_");
  database.exec("begin");
  for (const kind of ["event", "object"] as const) {
    database.exec(`create table ${kind} (ocel_id text, ocel_type text)`);
    database.exec(`create table ${kind}_map_type (ocel_type text, ocel_type_map text)`);
    for (const type of typesOf(kind === "event" ? events : objects)) {
      database.run(`insert into ${kind}_map_type values (?, ?)`, [type, tableOf(type)]);
      const own =
        kind === "event"
          ? "reason text, document text"
          : "ocel_changed_field text, name text, service text, channel text, due text, days text";
      database.exec(`create table "${kind}_${tableOf(type)}" (ocel_id text, ocel_time text, ${own})`);
    }
  }
  database.exec("create table event_object (ocel_event_id text, ocel_object_id text, ocel_qualifier text)");
  database.exec("create table object_object (ocel_source_id text, ocel_target_id text, ocel_qualifier text)");
  const insert = (table: string, row: Readonly<Record<string, string | null>>): void => {
    const names = Object.keys(row);
    database.run(
      `insert into "${table}" (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`,
      Object.values(row),
    );
  };
  for (const { id, type, time, attributes, relationships } of events) {
    insert("event", { ocel_id: id, ocel_type: type });
    const values = Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
    insert(`event_${tableOf(type)}`, {
      ocel_id: id,
      ocel_time: time.replace("T", " ").replace("Z", "+00:00"),
      ...values,
    });
    for (const { objectId } of relationships)
      insert("event_object", { ocel_event_id: id, ocel_object_id: objectId, ocel_qualifier: "of" });
  }
  for (const { id, type, attributes, relationships } of objects) {
    insert("object", { ocel_id: id, ocel_type: type });
    const first = Object.fromEntries(
      attributes.filter(({ time }) => time === EVER).map(({ name, value }) => [name, value]),
    );
    insert(`object_${type}`, { ocel_id: id, ocel_time: EVER, ...first });
    for (const { name, time, value } of attributes)
      if (time !== EVER)
        insert(`object_${type}`, { ocel_id: id, ocel_time: time, ocel_changed_field: name, [name]: value });
    for (const { objectId } of relationships)
      insert("object_object", { ocel_source_id: id, ocel_target_id: objectId, ocel_qualifier: "asked of" });
  }
  database.exec("commit");
  database.close();
  const bytes = readFileSync(path);
  rmSync(folder, { recursive: true });
  return { files: [["in-sqlite.sqlite", bytes]], mapping: mapped(mapping) };
}
