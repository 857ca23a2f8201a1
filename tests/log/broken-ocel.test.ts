import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sqlite from "node-sqlite3-wasm";
import { afterAll, describe, expect, it } from "vitest";
import { runIn, type Told } from "../in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-ocel-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

writeFileSync(
  join(folder, "rules.json"),
  JSON.stringify({
    id: "b",
    zone: "UTC",
    rules: [{ kind: "deadline", subject: "service", amount: 1, unit: "calendar-day", cite: "1" }],
  }),
);
writeFileSync(
  join(folder, "map.json"),
  JSON.stringify({
    columns: { case: "Request", activity: "ocel:type", time: "ocel:time" },
    events: { in: "submitted", out: "result-issued" },
    defaults: { service: "b" },
  }),
);

const audited = (name: string, content?: string | Uint8Array): Promise<Told> => {
  if (content !== undefined) writeFileSync(join(folder, name), content);
  const at = (file: string): string => join(folder, file);
  return runIn(folder, [
    "audit",
    at(name),
    "--map",
    at("map.json"),
    "--rules",
    at("rules.json"),
    "--lang",
    "en",
  ]);
};

const EVENT = { id: "e1", type: "in", time: "2025-01-01T10:00:00Z", attributes: [] };
const JSON_LOG = JSON.stringify({
  objectTypes: [],
  eventTypes: [],
  objects: [{ id: "r1", type: "Request", attributes: [], relationships: [] }],
  events: [
    { ...EVENT, relationships: [{ objectId: "r1", qualifier: "" }] },
    { ...EVENT, id: "e2", type: "out", time: "2025-01-05T10:00:00Z", relationships: [{ objectId: "r1" }] },
  ],
});
const XML_LOG =
  '<?xml version="1.0"?><log><object-types/><events><event id="e1" type="in" time="2025-01-01T10:00:00Z"/></events></log>';

function makeSqlite(name: string, statements: readonly string[]): void {
  const database = new sqlite.Database(join(folder, name));
  for (const statement of statements) database.exec(statement);
  database.close();
}

const WHOLE = [
  "create table event (ocel_id text, ocel_type text)",
  "create table object (ocel_id text, ocel_type text)",
  "create table event_map_type (ocel_type text, ocel_type_map text)",
  "create table object_map_type (ocel_type text, ocel_type_map text)",
  "create table event_object (ocel_event_id text, ocel_object_id text, ocel_qualifier text)",
  "create table event_in (ocel_id text, ocel_time text)",
  "create table event_out (ocel_id text, ocel_time text)",
  "insert into event values ('e1', 'in'), ('e2', 'out')",
  "insert into event_map_type values ('in', 'in'), ('out', 'out')",
  "insert into event_in values ('e1', '2025-01-01 10:00:00+00:00')",
  "insert into event_out values ('e2', '2025-01-05 10:00:00+00:00')",
  "insert into object values ('r1', 'Request')",
  "insert into event_object values ('e1', 'r1', ''), ('e2', 'r1', '')",
];

describe("an object-centric log that is broken", () => {
  it.each([
    ["cut.jsonocel", JSON_LOG.slice(0, JSON_LOG.length / 2)],
    ["cut.xmlocel", XML_LOG.slice(0, XML_LOG.length - 12)],
    ["typed.xmlocel", `<!DOCTYPE log>${XML_LOG.slice(21)}`],
    ["cut.sqlite", Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(3000, 7)])],
  ])("is told of by its name and by what is wrong with it: %s", async (name, content) => {
    const { status, err } = await audited(name, content);
    expect(status).toBe(2);
    expect(err).toContain(name);
    expect(err).toContain("is no OCEL 2.0 that can be read: ");
    expect(err).toContain("Export it again as OCEL 2.0 in JSON, XML or SQLite.");
  });

  it.each([
    ["a list", '"events":', '"events":[],"events":', 'the whole file: has "events" twice'],
    ["an event", '"id":"e2"', '"id":"e2","id":"e3"', '/events/1/id: has "id" twice'],
    [
      "what is within an object",
      '"type":"Request","attributes":[]',
      '"type":"Request","attributes":[{"name":"a","value":"1","value":"Әсел"}]',
      '/objects/0/attributes/0/value: has "value" twice',
    ],
  ])("in JSON has a name twice in one object: %s", async (_, from, to, told) => {
    const { status, err } = await audited("twice.jsonocel", JSON_LOG.replace(from, to));
    expect([status, err]).toEqual([2, expect.stringContaining(told)]);
    expect(err).toContain("Leave one of them.");
    // What stands in it is somebody's case.
    expect(err).not.toContain("Әсел");
  });

  it("in JSON is no text in UTF-8", async () => {
    const content = Buffer.from(JSON_LOG.replace("Request", "\xe9"), "latin1");
    const { status, err } = await audited("latin.jsonocel", content);
    expect([status, err]).toEqual([
      2,
      expect.stringContaining(`byte ${content.indexOf(0xe9) + 1}: is no text in UTF-8`),
    ]);
  });

  it("is no log where its tables are another program's", async () => {
    makeSqlite("other.sqlite", ["create table people (name text)"]);
    const { status, err } = await audited("other.sqlite");
    expect([status, err]).toEqual([2, expect.stringContaining("it has no table event")]);
  });
});

describe("an object-centric log in SQLite", () => {
  it("is read where nothing can be made beside it", async () => {
    makeSqlite("locked.sqlite", WHOLE);
    // What SQLite would make beside the file to keep others from writing, it cannot make.
    writeFileSync(join(folder, "locked.sqlite.lock"), "");
    const { status, out } = await audited("locked.sqlite");
    expect(out).toContain("2 read, 0 refused");
    expect(status).toBe(1);
  });
});
