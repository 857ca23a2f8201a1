import { csv } from "./csv.ts";
import { jsonLines } from "./json-lines.ts";
import type { LogFormat } from "./log-format.ts";
import { parquet } from "./parquet.ts";
import { ocelJson, ocelSqlite, ocelXml } from "./ocel.ts";
import { xlsx } from "./xlsx.ts";
import { xes } from "./xes.ts";

/** Every format that a log may be in. A file is held against the last of them first: almost any text may be CSV. */
export const FORMATS: readonly LogFormat[] = [
  csv,
  jsonLines,
  xes,
  parquet,
  xlsx,
  ocelJson,
  ocelXml,
  ocelSqlite,
];

/** What a log may be, as people are told: "CSV, JSON Lines …". */
export const FORMAT_TITLES = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(
  FORMATS.map(({ title }) => title),
);

/** The format that a mapping states, or that a file's beginning tells. */
export function formatOf(head: Uint8Array, stated: string | undefined): LogFormat {
  const format = FORMATS.findLast(({ id, tells }) => (stated === undefined ? tells(head) : id === stated));
  if (format === undefined) throw new RangeError(`there is no format ${stated ?? ""} of logs`);
  return format;
}
