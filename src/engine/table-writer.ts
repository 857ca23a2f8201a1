import type { DuckDBAppender } from "@duckdb/node-api";

/** Puts rows into a table, value after value in the order of its columns: many of them sooner than statements would. */
export class TableWriter {
  constructor(private readonly appender: DuckDBAppender) {}

  /** A whole number that a double holds exactly, into a `bigint`. */
  number(value: number): void {
    this.appender.appendBigInt(BigInt(value));
  }

  text(value: string): void {
    this.appender.appendVarchar(value);
  }

  nothing(): void {
    this.appender.appendNull();
  }

  endRow(): void {
    this.appender.endRow();
  }

  /** The rows are in the table when this has been called. */
  close(): void {
    this.appender.closeSync();
  }
}
