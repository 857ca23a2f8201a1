import type { Wording } from "../model/amendment.ts";
import type { Flat } from "./flat.ts";
import { cellsIn } from "./table-text.ts";

const SPACES = /\s+/gu;

/** The rows of tables that a number, a name or the row as it is quoted tells. */
export function rowsIn(
  flats: readonly Flat[],
  label: string | undefined,
  name: string | undefined,
  was: Wording | undefined,
): readonly Flat[] {
  const rows = flats.filter(({ node }) => node.type === "row");
  if (was !== undefined) {
    const cells = cellsOf(was);
    return rows.filter((row) => sameCells(wordsOfRow(row), cells));
  }
  if (label !== undefined)
    return rows.filter((row) => plain(wordsOfRow(row)[0] ?? "").replace(/[.)]$/u, "") === label);
  if (name === undefined) return [];
  const wanted = plain(name);
  return rows.filter((row) => wordsOfRow(row).some((cell) => plain(cell) === wanted));
}

/** The words of the cells of a row; a number before its label is its first cell. */
function wordsOfRow({ node }: Flat): readonly string[] {
  const below = (one: typeof node): string =>
    [one.marker?.text, one.passage?.text, ...(one.children ?? []).map(below)].filter(Boolean).join(" ");
  return [
    node.marker?.text,
    node.rowLabel?.text,
    node.passage?.text,
    ...(node.children ?? []).map(below),
  ].filter((text): text is string => text !== undefined);
}

const cellsOf = (wording: Wording): readonly string[] =>
  wording.flatMap(({ kind, text }) => (kind === "table" ? cellsIn(text) : [text]));

const plain = (text: string): string => text.replace(SPACES, " ").trim();

const sameCells = (row: readonly string[], cells: readonly string[]): boolean =>
  plain(row.map(plain).join(" ")) === plain(cells.map(plain).join(" "));
