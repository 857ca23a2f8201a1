import type { Column, SetLine } from "./setting.ts";
import type { TextLine } from "./text-line.ts";

/** Lines that are set under one another on a page. */
type Run = readonly TextLine[];

/** Columns whose left edges are so near, in points, are the same on all pages. */
const NEAR = 20;
/** A run of fewer lines does not tell how wide its column is. */
const TELLING = 5;
/** Of the lines of a column so many of a hundred end, or begin, within it; the rest stick out. */
const WITHIN = 97;

/**
 * The lines of a file in the columns they are set in: a new column begins where the next line stands higher on the page, or
 * behind all lines before it (a table may stand above it).
 * How far a column reaches is told by all pages that have it.
 */
export function inColumns(pages: readonly (readonly TextLine[])[]): SetLine[] {
  const runs = pages.flatMap(runsOf);
  const classes: { left: number; runs: Run[] }[] = [];
  for (const run of runs.filter(({ length }) => length >= TELLING)) {
    const { left } = edgesOf(run);
    const found = classes.find((one) => Math.abs(one.left - left) <= NEAR);
    if (found === undefined) classes.push({ left, runs: [run] });
    else found.runs.push(run);
  }
  const columns = classes.map(({ runs: own }) => {
    const lines = own.flat();
    const column: Column = {
      left: quantile(
        lines.map(({ left }) => left),
        100 - WITHIN,
      ),
      right: quantile(
        lines.map(({ right }) => right),
        WITHIN,
      ),
    };
    return { column, members: new Set(own) };
  });
  return runs.flatMap((run) => {
    const { left, right } = edgesOf(run);
    const own =
      columns.find(({ members }) => members.has(run)) ??
      columns.find(({ column }) => column.left <= left + NEAR && column.right >= right - NEAR);
    const column = own?.column ?? { left, right };
    return run.map((line) => ({ line, column }));
  });
}

/** How far the lines of a run reach. */
const edgesOf = (run: Run): Column =>
  run.reduce(
    ({ left, right }, line) => ({ left: Math.min(left, line.left), right: Math.max(right, line.right) }),
    { left: Infinity, right: -Infinity },
  );

function runsOf(lines: readonly TextLine[]): Run[] {
  const runs: TextLine[][] = [];
  let reach = -Infinity;
  for (const line of lines) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && line.y > last.y - last.size / 2 && line.left <= reach) runs.at(-1)?.push(line);
    else {
      runs.push([line]);
      reach = -Infinity;
    }
    reach = Math.max(reach, line.right);
  }
  return runs;
}

function quantile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}
