/** A value in a row of a SQLite file. */
export type SqliteValue = number | bigint | string | Uint8Array | null;

/** A SQLite file that is read and never written to. */
export interface SqliteFile {
  /** Names of its tables. */
  readonly tables: () => readonly string[];
  /** Rows of a table, its columns by name, one after another. */
  readonly rows: (table: string) => Iterable<Readonly<Record<string, SqliteValue>>>;
  readonly close: () => void;
}

/** Opens a SQLite file. Throws what SQLite says of one that it cannot read. */
export async function openSqlite(path: string): Promise<SqliteFile> {
  const { Database } = (await import("node-sqlite3-wasm")).default;
  const database = new Database(path, { fileMustExist: true, readOnly: true });
  const all = function* (question: string): Generator<Readonly<Record<string, SqliteValue>>> {
    const statement = database.prepare(question);
    try {
      for (const row of statement.iterate()) yield row as Readonly<Record<string, SqliteValue>>;
    } finally {
      statement.finalize();
    }
  };
  return {
    tables: () =>
      [...all("select name from sqlite_master where type = 'table'")].map(({ name }) => String(name)),
    rows: (table) => all(`select * from "${table.replaceAll('"', '""')}"`),
    close: () => {
      database.close();
    },
  };
}
