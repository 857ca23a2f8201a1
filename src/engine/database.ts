import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { DUCKDB } from "./dialect.ts";
import { list, printed, sql, value, word, type Sql } from "./sql.ts";
import { TableWriter } from "./table-writer.ts";
import { relationOf, tableOf, type DataTable, type Relation } from "./table.ts";

/** How much of the machine an audit may take, and where it may put what does not fit into memory. */
export interface Limits {
  /** The most memory that the whole process is to take: `2GB`, `500MB`. */
  readonly memory: string;
  /** Absent: all processors. */
  readonly threads?: number;
  /** An empty folder of the audit's own; what is in it is thrown away with it. */
  readonly folder: string;
  /** How many rows are judged at a time; absent: as many as memory holds. */
  readonly rowsAtOnce?: number;
  /** Ends the question that is being answered: nobody waits for it any more. */
  readonly stopped?: AbortSignal;
}

/** The database that one audit runs in. */
export class Database {
  private constructor(
    private readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
    /** Its own memory. */
    readonly megabytes: number,
    readonly rowsAtOnce: number | undefined,
  ) {}

  static async open({ memory, threads, folder, rowsAtOnce, stopped }: Limits): Promise<Database> {
    const megabytes = ownMegabytes(memory);
    const { DuckDBInstance: Instance } = await import("@duckdb/node-api");
    const instance = await Instance.create(":memory:", {
      memory_limit: `${megabytes}MB`,
      ...(threads === undefined ? {} : { threads: String(threads) }),
      temp_directory: `${folder}/spill`,
      preserve_insertion_order: "false",
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
    const connection = await instance.connect();
    stopped?.addEventListener("abort", () => {
      connection.interrupt();
    });
    return new Database(instance, connection, megabytes, rowsAtOnce);
  }

  /** From here on nothing but that folder and those files can be read or written, and no setting be changed. */
  async shut(folder: string, files: readonly string[]): Promise<void> {
    await this.run(sql`set allowed_directories = [${value(folder)}]`);
    await this.run(sql`set allowed_paths = [${list(files.map(value))}]`);
    await this.run(sql`set enable_external_access = false`);
    await this.run(sql`set lock_configuration = true`);
  }

  async run(question: Sql): Promise<void> {
    await this.connection.run(printed(question, DUCKDB));
  }

  /** Rows of a question whose answer is small. */
  async rows<Row>(question: Sql): Promise<Row[]> {
    const reader = await this.connection.runAndReadAll(printed(question, DUCKDB));
    return reader.getRowObjectsJS().map((row) => numbers(row) as Row);
  }

  /** Rows of a question whose answer may be large, a part at a time. */
  async *stream<Row>(question: Sql): AsyncGenerator<Row[]> {
    const result = await this.connection.stream(printed(question, DUCKDB));
    for await (const part of result.yieldRowObjectJs()) yield part.map((row) => numbers(row) as Row);
  }

  /** The same beside whatever else is at work: rows are put into one table while they come out of another. */
  async *streamBeside<Row>(question: Sql): AsyncGenerator<Row[]> {
    const connection = await this.instance.connect();
    try {
      const result = await connection.stream(printed(question, DUCKDB));
      for await (const part of result.yieldRowObjectJs()) yield part.map((row) => numbers(row) as Row);
    } finally {
      connection.closeSync();
    }
  }

  /** How many rows a table or view of ours has. */
  async count(relation: string): Promise<number> {
    const [counted] = await this.rows<{ n: number }>(sql`select count(*) as n from ${word(relation)}`);
    return counted?.n ?? 0;
  }

  /** Makes a table with its rows. */
  async fill(data: DataTable): Promise<void> {
    await this.run(tableOf(data));
    const table = await this.writer(data.name);
    for (const row of data.rows) {
      for (const cell of row)
        if (cell === null) table.nothing();
        else if (typeof cell === "number") table.number(cell);
        else table.text(cell);
      table.endRow();
    }
    table.close();
  }

  /** From here on `share` tells how far the question at work is. */
  async watch(): Promise<void> {
    await this.run(sql`set enable_progress_bar = true`);
    await this.run(sql`set enable_progress_bar_print = false`);
  }

  /** How much of the question at work is done, as far as can be told: between 0 and 1. */
  get share(): number {
    return Math.min(1, Math.max(0, this.connection.progress.percentage / 100));
  }

  /** Puts rows into a table that is there. */
  async writer(table: string): Promise<TableWriter> {
    return new TableWriter(await this.connection.createAppender(table));
  }

  /** Makes a table or view out of a question. */
  async make(relation: Relation): Promise<void> {
    for (const statement of relationOf(relation)) await this.run(statement);
  }

  /** Drops tables and views of ours that are there. */
  async drop(relations: readonly Pick<Relation, "name" | "as">[]): Promise<void> {
    for (const { name, as } of relations)
      await this.run(sql`drop ${word(as ?? "table")} if exists ${word(name)}`);
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

/** What Node and what the database does not count take of the memory, in MB. */
const BESIDE = 450;
const MEGABYTES: Readonly<Record<string, number>> = { mb: 1, gb: 1000, mib: 1.048_576, gib: 1073.741_824 };

/** The database's share of the memory that the process may take: what is left beside it, and half of it at least. */
function ownMegabytes(memory: string): number {
  const told = /^(\d+(?:\.\d+)?) ?(mb|gb|mib|gib)$/i.exec(memory);
  const megabytes = Number(told?.[1]) * (MEGABYTES[told?.[2]?.toLowerCase() ?? ""] ?? Number.NaN);
  if (Number.isNaN(megabytes)) throw new RangeError(`${memory} is no size of memory`);
  return Math.round(Math.max(megabytes - BESIDE, megabytes / 2));
}

/** 64-bit integers that a double holds exactly come as numbers. */
function numbers(row: Record<string, unknown>): Record<string, unknown> {
  for (const [key, value] of Object.entries(row)) if (typeof value === "bigint") row[key] = Number(value);
  return row;
}
