/** The words of the cells of a table in HTML, in its order. */
export function cellsIn(table: string): readonly string[] {
  const cells: string[] = [];
  for (const piece of table.split(/<t[dh]/u).slice(1)) {
    const [open, close] = [piece.indexOf(">"), piece.search(/<\/t[dh]>/u)];
    if (open >= 0 && close > open) cells.push(piece.slice(open + 1, close));
  }
  return cells;
}

/** The rows of a table in HTML, with their tags; undefined where it has none. */
export function rowsOf(table: string): string | undefined {
  const [open, close] = [table.indexOf("<tr"), table.lastIndexOf("</tr>")];
  return open < 0 || close < open ? undefined : table.slice(open, close + "</tr>".length);
}
