import { Trouble } from "../model/trouble.ts";
import type { LogFile, OnBytes } from "./log-file.ts";
import type { FileSettings, Found, RecordFormat } from "./log-format.ts";
import { latin, MOST_COLUMNS } from "./log-text.ts";
import { hashOf } from "./text-hash.ts";
import { ArchiveFault, WorkbookArchive } from "./xlsx/archive.ts";
import { headingIn, type HeadingRow } from "./xlsx/heading.ts";
import { sheetRows, type SheetRow } from "./xlsx/sheet-rows.ts";
import { workbookOf, type SheetOf, type Workbook } from "./xlsx/workbook.ts";

/** The name of the column that says in which sheet a row stands. */
const SHEET = "sheet:name";
/** What an old or an encrypted workbook begins with. */
const COMPOUND = "\u00d0\u00cf\u0011\u00e0";
/** What an archive begins with. */
const ARCHIVE = "PK\u0003\u0004";
/** A workbook is held as it lies there while its sheets stream. */
const MOST_BYTES = 1024 * 1024 * 1024;
/** Rows before that which names the columns. */
const MOST_BEFORE = 50;

/** Workbooks of spreadsheets (ECMA-376): the rows of their sheets, dates as dates on the log's clock. */
export const xlsx: RecordFormat = {
  id: "xlsx",
  title: "XLSX",
  endings: ["xlsx", "xlsm"],
  dated: true,
  tells: (head) => latin(head.subarray(0, 4)) === ARCHIVE || latin(head.subarray(0, 4)) === COMPOUND,
  open: (file, settings, wanted) => {
    if (latin(file.head().subarray(0, 4)) === COMPOUND)
      throw new Trouble("is an old workbook (.xls), or one with a password", {
        file: file.path,
        wayOut: "Open it and save it as .xlsx without a password.",
      });
    return (onBytes) => recordsOf(file, settings, wanted, onBytes);
  },
};

async function* recordsOf(
  file: LogFile,
  settings: FileSettings,
  wanted: readonly string[] | undefined,
  onBytes: OnBytes,
): AsyncGenerator<Iterable<Found>> {
  try {
    const archive = new WorkbookArchive(await bytesOf(file, onBytes));
    const workbook = await workbookOf(archive);
    let read = 0;
    for (const sheet of chosen(workbook, settings, file)) {
      const named = settings.sheets !== undefined;
      if (sheet.hidden && !named) {
        yield [{ told: { sheet: sheet.name, is: "hidden", rows: 0, hiddenRows: 0 } }];
        continue;
      }
      for await (const found of recordsIn(archive, sheet, workbook, wanted, named)) {
        if (found.some((each) => "columns" in each)) read += 1;
        yield found;
      }
    }
    if (read === 0)
      throw new Trouble("no sheet of it has the columns that the mapping names", {
        file: file.path,
        wayOut: `Its sheets are: ${workbook.sheets.map(({ name }) => name).join(", ")}. Name those to be read (file.sheets).`,
      });
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    throw new Trouble(`is no workbook that can be read: ${error.message}`, {
      file: file.path,
      wayOut: "Save it again as .xlsx, or as CSV.",
    });
  }
}

async function bytesOf(file: LogFile, onBytes: OnBytes): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.bytes(onBytes)) {
    length += piece.length;
    if (length > MOST_BYTES) throw new ArchiveFault("it is larger than 1 GB");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function chosen(
  { sheets }: Workbook,
  { sheets: names }: FileSettings,
  { path }: LogFile,
): readonly SheetOf[] {
  const missing = names?.find((name) => !sheets.some((sheet) => sheet.name === name));
  if (missing !== undefined)
    throw new Trouble(`has no sheet ${JSON.stringify(missing)}`, {
      file: path,
      place: "/file/sheets",
      wayOut: `Its sheets are: ${sheets.map(({ name }) => name).join(", ")}.`,
    });
  return names === undefined ? sheets : sheets.filter(({ name }) => names.includes(name));
}

/** What is found in a sheet, behind its heading; of a sheet without one that it is not read, unless it was named. */
async function* recordsIn(
  archive: WorkbookArchive,
  sheet: SheetOf,
  workbook: Workbook,
  wanted: readonly string[] | undefined,
  named: boolean,
): AsyncGenerator<Found[]> {
  const reading = new SheetReading(sheet.name, wanted);
  for await (const some of sheetRows(archive, sheet, workbook)) {
    yield reading.take(some);
    if (reading.isLost) break;
  }
  yield reading.end(named);
}

/** A sheet that is being read: rows are held until one of them is its heading. */
class SheetReading {
  #heading: HeadingRow | undefined;
  readonly #before: SheetRow[] = [];
  #rows = 0;
  #hiddenRows = 0;

  constructor(
    private readonly sheet: string,
    private readonly wanted: readonly string[] | undefined,
  ) {}

  /** So many rows have come that none will be its heading. */
  get isLost(): boolean {
    return this.#heading === undefined && this.#before.length >= MOST_BEFORE;
  }

  take(some: readonly SheetRow[]): Found[] {
    if (this.#heading !== undefined) return this.#records(some, this.#heading);
    this.#before.push(...some);
    return this.isLost ? this.#begin() : [];
  }

  end(named: boolean): Found[] {
    const begun = this.#heading === undefined ? this.#begin() : [];
    const { sheet } = this;
    const [first] = this.#before;
    const told = { sheet, rows: this.#rows, hiddenRows: this.#hiddenRows };
    if (this.#heading !== undefined) return [...begun, { told: { ...told, is: "read" } }];
    if (first === undefined) return [{ told: { ...told, is: "empty" } }];
    // Of a sheet that was named it is told which of the columns it has not.
    const columns = named ? [{ columns: namesIn(first), place: `${sheet}, row ${first.number}`, sheet }] : [];
    return [...columns, { told: { ...told, is: "other-columns" } }];
  }

  #begin(): Found[] {
    const own = this.wanted?.filter((name) => name !== SHEET);
    const heading = headingIn(this.#before, own);
    if (heading === undefined) return [];
    if (heading.columns.length > MOST_COLUMNS)
      throw new ArchiveFault(`it has ${heading.columns.length} columns`);
    this.#heading = heading;
    const { sheet } = this;
    return [
      { columns: [...heading.columns, SHEET], place: `${sheet}, row ${heading.row}`, sheet },
      ...this.#records(this.#before.slice(heading.index + 1), heading),
    ];
  }

  #records(some: readonly SheetRow[], heading: HeadingRow): Found[] {
    this.#rows += some.length;
    this.#hiddenRows += some.filter(({ hidden }) => hidden).length;
    return some.map((row) => recordOf(row, heading, this.sheet));
  }
}

const namesIn = (row: SheetRow): string[] => Array.from(row.fields, (field) => (field ?? "").trim());

/** A row as a record; one that needs a value of a cell that has none is no record. */
function recordOf({ number, fields, wanting }: SheetRow, heading: HeadingRow, sheet: string): Found {
  const own = heading.columns.map((_, place) => fields[place]);
  for (const [place, refused] of wanting)
    if (heading.needed.has(place)) {
      const text = own.filter((field) => field !== undefined && field !== "").join(" | ");
      return { row: number, refused, text };
    }
  return { row: number, fields: [...own, sheet], hash: hashOf(own.join("\u0000")) };
}
