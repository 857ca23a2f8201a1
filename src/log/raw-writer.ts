import type { Database } from "../engine/database.ts";
import { sql } from "../engine/sql.ts";
import type { TableWriter } from "../engine/table-writer.ts";
import type { ReadFile } from "../model/read-file.ts";
import { RAW_COLUMNS, type Unreadable } from "./log-source.ts";
import { COLUMNS } from "./mapping.ts";

const SAMPLES = 5;
const SAMPLE_LENGTH = 200;

/** Takes rows into the table `raw`, and keeps count of what stands where rows should and is none. */
export class RawWriter {
  readonly #unreadable = new Map<string, { rows: number; samples: { row: number; text: string }[] }>();
  readonly #files: ReadFile[] = [];
  #before = 0;
  #last = 0;
  #shared: { first: number; last: number; line: number }[] = [];
  #tracesBefore = 0;
  #lastTrace = 0;
  rows = 0;

  private constructor(private readonly table: TableWriter) {}

  static async open(database: Database): Promise<RawWriter> {
    await database.run(sql`create table raw (${RAW_COLUMNS})`);
    return new RawWriter(await database.writer("raw"));
  }

  /** Rows that follow are of this file. */
  startFile(name: string): void {
    this.#before = this.#last;
    this.#tracesBefore = this.#lastTrace;
    this.#shared = [];
    this.#files.push({ name, before: this.#before, shared: this.#shared });
  }

  /** The files so far. */
  get files(): readonly ReadFile[] {
    return this.#files;
  }

  /** Number of a row that stands on a line of this file, counted on through the files; of two on one line the later is the next. */
  #row(line: number): number {
    const row = Math.max(this.#before + line, this.#last + 1);
    if (row > this.#before + line) this.#share(row, line);
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

  /** A row: its line or index, its fields in the order of `COLUMNS`, a hash of all it holds, and the trace it is of. */
  add(line: number, fields: readonly (string | null | undefined)[], rest: number, trace?: number): void {
    const { table } = this;
    table.number(this.#row(line));
    for (let index = 0; index < COLUMNS.length; index += 1) {
      const value = fields[index];
      if (value === null || value === undefined || value === "") table.nothing();
      else table.text(value);
    }
    table.number(rest);
    if (trace === undefined) table.nothing();
    else table.number(this.#trace(trace));
    table.endRow();
    this.rows += 1;
  }

  /** Something that stands where a row should, and is none. */
  refuse(line: number, reason: string, text: string): void {
    const entry = this.#unreadable.get(reason) ?? { rows: 0, samples: [] };
    this.#unreadable.set(reason, entry);
    entry.rows += 1;
    const row = this.#row(line);
    if (entry.samples.length < SAMPLES) entry.samples.push({ row, text: text.slice(0, SAMPLE_LENGTH) });
  }

  close(): readonly Unreadable[] {
    this.table.close();
    return [...this.#unreadable].map(([reason, { rows, samples }]) => ({ reason, rows, samples }));
  }
}
