import { ArchiveFault, type WorkbookArchive } from "./archive.ts";
import { columnOf, MOST_COLUMNS } from "./cell-place.ts";
import { numberText } from "./cell-formats.ts";
import { merges, type Merge } from "./merges.ts";
import { readPart } from "./parts.ts";
import { unescaped, type SheetOf, type Workbook } from "./workbook.ts";

/** A cell whose value is none: an error, or a formula that nobody has computed. */
export type Wanting = "error-value" | "uncomputed-formula";

/** A row of a sheet, with something in it. */
export interface SheetRow {
  /** As the sheet numbers it, from 1. */
  readonly number: number;
  readonly hidden: boolean;
  /** By column, from 0. */
  readonly fields: (string | undefined)[];
  /** Columns whose cells hold no value of theirs. */
  readonly wanting: ReadonlyMap<number, Wanting>;
}

/** What a sheet of a workbook can have at most. */
const MOST_ROWS = 1_048_576;
/** A cell can hold so many letters; what is longer was made by no program for people. */
const LONGEST = 1_000_000;

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  text: string;
  formula: boolean;
}

/** The rows of a sheet, some at a time; a merged cell's value is that of each row that it goes over. Throws `ArchiveFault`. */
export async function* sheetRows(
  archive: WorkbookArchive,
  sheet: SheetOf,
  workbook: Workbook,
): AsyncGenerator<SheetRow[]> {
  const reader = new SheetReader(workbook, await merges(archive, sheet.part));
  const pieces = readPart(archive, sheet.part, reader);
  while ((await pieces.next()).done !== true) yield reader.done.splice(0);
  yield reader.done.splice(0);
}

class SheetReader {
  readonly done: SheetRow[] = [];
  #row: (SheetRow & { readonly wanting: Map<number, Wanting> }) | undefined;
  #number = 0;
  #cell: Cell | undefined;
  #column = 0;
  #inText = false;
  #aside = 0;
  #open: { readonly merge: Merge; readonly value: string | undefined }[] = [];

  constructor(
    private readonly workbook: Workbook,
    private readonly merged: ReadonlyMap<number, readonly Merge[]>,
  ) {}

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === "row") this.#openRow(attributes);
    else if (name === "c" && this.#row !== undefined) this.#openCell(attributes);
    else if (name === "rPh") this.#aside += 1;
    else if (name === "v" || name === "t") this.#inText = this.#cell !== undefined && this.#aside === 0;
    else if (name === "f" && this.#cell !== undefined) this.#cell.formula = true;
  };

  readonly text = (text: string): void => {
    if (!this.#inText || this.#cell === undefined) return;
    this.#cell.text += text;
    if (this.#cell.text.length > LONGEST) throw new ArchiveFault("a cell holds more than any cell can");
  };

  readonly close = (name: string): void => {
    if (name === "v" || name === "t") this.#inText = false;
    else if (name === "rPh") this.#aside -= 1;
    else if (name === "c") this.#closeCell();
    else if (name === "row") this.#closeRow();
  };

  #openRow({ r, hidden }: Readonly<Record<string, string>>): void {
    const number = r === undefined ? this.#number + 1 : Number(r);
    if (!Number.isInteger(number) || number <= this.#number || number > MOST_ROWS)
      throw new ArchiveFault(`a row of it is numbered ${r ?? "beyond the last"}, which no sheet can have`);
    this.#number = number;
    this.#column = 0;
    this.#row = { number, hidden: /^(?:1|true)$/.test(hidden ?? ""), fields: [], wanting: new Map() };
  }

  #openCell({ r, t: type = "n", s }: Readonly<Record<string, string>>): void {
    const column = r === undefined ? this.#column : columnOf(r);
    if (column >= MOST_COLUMNS)
      throw new ArchiveFault(`a cell of it stands at ${r ?? "the end"}, where none can`);
    this.#column = column + 1;
    this.#cell = { column, type, style: s === undefined ? -1 : Number(s), text: "", formula: false };
  }

  #closeCell(): void {
    const [cell, row] = [this.#cell, this.#row];
    this.#cell = undefined;
    if (cell === undefined || row === undefined) return;
    if (cell.type === "e") row.wanting.set(cell.column, "error-value");
    else if (cell.text === "" && cell.formula && cell.type !== "str")
      row.wanting.set(cell.column, "uncomputed-formula");
    else row.fields[cell.column] = this.#valueOf(cell);
  }

  #valueOf({ type, text, style }: Cell): string | undefined {
    if (text === "") return undefined;
    const { strings, formats, dates } = this.workbook;
    switch (type) {
      case "s":
        return strings[Number(text)];
      case "str":
      case "inlineStr":
        return unescaped(text);
      case "b":
        return text === "1" ? "true" : "false";
      case "d":
        return text;
      default:
        return numberText(text, formats[style], dates);
    }
  }

  #closeRow(): void {
    const row = this.#row;
    this.#row = undefined;
    if (row === undefined) return;
    this.#open = this.#open.filter(({ merge }) => merge.last >= row.number);
    for (const { merge, value } of this.#open) row.fields[merge.column] ??= value;
    for (const merge of this.merged.get(row.number) ?? [])
      this.#open.push({ merge, value: row.fields[merge.column] });
    if (row.wanting.size > 0 || row.fields.some((field) => field !== undefined && field !== ""))
      this.done.push(row);
  }
}
