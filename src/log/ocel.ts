import type { Database } from "../engine/database.ts";
import { Trouble } from "../model/trouble.ts";
import type { LogFile, OnBytes } from "./log-file.ts";
import type { EngineFormat } from "./log-format.ts";
import { beginning, latin } from "./log-text.ts";
import { fromJson } from "./ocel/from-json.ts";
import { fromSqlite } from "./ocel/from-sqlite.ts";
import { fromXml } from "./ocel/from-xml.ts";
import { ocelRecords } from "./ocel/records.ts";
import { makeOcelTables } from "./ocel/tables.ts";

type Load = (file: LogFile, database: Database, onBytes: OnBytes) => Promise<void>;

/** Keys with which OCEL begins in JSON, in whatever order. */
const KEYS = /^\{\s*"(?:objectTypes|eventTypes|objects|events|ocel:[a-z-]+)"\s*:\s*[[{]/;
/** What OCEL has in XML and XES has not. */
const ELEMENTS = /<(?:object-types|event-types|objects|events)\b/;

/** Object-centric event logs (OCEL 2.0) as JSON: events about objects, of which one type is the case. */
export const ocelJson: EngineFormat = format("ocel-json", "OCEL (JSON)", ["jsonocel"], fromJson, (head) =>
  KEYS.test(beginning(head)),
);

/** The same as XML. */
export const ocelXml: EngineFormat = format(
  "ocel-xml",
  "OCEL (XML)",
  ["xmlocel"],
  fromXml,
  (head) => beginning(head).startsWith("<") && ELEMENTS.test(latin(head)),
);

/** The same as a SQLite database. */
export const ocelSqlite: EngineFormat = format(
  "ocel-sqlite",
  "OCEL (SQLite)",
  ["sqlite"],
  fromSqlite,
  (head) => latin(head.subarray(0, 15)) === "SQLite format 3",
);

function format(
  id: string,
  title: string,
  endings: readonly string[],
  load: Load,
  tells: (head: Uint8Array) => boolean,
): EngineFormat {
  return {
    id,
    title,
    endings,
    tells,
    dated: true,
    records: async function* (file, database, wanted, onBytes) {
      await makeOcelTables(database);
      try {
        await load(file, database, onBytes);
      } catch (error) {
        if (error instanceof Trouble) throw error;
        throw new Trouble(`is no OCEL 2.0 that can be read: ${firstLine(error)}`, {
          file: file.path,
          wayOut: "Export it again as OCEL 2.0 in JSON, XML or SQLite.",
        });
      }
      yield* ocelRecords(database, wanted);
    },
  };
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
