/** A file of a log: its line (or index) `n`, from 1, is row `before` + `n`, but for rows that share a line. */
export interface ReadFile {
  readonly name: string;
  readonly before: number;
  /** Rows that stand where another row does, or behind such rows, in runs of one line, in order. */
  readonly shared?: readonly SharedLine[];
}

/** Rows from `first` to `last`, counted on through the files, stand on one line of their file. */
export interface SharedLine {
  readonly first: number;
  readonly last: number;
  readonly line: number;
}

/** The file of a row, and its line (or index) there. */
export function placeOf(
  files: readonly ReadFile[],
  row: number,
): { readonly file: string; readonly line: number } {
  const file = files.findLast(({ before }) => before < row);
  const run = runBefore(file?.shared ?? [], row);
  const line = run !== undefined && row <= run.last ? run.line : row - (file?.before ?? 0);
  return { file: file?.name ?? "", line };
}

/** The last run that begins at a row or before it, by halving: there may be one for each trace. */
function runBefore(runs: readonly SharedLine[], row: number): SharedLine | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.first ?? Infinity) <= row) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}
