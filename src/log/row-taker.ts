import { Trouble } from "../model/trouble.ts";
import type { LogFile } from "./log-file.ts";
import type { Found, Heading, NamedRecord } from "./log-format.ts";
import { COLUMNS, type Mapping } from "./mapping.ts";
import type { RawWriter } from "./raw-writer.ts";

/** The fields without which a record is no event. */
const NEEDED = ["case", "activity", "time"] as const;

/** What turns that which is found in a file into rows of `raw`, by the columns that the mapping names. */
export function rowTaker(
  mapping: Mapping,
  file: LogFile,
  writer: RawWriter,
): (found: Iterable<Found>) => void {
  const names = COLUMNS.map((column) => mapping.columns[column]);
  let places: readonly number[] = [];
  const named = (record: NamedRecord): void => {
    const fields = record.take(names);
    if (typeof fields === "string") writer.refuse(record.row, fields, record.text ?? "");
    else writer.add(record.row, fields, record.hash, record.trace);
  };
  return (found) => {
    for (const each of found)
      if ("fields" in each) {
        const { fields } = each;
        writer.add(
          each.row,
          places.map((place) => (place < 0 ? null : fields[place])),
          each.hash,
        );
      } else if ("take" in each) named(each);
      else if ("refused" in each) writer.refuse(each.row, each.refused, each.text);
      else if ("columns" in each) places = placesIn(each, mapping, file);
      else if (writer.rows > 0) needed(each.seen, mapping, file);
  };
}

/** Where each of our columns is in the log's; -1 for those that the mapping does not name. */
function placesIn({ columns, place }: Heading, mapping: Mapping, file: LogFile): number[] {
  return COLUMNS.map((column) => {
    const wanted = mapping.columns[column];
    if (wanted === undefined) return -1;
    const index = columns.indexOf(wanted.trim());
    if (index >= 0 && index === columns.lastIndexOf(wanted.trim())) return index;
    if (index >= 0)
      throw new Trouble(`has the column ${JSON.stringify(wanted)} more than once`, {
        file: file.path,
        place,
        wayOut: "Give each column a name of its own: nobody can tell which of them is meant.",
      });
    throw new Trouble(`has no column ${JSON.stringify(wanted)}, which the mapping names for ${column}`, {
      file: file.path,
      place,
      wayOut: `Its columns are: ${columns
        .slice(0, 40)
        .map((name) => JSON.stringify(name))
        .join(", ")}.`,
    });
  });
}

/** Sees to it that some record had each of the fields without which none is an event. */
function needed(seen: ReadonlySet<string>, mapping: Mapping, file: LogFile): void {
  const missing = NEEDED.map((column) => mapping.columns[column]).find((name) => !seen.has(name));
  if (missing !== undefined)
    throw new Trouble(`has no field ${JSON.stringify(missing)}`, {
      file: file.path,
      wayOut: `Its fields are: ${[...seen].slice(0, 40).join(", ")}.`,
    });
}
