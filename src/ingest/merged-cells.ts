import type { RichCell, RichItem, RichParagraph, RichTable } from "./rich-text.ts";

/** A cell of a grid: over how many columns it reaches, and whether it goes on with the one above it. */
export interface GridCell {
  readonly items: readonly RichItem[];
  readonly columns: number;
  readonly goesOn: boolean;
}

/** No table has more columns; a cell that says it is broader is not believed. */
const MOST_COLUMNS = 100;

/**
 * A table with merged cells: the words of what is merged stand in its first cell, and the others are empty. A row of which
 * all cells but the last go on from above is part of the row above: its last cell is more of that one's. The rows of a
 * table inside a cell follow the row it stands in.
 */
export function tableOf(rows: readonly (readonly GridCell[])[]): RichTable {
  const made: RichTable["rows"][number][] = [];
  let above: RichCell[] | undefined;
  for (const row of rows) {
    const cells = row.flatMap((cell): RichCell[] => [
      { paragraphs: cell.goesOn ? [] : paragraphsOf(cell) },
      ...Array.from({ length: Math.min(cell.columns, MOST_COLUMNS) - 1 }, () => ({ paragraphs: [] })),
    ]);
    const last = above?.at(-1);
    const isMore =
      row.length > 1 && row.slice(0, -1).every(({ goesOn }) => goesOn) && above?.length === cells.length;
    if (isMore && above !== undefined && last !== undefined)
      above[above.length - 1] = { paragraphs: [...last.paragraphs, ...(cells.at(-1)?.paragraphs ?? [])] };
    else if (cells.length > 0) {
      made.push(cells);
      above = cells;
    }
    for (const { items } of row)
      for (const item of items) if (item.kind === "table") for (const inner of item.rows) made.push(inner);
  }
  return { kind: "table", rows: made };
}

const paragraphsOf = ({ items }: GridCell): RichParagraph[] =>
  items.flatMap((item) => (item.kind === "table" ? [] : [item]));

/** Whether a table only sets words apart: each of its rows has some in one cell, beside empty ones or alone in one row. */
export function setsApart(rows: readonly (readonly GridCell[])[]): boolean {
  const filled = rows.map((row) => row.filter(({ items }) => items.length > 0).length);
  const hasEmpty = rows.some((row) => row.some(({ items }) => items.length === 0));
  return filled.every((count) => count <= 1) && (hasEmpty || rows.length === 1);
}
