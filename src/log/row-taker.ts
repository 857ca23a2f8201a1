import { folded } from "../model/fold-name.ts";
import { Trouble } from "../model/trouble.ts";
import type { LogFile } from "./log-file.ts";
import type { Found, Heading, NamedRecord } from "./log-format.ts";
import { COLUMNS } from "./mapping.ts";
import type { RawWriter } from "./raw-writer.ts";
import type { RowShape } from "./row-shape.ts";
import type { Renamed } from "./whole-mapping.ts";

/** A file whose rows are taken: their shape, and its words that mean something else in another file. */
export interface FileTaken {
  readonly file: LogFile;
  readonly shape: RowShape;
  readonly renamed: Renamed | undefined;
  /** The mapping's pattern that its name fits. */
  readonly match: string | undefined;
}

/** What turns that which is found in a file into rows of `raw`, by the columns that the mapping names. */
export function rowTaker(
  { shape, renamed, file, match }: FileTaken,
  writer: RawWriter,
): (found: Iterable<Found>) => void {
  const names = shape.wanted.map(({ name }) => name);
  let places: readonly number[] = [];
  const named = namer(renamed);
  writer.startFile({ name: file.name, width: shape.width, mappedBy: match });
  const take = (record: Taken, values: Fields): void => {
    const { row, hash, trace } = record;
    const refused = shape.eventsIn(values, (place, fields) => {
      writer.add({ line: row, place, trace }, named(fields), hash);
    });
    if (refused !== undefined) writer.refuse(row, refused, record.text ?? shown(values));
  };
  return (found) => {
    for (const each of found)
      if ("fields" in each) {
        const { fields } = each;
        take(
          each,
          places.map((place) => fields[place]),
        );
      } else if ("take" in each) {
        const values = each.take(names);
        if (typeof values === "string") writer.refuse(each.row, values, each.text ?? "");
        else take(each, values);
      } else if ("told" in each) writer.tell(each.told);
      else if ("refused" in each) writer.refuse(each.row, each.refused, each.text);
      else if ("columns" in each) {
        places = placesIn(each, shape, file);
        writer.startTable(each);
      } else if (writer.rows > 0) needed(each.seen, shape, file);
  };
}

/** What is told of a record; its text is put together when it is asked for, and seldom is. */
type Taken = Pick<NamedRecord, "row" | "hash" | "trace" | "text">;
type Fields = readonly (string | null | undefined)[];

/** Words of a file that mean something else in another, by the names that tell them apart. */
function namer(renamed: Renamed | undefined): (fields: Fields) => Fields {
  if (renamed === undefined) return (fields) => fields;
  const names = COLUMNS.map((column) => renamed.get(column));
  return (fields) =>
    fields.map((field, place) =>
      field === null || field === undefined ? field : (names[place]?.get(folded(field)) ?? field),
    );
}

/** How a record reads whose own words are not kept. */
const shown = (values: Fields): string =>
  values.filter((value) => value !== null && value !== undefined && value !== "").join(" | ");

/** Where each column that is wanted is among the log's. */
function placesIn({ columns, place }: Heading, { wanted }: RowShape, file: LogFile): number[] {
  return wanted.map(({ name, names }) => {
    const index = columns.indexOf(name.trim());
    if (index >= 0 && index === columns.lastIndexOf(name.trim())) return index;
    if (index >= 0)
      throw new Trouble(`has the column ${JSON.stringify(name)} more than once`, {
        file: file.path,
        place,
        wayOut: "Give each column a name of its own: nobody can tell which of them is meant.",
      });
    throw new Trouble(`has no column ${JSON.stringify(name)}, which the mapping names for ${names}`, {
      file: file.path,
      place,
      wayOut: `Its columns are: ${columns
        .slice(0, 40)
        .map((each) => JSON.stringify(each))
        .join(", ")}.`,
    });
  });
}

/** Sees to it that some record had each of the fields without which none is an event. */
function needed(seen: ReadonlySet<string>, shape: RowShape, file: LogFile): void {
  const missing = shape.needed.find((names) => !names.some((name) => seen.has(name)));
  if (missing !== undefined)
    throw new Trouble(`has no field ${JSON.stringify(missing[0] ?? "")}`, {
      file: file.path,
      wayOut: `Its fields are: ${[...seen].slice(0, 40).join(", ")}.`,
    });
}
