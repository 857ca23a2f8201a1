import type { WorkbookArchive } from "./archive.ts";
import { columnOf } from "./cell-place.ts";

/** Cells of one column that are one: its value is that of every row from the first to the last. */
export interface Merge {
  readonly column: number;
  readonly last: number;
}

/** More of them are not looked at. */
const MOST = 200_000;
/** An element that was begun at the end of a piece is not longer. */
const LONGEST = 200;
const MERGED =
  /<(?:[A-Za-z]+:)?mergeCell [^<>]{0,100}?ref="([A-Za-z]{1,3})(\d{1,7}):[A-Za-z]{1,3}(\d{1,7})"/g;

/** The merged cells of a sheet that go over several rows, by their first row: they are told behind all its rows. */
export async function merges(
  archive: WorkbookArchive,
  part: string,
): Promise<ReadonlyMap<number, readonly Merge[]>> {
  const found = new Map<number, Merge[]>();
  let count = 0;
  let rest = "";
  for await (const piece of archive.text(part)) {
    const text = rest + piece;
    if (text.includes("mergeCell "))
      for (const [, letters = "", first = "", last = ""] of text.matchAll(MERGED)) {
        count += 1;
        if (count > MOST) return found;
        if (first === last) continue;
        const at = found.get(Number(first)) ?? [];
        if (!at.some(({ column }) => column === columnOf(letters)))
          at.push({ column: columnOf(letters), last: Number(last) });
        found.set(Number(first), at);
      }
    const open = text.lastIndexOf("<");
    rest = open < 0 || text.length - open > LONGEST ? "" : text.slice(open);
  }
  return found;
}
