import { groupedBy } from "../../model/grouped-by.ts";
import type { DrawnRule } from "./drawn-page.ts";

/** A cell of a drawn table: the stretch between four rules. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A drawn table, or the part of one that stands on a page. */
export interface Grid {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where its columns begin and end. */
  readonly columns: readonly number[];
  /** Its first row has no rule above it, or its last none below: the page cuts it. */
  readonly open: { readonly above: boolean; readonly below: boolean };
  /** Its rules go on behind its last upright one, and not before its first: what is printed of it may end there. */
  readonly cutAtRight: boolean;
  readonly cells: readonly GridCell[];
}

/** Rules so near to one another, in points, are one, or meet. */
const NEAR = 3;
/** A table has at most so many columns or rows on a page; more is a drawing. */
const MOST = 400;

/** The tables of a page: rules that meet, and the cells between them. A frame without a rule inside is none. */
export function gridsOf(rules: readonly DrawnRule[]): Grid[] {
  return joined(rules)
    .map(gridOf)
    .filter((grid) => grid !== undefined)
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

const isLevel = (rule: DrawnRule): boolean => rule.top === rule.bottom;

/** Rules that meet, directly or through others. */
function joined(rules: readonly DrawnRule[]): (readonly DrawnRule[])[] {
  const sorted = [...rules].sort((a, b) => a.top - b.top);
  const group = sorted.map((_, index) => index);
  const of = (index: number): number => {
    let at = index;
    while (group[at] !== at) at = group[at] = group[group[at] ?? at] ?? at;
    return at;
  };
  const active: number[] = [];
  for (const [index, rule] of sorted.entries()) {
    for (let at = active.length - 1; at >= 0; at -= 1) {
      const other = active[at] ?? 0;
      const before = sorted[other];
      if (before === undefined || before.bottom + NEAR < rule.top) active.splice(at, 1);
      else if (
        (before.left <= rule.right + NEAR && before.right + NEAR >= rule.left) ||
        areSides(before, rule)
      )
        group[of(other)] = of(index);
    }
    active.push(index);
  }
  const groups = groupedBy(sorted.entries(), ([index]) => of(index));
  return [...groups.values()].map((group) => group.map(([, rule]) => rule));
}

/** Whether two rules are upright and of one height: the sides of a row that the page cuts above and below. */
const areSides = (a: DrawnRule, b: DrawnRule): boolean =>
  !isLevel(a) && !isLevel(b) && Math.abs(a.top - b.top) <= NEAR && Math.abs(a.bottom - b.bottom) <= NEAR;

function gridOf(rules: readonly DrawnRule[]): Grid | undefined {
  const level = rules.filter(isLevel);
  const upright = rules.filter((rule) => !isLevel(rule));
  const drawn = level.map(({ top }) => top);
  const inner = places(upright.map(({ left }) => left));
  const xs = places([...inner, ...openSides(level, inner)]);
  const ends = [
    Math.min(...upright.map((rule) => rule.top)),
    Math.max(...upright.map((rule) => rule.bottom)),
  ];
  const ys = places([...drawn, ...ends]);
  const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  if (left === undefined || right === undefined || top === undefined || bottom === undefined)
    return undefined;
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length < 6 || Math.max(xs.length, ys.length) > MOST)
    return undefined;
  const cells = cellsOf(xs, ys, level, upright);
  if (cells.length < 2) return undefined;
  const isDrawn = (y: number): boolean => drawn.some((at) => isNear(at, y));
  const open = { above: !isDrawn(top), below: !isDrawn(bottom) };
  const cutAtRight = xs[0] === inner[0] && xs.at(-1) !== inner.at(-1);
  return { left, right, top, bottom, columns: xs, open, cutAtRight, cells };
}

/** Rules that stand out by less, in points, do so by chance. */
const STANDS_OUT = 12;
/** Fewer rules are lines between the columns of a page. */
const LEAST_LEVEL = 3;

/** How far a table reaches at the sides on which no upright rule closes it: as far as most of its level rules do. */
function openSides(level: readonly DrawnRule[], inner: readonly number[]): number[] {
  const [first, last] = [inner[0], inner.at(-1)];
  const heights = places(level.map(({ top }) => top)).length;
  if (first === undefined || last === undefined || heights < LEAST_LEVEL) return [];
  const before = level.filter(({ left }) => left < first - STANDS_OUT);
  const behind = level.filter(({ right }) => right > last + STANDS_OUT);
  const isMost = (rules: readonly DrawnRule[]): boolean =>
    places(rules.map(({ top }) => top)).length * 2 > heights;
  return [
    ...(isMost(before) ? [before.reduce((least, { left }) => Math.min(least, left), first)] : []),
    ...(isMost(behind) ? [behind.reduce((most, { right }) => Math.max(most, right), last)] : []),
  ];
}

/** Values that lie near to one another as one. */
function places(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (found.length === 0 || value - (found.at(-1) ?? 0) > NEAR) found.push(value);
  return found;
}

/** The fields between the places, those without a rule between them made one. */
function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  level: readonly DrawnRule[],
  upright: readonly DrawnRule[],
): GridCell[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const cell = Array.from({ length: columns * rows }, (_, index) => index);
  const of = (index: number): number => {
    let at = index;
    while (cell[at] !== at) at = cell[at] ?? at;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [first, second] = [of(a), of(b)];
    cell[Math.max(first, second)] = Math.min(first, second);
  };
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const here = row * columns + column;
      const middle = {
        x: ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2,
        y: ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2,
      };
      const after = xs[column + 1] ?? 0;
      const under = ys[row + 1] ?? 0;
      if (
        column + 1 < columns &&
        !upright.some((rule) => isNear(rule.left, after) && spans(rule.top, middle.y, rule.bottom))
      )
        join(here, here + 1);
      if (
        row + 1 < rows &&
        !level.some((rule) => isNear(rule.top, under) && spans(rule.left, middle.x, rule.right))
      )
        join(here, here + columns);
    }
  return boxes(
    cell.map((_, index) => of(index)),
    xs,
    ys,
  );
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= NEAR;
const spans = (from: number, at: number, to: number): boolean => from <= at && at <= to;

function boxes(owner: readonly number[], xs: readonly number[], ys: readonly number[]): GridCell[] {
  const columns = xs.length - 1;
  const found = new Map<number, GridCell>();
  for (const [index, own] of owner.entries()) {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const field = {
      left: xs[column] ?? 0,
      right: xs[column + 1] ?? 0,
      top: ys[row] ?? 0,
      bottom: ys[row + 1] ?? 0,
    };
    const cell = found.get(own);
    found.set(
      own,
      cell === undefined
        ? { row, column, ...field }
        : {
            ...cell,
            left: Math.min(cell.left, field.left),
            right: Math.max(cell.right, field.right),
            bottom: Math.max(cell.bottom, field.bottom),
          },
    );
  }
  return [...found.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
