import type { Database } from "../engine/database.ts";
import { joined, sql } from "../engine/sql.ts";
import type { TableWriter } from "../engine/table-writer.ts";
import type { ReadFile } from "../model/read-file.ts";
import type { SheetTold } from "../model/sheet-told.ts";
import type { Heading } from "./log-format.ts";
import { factWord, RAW_COLUMNS, type SheetOfFile, type Unreadable } from "./log-source.ts";
import { COLUMNS } from "./mapping.ts";

const SAMPLES = 5;
const SAMPLE_LENGTH = 200;

/** Where a row stands: the line or index of its record, its place among the events of that, and the trace it is of. */
interface RowPlace {
  readonly line: number;
  readonly place: number;
  readonly trace?: number | undefined;
}

/** A file whose rows follow: so many has a record of it at most; the mapping's pattern that its name fits. */
interface StartedFile {
  readonly name: string;
  readonly width: number;
  readonly mappedBy: string | undefined;
}

/** Takes rows into the table `raw`, and keeps count of what stands where rows should and is none. */
export class RawWriter {
  readonly #unreadable = new Map<string, { rows: number; samples: { row: number; text: string }[] }>();
  readonly #files: ReadFile[] = [];
  #before = 0;
  #width = 1;
  #last = 0;
  #shared: { first: number; last: number; line: number }[] = [];
  #tracesBefore = 0;
  #lastTrace = 0;
  readonly #sheets: SheetOfFile[] = [];
  rows = 0;

  private constructor(
    private readonly table: TableWriter,
    private readonly facts: number,
  ) {}

  /** `facts`: how many facts the log tells of its cases. */
  static async open(database: Database, facts: number): Promise<RawWriter> {
    const told = Array.from({ length: facts }, (_, fact) => sql`, ${factWord(fact)} varchar`);
    await database.run(sql`create table raw (${RAW_COLUMNS}${joined(told, sql``)})`);
    return new RawWriter(await database.writer("raw"), facts);
  }

  /** Rows that follow are of this file; a record of it has so many at most. */
  startFile(file: StartedFile): void {
    this.#start(file);
  }

  /** Rows that follow are of another table of the same file. */
  startTable({ sheet }: Pick<Heading, "sheet">): void {
    const file = this.#files.at(-1);
    if (sheet === undefined || file === undefined) return;
    const { name, width = 1, mappedBy } = file;
    // Nothing was read of the file as a whole.
    if (file.sheet === undefined) this.#files.pop();
    this.#start({ name, sheet, width, mappedBy });
  }

  #start({ name, sheet, width, mappedBy }: StartedFile & Pick<ReadFile, "sheet">): void {
    this.#before = this.#last;
    this.#tracesBefore = this.#lastTrace;
    this.#shared = [];
    this.#width = width;
    this.#files.push({
      name,
      ...(sheet === undefined ? {} : { sheet }),
      before: this.#before,
      ...(mappedBy === undefined ? {} : { mappedBy }),
      ...(width === 1 ? {} : { width }),
      shared: this.#shared,
    });
  }

  /** Number of the last row so far, counted on through the files. */
  get last(): number {
    return this.#last;
  }

  /** The files so far. */
  get files(): readonly ReadFile[] {
    return this.#files;
  }

  /** Number of a row that stands on a line of this file, counted on through the files; of two on one line the later is the next. */
  #row(line: number, place: number): number {
    const own = this.#before + (line - 1) * this.#width + place + 1;
    const row = Math.max(own, this.#last + 1);
    if (row > own) this.#share(row, line);
    this.#last = row;
    return row;
  }

  #share(row: number, line: number): void {
    const run = this.#shared.at(-1);
    if (run !== undefined && run.line === line && run.last === row - 1) run.last = row;
    else this.#shared.push({ first: row, last: row, line });
  }

  /** Number of a trace of this file, counted on through the files. */
  #trace(number: number): number {
    this.#lastTrace = this.#tracesBefore + number;
    return this.#lastTrace;
  }

  /** Some row was of a trace. */
  get traces(): boolean {
    return this.#lastTrace > 0;
  }

  /** A row: where it stands, its fields in the order of `COLUMNS` and then its facts, and a hash of all that its record holds. */
  add({ line, place, trace }: RowPlace, fields: readonly (string | null | undefined)[], rest: number): void {
    const { table } = this;
    table.number(this.#row(line, place));
    this.#words(fields, 0, COLUMNS.length);
    table.number(rest);
    if (trace === undefined) table.nothing();
    else table.number(this.#trace(trace));
    this.#words(fields, COLUMNS.length, COLUMNS.length + this.facts);
    table.endRow();
    this.rows += 1;
  }

  #words(fields: readonly (string | null | undefined)[], from: number, until: number): void {
    for (let index = from; index < until; index += 1) {
      const value = fields[index];
      if (value === null || value === undefined || value === "") this.table.nothing();
      else this.table.text(value);
    }
  }

  /** Something that stands where a row should, and is none. */
  refuse(line: number, reason: string, text: string): void {
    const entry = this.#unreadable.get(reason) ?? { rows: 0, samples: [] };
    this.#unreadable.set(reason, entry);
    entry.rows += 1;
    const row = this.#row(line, 0);
    if (entry.samples.length < SAMPLES) entry.samples.push({ row, text: text.slice(0, SAMPLE_LENGTH) });
  }

  /** What became of a sheet of the file. */
  tell(sheet: SheetTold): void {
    this.#sheets.push({ file: this.#files.at(-1)?.name ?? "", ...sheet });
  }

  /** Sheets of workbooks, and what became of them. */
  get sheets(): readonly SheetOfFile[] {
    return this.#sheets;
  }

  close(): readonly Unreadable[] {
    this.table.close();
    return [...this.#unreadable].map(([reason, { rows, samples }]) => ({ reason, rows, samples }));
  }
}
