import { serialText, type SerialDates } from "../serial-date.ts";
import type { WorkbookArchive } from "./archive.ts";
import { readWholePart } from "./parts.ts";

/** How a number in a cell is shown, where that says what it is: a date, with a time of day or without, or a number so long. */
export type CellFormat =
  | { readonly is: "date"; readonly clock: boolean }
  | { readonly is: "clock" }
  | { readonly is: "padded"; readonly digits: number };

/** Formats of days and hours that workbooks know by number. */
const DATES = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const CLOCKS = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47]);
const BOTH = 22;

/** What the styles of a workbook's cells say of the numbers in them. */
export async function formatsOf(
  archive: WorkbookArchive,
  part: string,
): Promise<readonly (CellFormat | undefined)[]> {
  const codes = new Map<number, string>();
  const used: number[] = [];
  let inCells = false;
  await readWholePart(archive, part, {
    open: (name, attributes) => {
      if (name === "numFmt") codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) used.push(Number(attributes["numFmtId"] ?? 0));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return used.map((id) => {
    const code = codes.get(id);
    if (code !== undefined) return formatOf(code);
    if (DATES.has(id)) return { is: "date", clock: false };
    if (CLOCKS.has(id)) return { is: "clock" };
    return id === BOTH ? { is: "date", clock: true } : undefined;
  });
}

/** What a format says by its letters, words in it left out; undefined for other numbers. */
function formatOf(code: string): CellFormat | undefined {
  const [first = ""] = code.replaceAll(/"[^"]*"|\\.|_.|\*./g, "").split(";");
  if (/^0{2,}$/.test(first)) return { is: "padded", digits: first.length };
  const hours = /\[(?:h+|m+|s+)\]|h|s/i.test(first.replaceAll(/\[(?!(?:h+|m+|s+)\])[^\][]*\]/gi, ""));
  const letters = first.replaceAll(/\[[^\][]*\]/g, "").toLowerCase();
  if (letters.includes("general")) return undefined;
  if (/[yd]/.test(letters)) return { is: "date", clock: hours };
  if (hours) return { is: "clock" };
  return letters.includes("m") ? { is: "date", clock: false } : undefined;
}

/** A number as its cell means it. */
export function numberText(text: string, format: CellFormat | undefined, dates: SerialDates): string {
  const number = Number(text);
  if (text.trim() === "" || Number.isNaN(number)) return text;
  if (format === undefined) return String(number);
  if (format.is === "padded")
    return Number.isInteger(number) && number >= 0
      ? String(number).padStart(format.digits, "0")
      : String(number);
  const written = serialText(number, dates);
  if (written === undefined) return String(number);
  // A date whose cell shows hours was midnight, and not known by its date alone.
  return format.is === "date" && format.clock && written.length === "2024-06-03".length
    ? `${written}T00:00:00`
    : written;
}
