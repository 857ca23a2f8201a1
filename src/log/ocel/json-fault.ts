import type { Database } from "../../engine/database.ts";
import { sql, value } from "../../engine/sql.ts";
import { DoubledKey, strictJson } from "../../model/strict-json.ts";
import { Trouble } from "../../model/trouble.ts";
import type { LogFile } from "../log-file.ts";

/** A document as the engine finds it: where it lies, and how many bytes one value may have. */
export interface JsonDocument {
  readonly place: string;
  readonly room: number;
}

/** What the engine says of a name that stands twice in one object, and of bytes that are no text. */
const DOUBLED = /has duplicate key "(.*)"/;
const NO_TEXT = /at byte (\d+) .*invalid UTF-8/;

/** What the engine has against a file in JSON, where that is more than that it is no OCEL; nothing of its cases is told. */
export async function jsonFault(
  error: unknown,
  { path: file }: LogFile,
  document: JsonDocument,
  database: Database,
): Promise<Trouble | undefined> {
  const said = error instanceof Error ? error.message : "";
  const [, byte] = NO_TEXT.exec(said) ?? [];
  if (byte !== undefined)
    return new Trouble("is no text in UTF-8", {
      file,
      place: `byte ${byte}`,
      wayOut: "Save the file as UTF-8.",
    });
  const [, key] = DOUBLED.exec(said) ?? [];
  if (key === undefined) return undefined;
  const found = await firstDoubled(document, database);
  return new Trouble(`has ${JSON.stringify(key)} twice`, {
    file,
    place: found ?? "the whole file",
    wayOut: "Leave one of them.",
  });
}

/** JSON Pointer to the first event or object with such a name; undefined where it is the document's own. */
async function firstDoubled({ place, room }: JsonDocument, database: Database): Promise<string | undefined> {
  for (const list of ["events", "objects"] as const) {
    const items = database.stream<{ no: number; item: string | null }>(sql`
      select generate_subscripts(list, 1) - 1 as no, unnest(list) as item from (
        select ${LISTS[list]} as list from read_json(${value(place)}, format = 'unstructured', compression = 'uncompressed', maximum_object_size = ${room}, columns = {events: 'JSON[]', objects: 'JSON[]'}))`);
    try {
      for await (const rows of items)
        for (const { no, item } of rows) {
          const pointer = doubledIn(item ?? "null");
          if (pointer !== undefined) return `/${list}/${no}${pointer}`;
        }
    } catch {
      return undefined;
    }
  }
  return undefined;
}

const LISTS = { events: sql`events`, objects: sql`objects` };

function doubledIn(item: string): string | undefined {
  try {
    strictJson(item);
    return undefined;
  } catch (error) {
    if (error instanceof DoubledKey) return error.place;
    throw error;
  }
}
