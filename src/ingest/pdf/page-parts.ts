import type { DrawnPage, DrawnText } from "./drawn-page.ts";
import { gridsOf, type Grid, type GridCell } from "./grid.ts";
import { linesOf, type TextLine } from "./text-line.ts";

/** A table, or its part on a page, with the lines in each of its cells. */
export interface PageTable {
  readonly grid: Grid;
  readonly cells: readonly { readonly cell: GridCell; readonly lines: readonly TextLine[] }[];
}

/** A page taken apart: lines and tables in the order in which they are drawn. */
export interface PageParts {
  readonly page: DrawnPage;
  readonly parts: readonly (TextLine | PageTable)[];
  /** Words across or beside the text, which are none of it. */
  readonly turned: readonly DrawnText[];
}

export const isLine = (part: TextLine | PageTable): part is TextLine => !("grid" in part);

/** Takes a page apart; a table stands where the first of its words is drawn. */
export function partsOf(page: DrawnPage): PageParts {
  const grids = gridsOf(page.rules);
  const inCells = new Map<GridCell, DrawnText[]>();
  const turned: DrawnText[] = [];
  const order: (DrawnText[] | Grid)[] = [];
  const seen = new Set<Grid>();
  for (const { text, at } of page.texts.flatMap((one) => byCells(grids, one))) {
    if (at !== undefined) {
      const [grid, cell] = at;
      const words = inCells.get(cell);
      if (words === undefined) inCells.set(cell, [text]);
      else words.push(text);
      if (!seen.has(grid)) order.push(grid);
      seen.add(grid);
    } else if (text.turned) turned.push(text);
    else {
      const run = order.at(-1);
      if (Array.isArray(run)) run.push(text);
      else order.push([text]);
    }
  }
  const parts = order.flatMap((part): (TextLine | PageTable)[] =>
    Array.isArray(part) ? linesOf(page.number, part) : [tableOf(page, part, inCells)],
  );
  return { page, parts, turned };
}

/** A blank so near to a rule, in letters, is where a piece of text goes over it. */
const NEAR_RULE = 2.5;

/** A piece of text with the cell that holds its beginning; none outside of tables. */
interface PlacedText {
  readonly text: DrawnText;
  readonly at: readonly [Grid, GridCell] | undefined;
}

/** A piece of text in the cells that it goes over: words of neighbours that stand close together are drawn in one go. */
function byCells(grids: readonly Grid[], text: DrawnText): PlacedText[] {
  const whole = placed(grids, text);
  const cell = whole.at?.[1];
  const letter = text.width / text.text.length;
  if (cell === undefined || text.turned || text.x + text.width < cell.right + letter) return [whole];
  const edge = (cell.right - text.x) / letter;
  const blanks = [...text.text.matchAll(/ /gu)].map(({ index }) => index);
  const [at] = blanks.sort((a, b) => Math.abs(a - edge) - Math.abs(b - edge));
  if (at === undefined || Math.abs(at - edge) > NEAR_RULE) return [whole];
  const rest = { ...text, text: text.text.slice(at + 1), width: text.width - letter * (at + 1) };
  return [
    placed(grids, { ...text, text: text.text.slice(0, at), width: letter * at }),
    ...byCells(grids, { ...rest, x: Math.max(text.x + letter * (at + 1), cell.right + 1), spaced: true }),
  ];
}

function placed(grids: readonly Grid[], text: DrawnText): PlacedText {
  const x = text.x + Math.min(text.width, text.size) / 2;
  const y = text.y - text.size * 0.3;
  for (const grid of grids) {
    if (x < grid.left || x > grid.right || y < grid.top || y > grid.bottom) continue;
    const cell = grid.cells.find(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    );
    if (cell !== undefined) return { text, at: [grid, cell] };
  }
  return { text, at: undefined };
}

const tableOf = (
  page: DrawnPage,
  grid: Grid,
  words: ReadonlyMap<GridCell, readonly DrawnText[]>,
): PageTable => ({
  grid,
  cells: grid.cells.map((cell) => ({ cell, lines: downwards(linesOf(page.number, words.get(cell) ?? [])) })),
});

/** Lines of a cell from its top down, in whatever order they are drawn. */
const downwards = (lines: readonly TextLine[]): TextLine[] => [...lines].sort((a, b) => a.y - b.y);
