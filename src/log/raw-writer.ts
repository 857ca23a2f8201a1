import type { DuckDBAppender } from "@duckdb/node-api";
import type { Database } from "../engine/database.ts";
import { COLUMNS } from "./mapping.ts";
import { RAW_COLUMNS, type ReadFile, type Unreadable } from "./log-source.ts";

const SAMPLES = 5;
const SAMPLE_LENGTH = 200;

/** Takes the rows of text formats into the table `raw`, and keeps count of those that are none. */
export class RawWriter {
  readonly #unreadable = new Map<string, { rows: number; samples: { row: number; text: string }[] }>();
  readonly #files: ReadFile[] = [];
  #before = 0;
  #last = 0;
  rows = 0;

  private constructor(private readonly appender: DuckDBAppender) {}

  static async open(database: Database): Promise<RawWriter> {
    await database.run(`create table raw (${RAW_COLUMNS})`);
    return new RawWriter(await database.connection.createAppender("raw"));
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
    const { appender } = this;
    appender.appendBigInt(BigInt(this.#row(line)));
    for (let index = 0; index < COLUMNS.length; index += 1) {
      const value = fields[index];
      if (value === null || value === undefined || value === "") appender.appendNull();
      else appender.appendVarchar(value);
    }
    appender.appendBigInt(BigInt(rest));
    appender.endRow();
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
    this.appender.closeSync();
    return [...this.#unreadable].map(([reason, { rows, samples }]) => ({ reason, rows, samples }));
  }
}

/** A hash of texts in 53 bits (FNV-1a over two halves): tells rows that differ in what no column of ours takes. */
export class TextHash {
  #low = 0x811c9dc5;
  #high = 0x1000193;

  add(text: string): this {
    let low = this.#low;
    let high = this.#high;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ (unit + 0x9e37), 0x85ebca6b);
    }
    this.#low = low;
    this.#high = high;
    return this;
  }

  get value(): number {
    return (this.#high >>> 11) * 4294967296 + (this.#low >>> 0);
  }
}

/** The hash of one text. */
export const hashOf = (text: string): number => new TextHash().add(text).value;
