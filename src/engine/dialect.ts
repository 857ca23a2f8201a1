/** What a column or a cast can hold, by the name that the plan calls it. */
export type SqlType = "bigint" | "smallint" | "text" | "double" | "wide";

/** How an engine writes what engines write differently. */
export interface Dialect {
  readonly engine: "duckdb" | "postgres" | "spark";
  /** What stands around a name, and twice inside it. */
  readonly nameMark: '"' | "`";
  /** Characters that begin something of their own inside a literal, on some setting at least: written by their number. */
  readonly byNumber: readonly string[];
  /** Characters that no text of this engine can hold. */
  readonly impossible: readonly string[];
  readonly types: Readonly<Record<SqlType, string>>;
}

const NUL = "\0";
const WIDE = "decimal(38, 0)";

/** The engine inside the process. A backslash in its literals is a backslash, always. */
export const DUCKDB: Dialect = {
  engine: "duckdb",
  nameMark: '"',
  byNumber: [NUL],
  impossible: [],
  types: { bigint: "bigint", smallint: "smallint", text: "varchar", double: "double", wide: WIDE },
};

/** PostgreSQL, whose words DataFusion and DuckDB read as well. What a backslash is, `standard_conforming_strings` says. */
export const POSTGRES: Dialect = {
  engine: "postgres",
  nameMark: '"',
  byNumber: ["\\"],
  impossible: [NUL],
  types: { bigint: "bigint", smallint: "smallint", text: "text", double: "double precision", wide: WIDE },
};

/** Apache Spark. What a backslash is, a setting says; `${…}` stands for a variable, in a literal too; `"…"` is a text. */
export const SPARK: Dialect = {
  engine: "spark",
  nameMark: "`",
  byNumber: ["\\", "$", NUL],
  impossible: [],
  types: { bigint: "bigint", smallint: "smallint", text: "string", double: "double", wide: WIDE },
};
