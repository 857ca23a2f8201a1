/** Line and column (both from 1, columns in UTF-16 units) of an offset in a text. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Finds lines of many offsets in one text. */
export function lineIndex(content: string): (offset: number) => LineColumn {
  const starts = [0];
  for (let feed = content.indexOf("\n"); feed >= 0; feed = content.indexOf("\n", feed + 1))
    starts.push(feed + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
