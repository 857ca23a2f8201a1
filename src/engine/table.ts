import { list, sql, type, word, type Sql } from "./sql.ts";

/** A table of ours as rows. Texts in it may come from outside; they are values, never SQL. */
export interface DataTable {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, type: "bigint" | "text"])[];
  readonly rows: readonly (readonly (number | string | null)[])[];
}

/** What a question makes when it is asked: a table, or a view where it says so. */
export interface Relation {
  readonly name: string;
  readonly as?: "view";
  readonly sql: Sql;
  /** A table that nobody reads after it: it is dropped, so that its room is free. */
  readonly drops?: string;
}

/** The statement that makes a table without rows. */
export const tableOf = ({ name, columns }: Pick<DataTable, "name" | "columns">): Sql =>
  sql`create table ${word(name)} (${list(columns.map(([column, of]) => sql`${word(column)} ${type(of)}`))})`;

/** The statements that make a relation; `as` says otherwise than it does itself whether it is a view. */
export function relationOf({
  name,
  as = "table",
  sql: question,
  drops,
}: Omit<Relation, "as"> & {
  readonly as?: "view" | "table";
}): Sql[] {
  const made = sql`
    create ${word(as)} ${word(name)} as
    ${question}
  `;
  return drops === undefined ? [made] : [made, sql`drop table ${word(drops)}`];
}
