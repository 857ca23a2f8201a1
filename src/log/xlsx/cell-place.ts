/** So many columns a sheet can have. */
export const MOST_COLUMNS = 16_384;

/** Column of a cell's reference, from 0: `C7` is 2; `MOST_COLUMNS` where no sheet has such a one. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.toUpperCase()) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
    if (column > MOST_COLUMNS) return MOST_COLUMNS;
  }
  return column === 0 ? MOST_COLUMNS : column - 1;
}
