import { OPS, Util } from "unpdf/pdfjs";
import type { DrawnRule } from "./drawn-page.ts";

type Matrix = readonly number[];

/** The operators of a page, as pdf.js lists them. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Between its ends a rule rises by less than so many points. */
const SLANT = 1;
/** A shorter one is a dash, a dot or an ornament. */
const SHORT = 6;
/** A page with more rules is a drawing. */
const MOST_RULES = 20_000;

/** The horizontal and vertical lines of a page; the outline of a box that is drawn or filled gives four. */
export function rulesOf({ fnArray, argsArray }: Operators, viewport: Matrix): DrawnRule[] {
  const rules: DrawnRule[] = [];
  const saved: Matrix[] = [];
  let matrix = viewport;
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] as readonly unknown[] | null;
    switch (operator) {
      case OPS.save:
      case OPS.paintFormXObjectBegin:
        saved.push(matrix);
        if (operator === OPS.paintFormXObjectBegin) matrix = through(matrix, args?.[0]);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        matrix = saved.pop() ?? matrix;
        break;
      case OPS.transform:
        matrix = through(matrix, args);
        break;
      case OPS.constructPath:
        if (rules.length < MOST_RULES) rules.push(...ofPath(args, matrix));
        break;
    }
  }
  return rules;
}

const through = (matrix: Matrix, by: unknown): Matrix =>
  isNumbers(by) && by.length === 6 ? (Util.transform([...matrix], [...by]) as number[]) : matrix;

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((part) => typeof part === "number");

/** How pdf.js writes a path: a sign of what is drawn, and so many numbers. */
const NUMBERS_OF: readonly number[] = [2, 2, 6, 4, 0];
const LINE = 1;
const CLOSED = 4;

/** The straight lines of a path that is drawn or filled, and not only clips. */
function ofPath(args: readonly unknown[] | null, matrix: Matrix): DrawnRule[] {
  const [operator, paths] = args ?? [];
  const [path] = Array.isArray(paths) ? (paths as readonly unknown[]) : [];
  if (operator === OPS.endPath || !(path instanceof Float32Array)) return [];
  const rules: DrawnRule[] = [];
  let begun: Point = { x: 0, y: 0 };
  let here = begun;
  for (let at = 0; at < path.length && rules.length < MOST_RULES;) {
    const sign = path[at] ?? 0;
    const numbers = NUMBERS_OF[sign];
    if (numbers === undefined) break;
    const end = at + numbers;
    const to = sign === CLOSED ? begun : apply(matrix, path[end - 1] ?? NaN, path[end] ?? NaN);
    if (sign === LINE || sign === CLOSED) rules.push(...straight(here, to));
    else if (sign === 0) begun = to;
    here = to;
    at = end + 1;
  }
  return rules;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The rule between two points, where it is level or upright and no dot. */
function straight(from: Point, to: Point): DrawnRule[] {
  const width = Math.abs(from.x - to.x);
  const height = Math.abs(from.y - to.y);
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  if (height < SLANT && width >= SHORT) return [{ left, right, top, bottom: top }];
  if (width < SLANT && height >= SHORT) return [{ left, right: left, top, bottom }];
  return [];
}

const apply = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, x: number, y: number): Point => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
});
