import type { Language } from "../model/language.ts";
import type { Source } from "../model/source.ts";
import type { SourcePlace } from "../model/source-place.ts";
import words from "./source-place-words.json" with { type: "json" };

/** A place in a file as a person looks for it there: `page 3`, `table 1, row 2, cell 3`, `#z12`. */
export function sourcePlaceText(place: SourcePlace, lang: Language): string {
  const { paragraph, note, table, page } = words[lang];
  const counted = (text: string, number: number): string => text.replace("{n}", `${number}`);
  switch (place.in) {
    case "docx":
      if (place.note !== undefined) return counted(note, place.note);
      if (place.table === undefined) return counted(paragraph, place.paragraph);
      return counted(table, place.table.table)
        .replace("{row}", `${place.table.row}`)
        .replace("{cell}", `${place.table.cell}`);
    case "html":
      return place.element;
    case "pdf":
      return counted(page, place.page).replace("{cm}", centimetres(place.box.y));
  }
}

/** What of a file a reader sees begin before the words of a place: a page, a row of a table; undefined elsewhere. */
export function sourcePartText(place: SourcePlace, lang: Language): string | undefined {
  const { row, wholePage } = words[lang];
  if (place.in === "pdf") return wholePage.replace("{n}", `${place.page}`);
  if (place.in !== "docx" || place.table === undefined) return undefined;
  return row.replace("{n}", `${place.table.table}`).replace("{row}", `${place.table.row}`);
}

const POINTS_IN_A_CENTIMETRE = 72 / 2.54;
const centimetres = (points: number): string => `${Math.max(0, Math.round(points / POINTS_IN_A_CENTIMETRE))}`;

/** Where words stand, for a line of a report: the file with its lines, or with what its reader sees instead of lines. */
export function wherePrinted(
  { file, lines, place }: Pick<Source, "file" | "lines" | "place">,
  lang: Language,
): string {
  if (place !== undefined) return `${file}, ${sourcePlaceText(place, lang)}`;
  const [first, last] = lines;
  return `${file}:${first === last ? first : `${first}–${last}`}`;
}
