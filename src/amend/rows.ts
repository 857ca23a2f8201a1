import type { Wording } from "../model/amendment.ts";
import { sourceSpans } from "../model/passage.ts";
import { withoutEnd } from "../model/without-end.ts";
import type { ProvisionType } from "../structure/provision.ts";
import { scopeOf, type Flat, type Scope } from "./flat.ts";
import { exactWords } from "./find-words.ts";
import { lineStart } from "./page.ts";
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

/**
 * Rows of a list that is no table: its clauses or items by their number, its lines by their words. Lines that are quoted one
 * after another are one stretch.
 */
export function linesIn(
  flats: readonly Flat[],
  label: string | undefined,
  name: string | undefined,
  was: Wording | undefined,
): readonly Scope[] {
  if (was !== undefined)
    return stretchesOf(
      flats,
      was.map(({ text }) => levelled(text)),
    );
  if (label !== undefined)
    return flats.filter(({ node }) => NUMBERED.has(node.type) && node.label === label).map(scopeOf);
  return name === undefined ? [] : stretchesOf(flats, [levelled(name)]);
}

const NUMBERED: ReadonlySet<ProvisionType> = new Set(["clause", "item"]);

/** Lines that were read as one paragraph: where words stand that are a whole line of the file. */
export function linesWithin(flats: readonly Flat[], content: string, name: string): readonly Scope[] {
  return flats.flatMap((flat) => {
    const { passage } = flat.node;
    if (passage === undefined || flat.node.type === "note") return [];
    return exactWords(passage.text, name).flatMap(({ from, to }): readonly Scope[] => {
      const spans = sourceSpans(passage, from, to);
      const [start, end] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0];
      const [line, next] = [lineStart(content, start), content.indexOf("\n", end)];
      const around = content.slice(line, start) + content.slice(end, next < 0 ? content.length : next);
      return /[\p{L}\p{Nd}]/u.test(around)
        ? []
        : [{ from: flat.at, to: flat.at + 1, flat, within: [from, to] }];
    });
  });
}

/** Where lines stand that say so, one behind the other. */
function stretchesOf(flats: readonly Flat[], wanted: readonly string[]): readonly Scope[] {
  const lines = flats.filter(({ node }) => node.passage !== undefined && node.type !== "note");
  const said = lines.map(({ node }) => levelled(node.passage?.text ?? ""));
  return lines.flatMap((line, at) => {
    const last = lines[at + wanted.length - 1];
    if (last === undefined || !wanted.every((text, index) => said[at + index] === text)) return [];
    return [wanted.length === 1 ? scopeOf(line) : { from: line.at, to: last.end }];
  });
}

/** A line without its quotation marks and the marks at its end. */
const levelled = (text: string): string =>
  withoutEnd(plain(text.replace(/[«»“”"]/gu, "")), ".;, ").toLowerCase();

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
