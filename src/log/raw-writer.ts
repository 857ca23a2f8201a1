import type { Database } from "../engine/database.ts";
import { sql } from "../engine/sql.ts";
import type { TableWriter } from "../engine/table-writer.ts";
import { RAW_COLUMNS, type ReadFile, type Unreadable } from "./log-source.ts";
import { COLUMNS } from "./mapping.ts";

const SAMPLES = 5;
const SAMPLE_LENGTH = 200;

/** Takes rows into the table `raw`, and keeps count of what stands where rows should and is none. */
export class RawWriter {
  readonly #unreadable = new Map<string, { rows: number; samples: { row: number; text: string }[] }>();
  readonly #files: ReadFile[] = [];
  #before = 0;
  #last = 0;
  rows = 0;

  private constructor(private readonly table: TableWriter) {}

  static async open(database: Database): Promise<RawWriter> {
    await database.run(sql`create table raw (${RAW_COLUMNS})`);
    return new RawWriter(await database.writer("raw"));
  }

  /** Rows that follow are of this file. */
  startFile(name: string): void {
    this.#before = this.#last;
    this.#files.push({ name, before: this.#before });
  }

  /** The files so far. */
  get files(): readonly ReadFile[] {
    return this.#files;
  }

  /** Number of a line of this file, counted on through the files. */
  #row(line: number): number {
    const row = this.#before + line;
    this.#last = Math.max(this.#last, row);
    return row;
  }

  /** A row: its line or index, its fields in the order of `COLUMNS`, and a hash of all it holds. */
  add(line: number, fields: readonly (string | null | undefined)[], rest: number): void {
    const { table } = this;
    table.number(this.#row(line));
    for (let index = 0; index < COLUMNS.length; index += 1) {
      const value = fields[index];
      if (value === null || value === undefined || value === "") table.nothing();
      else table.text(value);
    }
    table.number(rest);
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
