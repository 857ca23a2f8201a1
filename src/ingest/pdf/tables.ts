import { groupedBy } from "../../model/grouped-by.ts";
import type { PageTable } from "./page-parts.ts";
import { CLOSED, NUMBERED, type SetLine } from "./setting.ts";

/** A table with its rows on all the pages that it goes over. */
export interface WholeTable {
  /** Where its columns begin, and the last one ends. */
  readonly columns: readonly number[];
  readonly rows: readonly TableRow[];
  readonly lastPage: number;
  /** Where its part there begins, from the left. */
  readonly lastLeft: number;
  /** Whether the page cuts its first row, and its last. */
  readonly open: PageTable["grid"]["open"];
}

/** The filled or empty cells of a row, each by where it begins. */
type TableRow = readonly { readonly left: number; readonly lines: readonly SetLine[] }[];

/** Columns of two parts that begin so near, in points, are the same. */
const NEAR = 4;

/** The table on one page. */
export function tableOn(page: number, { grid, cells }: PageTable): WholeTable {
  const inset = insetOf(cells);
  const rows = [...groupedBy(cells, ({ cell }) => cell.row).values()].map((row) =>
    row.map(({ cell, lines }) => {
      const column = { left: cell.left + inset, right: cell.right - inset };
      return { left: cell.left, lines: lines.map((line): SetLine => ({ line, column })) };
    }),
  );
  return { columns: grid.columns, rows, lastPage: page, lastLeft: grid.left, open: grid.open };
}

/** In points. */
const WIDEST_INSET = 10;

/** How far words stand from the rules around them. */
function insetOf(cells: PageTable["cells"]): number {
  const insets = cells.flatMap(({ cell, lines }) => lines.map(({ left }) => left - cell.left));
  return Math.max(
    0,
    insets.reduce((least, inset) => Math.min(least, inset), WIDEST_INSET),
  );
}

/**
 * The table that goes on with another part, if that has its columns: on the next page, or in the next column of the page,
 * if it plainly goes on there. A row that was cut is one again.
 */
export function withNextPart(table: WholeTable, next: WholeTable): WholeTable | undefined {
  const part = movedTo(table, next);
  const columns = sameColumns(table.columns, part.columns);
  if (columns === undefined) return undefined;
  const repeats = isRepeated(table.rows[0], part.rows[0]);
  const [first, ...others] = repeats ? part.rows.slice(1) : part.rows;
  const last = table.rows.at(-1);
  const open = table.open.below || part.open.above;
  const isBeside = part.lastPage === table.lastPage && part.lastLeft > table.lastLeft + NEAR;
  if (part.lastPage !== table.lastPage + 1 && !(isBeside && (repeats || open))) return undefined;
  const cut = first !== undefined && last !== undefined && (open || goesOn(last, first));
  const rows = first === undefined ? [] : cut ? [joinedRow(last, first), ...others] : [first, ...others];
  return {
    columns,
    lastPage: part.lastPage,
    lastLeft: part.lastLeft,
    open: { above: table.open.above, below: part.open.below },
    rows: [...(cut ? table.rows.slice(0, -1) : table.rows), ...rows],
  };
}

/** A part that is as wide as the table and stands beside it, moved under it. */
function movedTo(table: WholeTable, part: WholeTable): WholeTable {
  const by = (table.columns[0] ?? 0) - (part.columns[0] ?? 0);
  if (Math.abs(by) <= NEAR) return part;
  return {
    ...part,
    columns: part.columns.map((x) => x + by),
    rows: part.rows.map((row) => row.map((cell) => ({ ...cell, left: cell.left + by }))),
  };
}

/** The columns of both, where the outer edges agree and those of one are all among the other's. */
function sameColumns(a: readonly number[], b: readonly number[]): readonly number[] | undefined {
  const [more, fewer] = a.length >= b.length ? [a, b] : [b, a];
  const near = (x: number | undefined, y: number | undefined): boolean =>
    x !== undefined && y !== undefined && Math.abs(x - y) <= NEAR;
  if (!near(a[0], b[0]) || !near(a.at(-1), b.at(-1))) return undefined;
  return fewer.every((x) => more.some((y) => near(x, y))) ? more : undefined;
}

const wordsOf = (row: TableRow): string =>
  row.map(({ lines }) => lines.map(({ line }) => line.text).join(" ")).join("|");

/** Whether a part begins with the head of the table once more. */
const isRepeated = (head: TableRow | undefined, row: TableRow | undefined): boolean =>
  head !== undefined && row !== undefined && wordsOf(head) === wordsOf(row) && /\p{L}/u.test(wordsOf(row));

/** Whether a row is the rest of one that the page before cut: nothing is in its first cell, or a sentence goes on. */
function goesOn(last: TableRow, row: TableRow): boolean {
  if (row.length < 2 || last.length < 2) return false;
  const isFilled = ({ lines }: TableRow[number]): boolean => lines.length > 0;
  const [mark] = row;
  if (mark !== undefined && !isFilled(mark) && row.some(isFilled) && last.slice(0, 1).some(isFilled))
    return true;
  if (NUMBERED.test(mark?.lines[0]?.line.text ?? "")) return false;
  return row.every((cell) => {
    const first = cell.lines[0]?.line.text;
    if (first === undefined) return true;
    const open = last.find(({ left }) => Math.abs(left - cell.left) <= NEAR)?.lines.at(-1)?.line.text;
    return open !== undefined && !CLOSED.test(open) && /^\p{Ll}/u.test(first);
  });
}

function joinedRow(last: TableRow, first: TableRow): TableRow {
  const rest = [...first];
  const joined = last.map((cell) => {
    const at = rest.findIndex(({ left }) => Math.abs(left - cell.left) <= NEAR);
    const [more] = at < 0 ? [] : rest.splice(at, 1);
    return more === undefined ? cell : { ...cell, lines: [...cell.lines, ...more.lines] };
  });
  return [...joined, ...rest.filter(({ lines }) => lines.length > 0)].sort((a, b) => a.left - b.left);
}
