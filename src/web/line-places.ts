import type { Language } from "../model/language.ts";
import type { SourcePlace } from "../model/source-place.ts";
import { sourcePartText } from "../report/source-place.ts";
import type { TextLine } from "./views.ts";

/** A line with what stands above and beside it, where the file has no lines to count. */
export interface PlacedLine {
  readonly line: TextLine;
  /** The page or the row of a table that begins with it; empty where a table has ended before it. */
  readonly begins?: string;
  /** Instead of its number: the paragraph, the cell, the note; empty where it goes on from the line before, and on a page. */
  readonly beside?: string;
}

/** Lines as their places are told: once where something begins, as on the page itself. */
export function placedLines(lines: readonly TextLine[], lang: Language): PlacedLine[] {
  if (lines.every(({ at }) => at === undefined)) return lines.map((line) => ({ line }));
  let part: string | undefined;
  let last: string | undefined;
  return lines.map((line) => {
    if (line.at === undefined) return { line, beside: "" };
    const now = sourcePartText(line.at, lang);
    const begins = now === part ? undefined : (now ?? "");
    part = now;
    const sign = signOf(line.at);
    const beside = sign === last && begins === undefined ? "" : sign;
    last = sign;
    return { line, beside, ...(begins !== undefined && { begins }) };
  });
}

/** Of a Word document; elsewhere nothing. */
function signOf(at: SourcePlace): string {
  if (at.in !== "docx") return "";
  if (at.note !== undefined) return `* ${at.note}`;
  return at.table === undefined ? `¶ ${at.paragraph}` : `| ${at.table.cell}`;
}
