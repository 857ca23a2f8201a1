import { groupedBy } from "../../model/grouped-by.ts";
import { brokenWords } from "./broken-words.ts";
import { inColumns } from "./columns.ts";
import { isLine, type PageParts } from "./page-parts.ts";
import { paragraphsOf, type SetParagraph } from "./paragraphs.ts";
import { settingOf, type SetLine, type Setting } from "./setting.ts";
import { tableOn, withNextPart, type WholeTable } from "./tables.ts";
import { cutsWords, type LineEnds } from "./line-end-hyphens.ts";
import type { TextLine } from "./text-line.ts";

/** A file's paragraphs and tables, as they follow one another over all its pages. */
export interface Flow {
  readonly parts: readonly (SetParagraph | WholeTable)[];
  readonly setting: Setting;
  readonly cellSetting: Setting;
  readonly ends: LineEnds;
}

export const isTable = (part: SetParagraph | WholeTable): part is WholeTable => "rows" in part;

/** The parts of all pages in one: tables over pages joined, lines put together to paragraphs. `running` lines are left out. */
export function flowOf(pages: readonly PageParts[], running: ReadonlySet<TextLine>): Flow {
  const kept = pages.map(({ parts }) => parts.filter((part) => !isLine(part) || !running.has(part)));
  const sizes = sizesOf(kept.flat().filter(isLine));
  const set = new Map<TextLine, SetLine>();
  const lines = inColumns(kept.map((parts) => parts.filter(isLine)));
  for (const one of lines) set.set(one.line, one);
  const sequence: (SetLine[] | WholeTable)[] = [];
  const notes: { after: SetLine | undefined; lines: SetLine[] }[] = [];
  for (const { page, parts } of kept.flatMap((own, index) =>
    columnsIn(own, pages[index]?.page.number ?? 0),
  )) {
    const foot = notesFrom(parts, sizes);
    for (const part of parts.slice(0, foot)) {
      const last = sequence.at(-1);
      if (!isLine(part)) {
        const table = tableOn(page, part);
        const joined = last === undefined || Array.isArray(last) ? undefined : withNextPart(last, table);
        if (joined === undefined) sequence.push(table);
        else sequence[sequence.length - 1] = joined;
        continue;
      }
      const line = set.get(part);
      if (line === undefined) continue;
      if (Array.isArray(last)) last.push(line);
      else sequence.push([line]);
    }
    const under = parts.slice(foot).flatMap((part) => (isLine(part) ? (set.get(part) ?? []) : []));
    const last = sequence.at(-1);
    if (under.length > 0) notes.push({ after: Array.isArray(last) ? last.at(-1) : undefined, lines: under });
  }
  const setting = settingOf(lines);
  const cellSetting = settingOf(
    sequence.flatMap((part) => (Array.isArray(part) ? [] : part.rows.flat().flatMap((cell) => cell.lines))),
  );
  const parts = sequence.flatMap((part): (SetParagraph | WholeTable)[] =>
    Array.isArray(part) ? paragraphsOf(part, setting, sizes) : [part],
  );
  const stretches = sequence.flatMap((part): (readonly SetLine[])[] =>
    Array.isArray(part) ? [part] : part.rows.flat().map((cell) => cell.lines),
  );
  const ends = {
    cuts: cutsWords(stretches.flat().map(({ line }) => line)),
    broken: brokenWords(stretches),
  };
  return { parts: withNotes(parts, notes, setting, sizes), setting, cellSetting, ends };
}

/** The parts of a page, column by column: a new one begins where the next part stands higher. */
function columnsIn(
  parts: PageParts["parts"],
  page: number,
): { readonly page: number; readonly parts: PageParts["parts"] }[] {
  const columns: PageParts["parts"][number][][] = [];
  let low = Infinity;
  for (const part of parts) {
    const [top, bottom] = isLine(part) ? [part.y, part.y] : [part.grid.top, part.grid.bottom];
    const column = columns.at(-1);
    if (column === undefined || top < low - HIGHER) columns.push([part]);
    else column.push(part);
    low = bottom;
  }
  return columns.map((own) => ({ page, parts: own }));
}

/** In points: words that stand so much higher than those before them are at the head of another column. */
const HIGHER = 40;

/** The size of most letters. */
function sizesOf(lines: readonly TextLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Notes are set in letters smaller than this share of the text's. */
const SMALLER = 0.93;
const NOTE = /^(?:\d{1,3}|[*†‡¹²³⁴⁵⁶⁷⁸⁹])/u;

/** From which of a column's last parts on there are only footnotes: lines in small letters, the first with its number. */
function notesFrom(parts: PageParts["parts"], bodySize: number): number {
  let from = parts.length;
  while (from > 0) {
    const part = parts[from - 1];
    if (part === undefined || !isLine(part) || part.size > bodySize * SMALLER) break;
    from -= 1;
  }
  const first = parts[from];
  return from > 0 && first !== undefined && isLine(first) && NOTE.test(first.text) ? from : parts.length;
}

/** Footnotes stand behind the paragraph in which their column ends. */
function withNotes(
  parts: readonly (SetParagraph | WholeTable)[],
  notes: readonly { readonly after: SetLine | undefined; readonly lines: readonly SetLine[] }[],
  setting: Setting,
  bodySize: number,
): (SetParagraph | WholeTable)[] {
  const told = (one: (typeof notes)[number]): SetParagraph[] => paragraphsOf(one.lines, setting, bodySize);
  const behind = groupedBy(notes, ({ after }) => after);
  const left = new Set(notes);
  const woven = parts.flatMap((part): (SetParagraph | WholeTable)[] => {
    if (isTable(part)) return [part];
    const own = part.lines.flatMap((line) => behind.get(line) ?? []);
    for (const one of own) left.delete(one);
    return [part, ...own.flatMap(told)];
  });
  return [...woven, ...[...left].flatMap(told)];
}
