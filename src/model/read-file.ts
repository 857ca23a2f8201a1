/**
 * A file of a log, or a table in it: its line (or index) `n`, from 1, is row `before` + `n`, but for rows that share a
 * line; where a line has up to `width` rows, theirs are the numbers up to `before` + `n` × `width`.
 */
export interface ReadFile {
  readonly name: string;
  /** The sheet of a workbook. */
  readonly sheet?: string;
  readonly before: number;
  /** The pattern of the mapping that it was read by, where its name fits one. */
  readonly mappedBy?: string;
  /** Absent: 1. */
  readonly width?: number;
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
  const line =
    run !== undefined && row <= run.last
      ? run.line
      : Math.ceil((row - (file?.before ?? 0)) / (file?.width ?? 1));
  return { file: file === undefined ? "" : fileName(file), line };
}

/** How a file, or a sheet of it, is called where a row of it is told. */
export const fileName = ({ name, sheet }: ReadFile): string =>
  sheet === undefined ? name : `${name}#${sheet}`;

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

/** The files themselves, the sheets of a workbook put together as they came. */
export const wholeFiles = (files: readonly ReadFile[]): readonly ReadFile[] =>
  files.filter(({ name, sheet }, index) => {
    const last = files[index - 1];
    return sheet === undefined || last?.sheet === undefined || last.name !== name;
  });
