import type { Grammar } from "../language/grammar.ts";
import type { Provision } from "../structure/provision.ts";
import { has, sentencesOf } from "./sentence.ts";
import type { CellPlace } from "./statement.ts";

/** What the cells of a process table are about: terms are told by the first cell of their row, actors by their column. */
export function cellPlaces(table: Provision, grammar: Grammar): Map<Provision, CellPlace> {
  const rows = (table.children ?? [])
    .filter((row) => row.type === "row")
    .map((row) => ({ label: labelOf(row, grammar), cells: cellsOf(row) }));
  const actors = rows.find((row) => row.label === "actors")?.cells ?? [];
  const places = new Map<Provision, CellPlace>();
  for (const { label, cells } of rows) {
    for (const [column, cell] of cells.entries()) {
      const actor = actors[column]?.passage;
      places.set(cell, { isTerm: label === "terms", ...(actor === undefined ? {} : { actor }) });
    }
  }
  return places;
}

const cellsOf = (row: Provision): Provision[] => (row.children ?? []).filter((cell) => cell.type === "cell");

function labelOf(row: Provision, grammar: Grammar): "actors" | "terms" | "other" {
  const label = row.rowLabel ?? cellsOf(row)[0]?.passage;
  const sentences = label === undefined ? [] : sentencesOf(label, grammar);
  if (sentences.some((sentence) => has(sentence, "terms-row"))) return "terms";
  if (sentences.some((sentence) => has(sentence, "actors-row"))) return "actors";
  return "other";
}
