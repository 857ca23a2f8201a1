import type { SheetRow } from "./sheet-rows.ts";

/** The row of a sheet that names its columns. */
export interface HeadingRow {
  /** Its place among the rows that were looked at. */
  readonly index: number;
  /** As the sheet numbers it. */
  readonly row: number;
  readonly columns: readonly string[];
  /** Places of columns that the mapping names. */
  readonly needed: ReadonlySet<number>;
}

/**
 * The first of some rows that names every column that is wanted; where nothing says which those are, the first of those
 * with the most different words. Titles may stand above it.
 */
export function headingIn(
  rows: readonly SheetRow[],
  wanted: readonly string[] | undefined,
): HeadingRow | undefined {
  const named = rows.map(({ fields }) => Array.from(fields, (field) => (field ?? "").trim()));
  const index =
    wanted === undefined
      ? fullest(named)
      : named.findIndex((names) => wanted.every((name) => names.includes(name.trim())));
  const [row, columns] = [rows[index], named[index]];
  if (row === undefined || columns === undefined) return undefined;
  const needed = new Set(
    columns.flatMap((name, place) => (wanted?.some((each) => each.trim() === name) === true ? [place] : [])),
  );
  return { index, row: row.number, columns, needed };
}

/** Words that are no numbers, each once. */
const wordsIn = (names: readonly string[]): number =>
  new Set(names.filter((name) => /\p{L}/u.test(name))).size;

function fullest(rows: readonly (readonly string[])[]): number {
  const counts = rows.slice(0, 20).map(wordsIn);
  const most = Math.max(0, ...counts);
  return most < 2 ? -1 : counts.findIndex((count) => count === most);
}
