import type { GridCell } from "../merged-cells.ts";
import type { RichItem } from "../rich-text.ts";
import { attribute, childrenOf, elementsBelow, type Element } from "./parse-page.ts";
import type { Shown } from "./shown.ts";

/** The rows of a table and their cells; those of tables inside it are not its own. */
export function cellsOf(table: Element): readonly (readonly Element[])[] {
  const rows = childrenOf(table).flatMap((child) =>
    child.tagName === "tr" ? [child] : GROUPS.has(child.tagName) ? childrenOf(child) : [],
  );
  return rows.map((row) => childrenOf(row).filter(({ tagName }) => tagName === "td" || tagName === "th"));
}

const GROUPS = new Set(["thead", "tbody", "tfoot"]);
/** A cell that has headings and so many letters, or so many paragraphs, holds parts of the page and not a value. */
const HEADED = 400;
const MOST_PARAGRAPHS = 30;
const HEADINGS = /^h[1-4]$/u;

/**
 * Whether a table only lays out the page: it says so, a cell of it holds a text with headings or of many paragraphs, or each of its rows has
 * words in one cell beside empty ones, as where a stamp stands at the right.
 */
export function isLayout(table: Element, shown: Shown): boolean {
  const role = attribute(table, "role");
  if (role === "presentation" || role === "none") return true;
  const rows = cellsOf(table);
  const lettersOf = (cell: Element): number => shown.lettersOf(cell).all;
  if (rows.flat().some((cell) => isPart(cell, lettersOf(cell)))) return true;
  const filled = rows.map((row) => row.filter((cell) => lettersOf(cell) > 0).length);
  const hasEmpty = rows.some((row) => row.some((cell) => lettersOf(cell) === 0));
  return filled.every((count) => count <= 1) && (hasEmpty || rows.length === 1);
}

function isPart(cell: Element, letters: number): boolean {
  if (letters < HEADED) return false;
  let paragraphs = 0;
  for (const { tagName } of elementsBelow(cell)) {
    if (HEADINGS.test(tagName)) return true;
    if (tagName === "p") paragraphs += 1;
  }
  return paragraphs > MOST_PARAGRAPHS;
}

/** More rows or columns than a cell of any table reaches over. */
const MOST_SPAN = 100;

/** The cells of a table as a grid: where a cell reaches over several rows, those below have one that goes on with it. */
export function gridOf(
  rows: readonly (readonly Element[])[],
  read: (cell: Element) => readonly RichItem[],
): GridCell[][] {
  /** By column: over how many more rows, and how many columns, the cell above reaches. */
  const open = new Map<number, { rows: number; readonly columns: number }>();
  return rows.map((row) => {
    const cells: GridCell[] = [];
    let column = 0;
    const goOn = (): void => {
      for (let above = open.get(column); above !== undefined; above = open.get(column)) {
        cells.push({ items: [], columns: above.columns, goesOn: true });
        above.rows -= 1;
        if (above.rows === 0) open.delete(column);
        column += above.columns;
      }
    };
    for (const cell of row) {
      goOn();
      const columns = spanOf(cell, "colspan");
      const below = spanOf(cell, "rowspan") - 1;
      cells.push({ items: read(cell), columns, goesOn: false });
      if (below > 0) open.set(column, { rows: below, columns });
      column += columns;
    }
    goOn();
    return cells;
  });
}

function spanOf(cell: Element, name: "colspan" | "rowspan"): number {
  const span = Number.parseInt(attribute(cell, name) ?? "1", 10);
  return span >= 1 ? Math.min(span, MOST_SPAN) : 1;
}
