import { joined, list, sql, word, type Sql } from "../../engine/sql.ts";
import type { Relation } from "../../engine/table.ts";
import type { ColumnName } from "./columns.ts";

/** Which columns of which tables are read. */
export type Reads = Readonly<Record<string, readonly ColumnName[]>>;

/** One step of the plan: what it is for, what it reads and gives, and the question made from that. */
export interface Step extends Relation {
  /** One sentence that says what it makes. */
  readonly says: string;
  readonly reads: Reads;
  readonly gives: readonly ColumnName[];
}

/** A column of a step, and what it is in the step's question. */
export interface Given {
  readonly column: ColumnName;
  readonly is: Sql;
  /** It is a column of the same name: nothing has to be called otherwise. */
  readonly passed?: true;
}

/** A column that an expression makes. */
export const as = (column: ColumnName, is: Sql): Given => ({ column, is });

/** Columns that a step passes on as it finds them under an alias. */
export const of = (alias: string, ...columns: readonly ColumnName[]): Given[] =>
  columns.map((column) => ({ column, is: sql`${word(alias)}.${word(column)}`, passed: true }));

/** Columns that are passed on in one line. */
const IN_A_LINE = 8;

/** `select` with these columns; `from` is the rest of the question. */
export function select(given: readonly Given[], from: Sql): Sql {
  const lines: Given[][] = [];
  for (const each of given) {
    const line = lines.at(-1);
    if (each.passed && line?.[0]?.passed && line.length < IN_A_LINE) line.push(each);
    else lines.push([each]);
  }
  const columns = lines.map((line) =>
    list(line.map(({ column, is, passed }) => (passed ? is : sql`${is} as ${word(column)}`))),
  );
  return sql`
    select ${joined(columns, sql`,\n  `)}
    ${from}
  `;
}

/** Several questions with the same columns, as one. */
export const union = (questions: readonly Sql[]): Sql => joined(questions, sql`\nunion all\n`);

interface StepOf {
  readonly says: string;
  readonly reads: Reads;
  readonly gives: readonly Given[];
  /** The rest of the question, from `from` on. */
  readonly from: Sql;
  readonly drops?: string;
}

/** A step that makes a table. */
export function tableStep(name: string, { says, reads, gives, from, drops }: StepOf): Step {
  return {
    name,
    says,
    reads,
    gives: gives.map(({ column }) => column),
    sql: select(gives, from),
    ...(drops === undefined ? {} : { drops }),
  };
}

/** A step that is a view: counted in one go with what reads it. */
export const viewStep = (name: string, of: StepOf): Step => ({ ...tableStep(name, of), as: "view" });
