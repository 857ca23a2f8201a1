import { groupedBy } from "../../model/grouped-by.ts";
import type { TextLine } from "./text-line.ts";

/** A page with its lines, as far as running lines are looked for among them. */
export interface PageLines {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** Running lines stand in this share of the page's height, above and below. */
const MARGIN = 0.12;
/** They stand at one height, give or take so many points. */
const NEAR = 4;
/** They are on at least this share of the pages (a book may have others on its left pages than on its right ones). */
const SHARE = 0.4;
/** In a file of fewer pages nothing recurs. */
const LEAST_PAGES = 2;

/**
 * The lines that recur at the head or foot of pages: the title of the act, the address and date of a print, page numbers.
 * Digits count as equal, and recur only where they count the pages or are the same on all.
 */
export function runningLines(pages: readonly PageLines[]): ReadonlySet<TextLine> {
  const running = new Set<TextLine>();
  if (pages.length < LEAST_PAGES) return running;
  const inMargins = pages.flatMap(({ height, lines }) =>
    lines.filter(({ y }) => !(y > height * MARGIN && y < height * (1 - MARGIN))),
  );
  for (const [key, lines] of groupedBy(inMargins, ({ text }) => text.replace(/\d+/gu, "#")))
    for (const group of atOneHeight(lines)) {
      const on = new Set(group.map(({ page }) => page)).size;
      if (on >= Math.max(LEAST_PAGES, pages.length * SHARE) && (on > 2 || isCount(key, group)))
        for (const line of group) running.add(line);
    }
  return running;
}

/** On two pages alone, a line recurs where it is a number that goes up with them. */
function isCount(key: string, [first, second]: readonly TextLine[]): boolean {
  if (first === undefined || second === undefined || key.replace(/\P{L}/gu, "").length > 6) return false;
  const number = (line: TextLine): number => Number.parseInt(/\d+/u.exec(line.text)?.[0] ?? "", 10);
  return number(second) - number(first) === second.page - first.page;
}

function atOneHeight(lines: readonly TextLine[]): TextLine[][] {
  const groups: TextLine[][] = [];
  for (const line of [...lines].sort((a, b) => a.y - b.y)) {
    const group = groups.at(-1);
    if (group !== undefined && line.y - (group.at(-1)?.y ?? 0) <= NEAR) group.push(line);
    else groups.push([line]);
  }
  return groups;
}
