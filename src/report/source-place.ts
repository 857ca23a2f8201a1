import type { Language } from "../model/language.ts";
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
      return counted(page, place.page);
  }
}
