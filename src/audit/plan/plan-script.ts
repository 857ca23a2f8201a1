import { POSTGRES, type Dialect } from "../../engine/dialect.ts";
import { list, printed, sql, value, word, type Sql } from "../../engine/sql.ts";
import { relationOf, tableOf, type DataTable } from "../../engine/table.ts";
import { meaningOf, type ColumnName } from "./columns.ts";
import { planTable, type PlanTable } from "./plan-table.ts";
import type { Step } from "./step.ts";

/** Rows in one `insert`: few enough for every engine. */
const AT_ONCE = 500;
/** Letters in a line of a comment, after its mark. */
const LINE = 116;

/** The table of events that the plan runs over. */
export const EVENT: PlanTable = planTable(
  "event",
  "The log: one row an event.",
  [
    "row_no",
    "case_id",
    "event_no",
    "earliest_at",
    "latest_at",
    "service",
    "channel",
    "provider",
    "reason",
    "document",
    "due_from",
    "due_until",
    "due_days",
    "facts_no",
    "has_moved",
  ],
  [],
);

/** The columns of the event table, as a list. */
export const EVENT_COLUMNS: Sql = list(EVENT.columns.map(([column]) => word(column)));

const READ_ME = `An audit as portable SQL (no engine's own words): run 1-tables.sql and 2-event.sql, load the log into event
(events.csv holds the one that was read; psql: \\copy event from 'events.csv' csv header), then run 3-plan.sql. The table
finding holds the result: one row a finding; instants are epoch ms, lengths of time ms. What each table is for, and what
its columns hold, stands above it.
`;

/** The plan of an audit as files to be run by any engine: our tables, the log's table, the steps, and how to go about it. */
export function planFiles(
  tables: readonly PlanTable[],
  steps: readonly Step[],
  dialect: Dialect = POSTGRES,
): { readonly name: string; readonly text: string }[] {
  const script = new PlanScript(dialect);
  return [
    { name: "1-tables.sql", text: script.tables(tables) },
    { name: "2-event.sql", text: script.tables([EVENT]) },
    { name: "3-plan.sql", text: script.steps(steps) },
    { name: "README.txt", text: READ_ME },
  ];
}

/** The plan of an audit as scripts that any engine runs which speaks the dialect, each with what it is for. */
class PlanScript {
  /** Columns that were told of already. */
  readonly #told = new Set<string>();

  constructor(private readonly dialect: Dialect) {}

  /** Tables with their rows; a table without rows is made all the same. */
  tables(tables: readonly PlanTable[]): string {
    return tables.map((table) => this.#explained(table, namesOf(table)) + this.#filled(table)).join("\n");
  }

  /**
   * The steps in their order. All of them make tables here: our engine counts views in one go, others repeat the whole of
   * a view for each of its columns.
   */
  steps(steps: readonly Step[]): string {
    return steps
      .map(
        (step) => this.#explained(step, step.gives) + this.#statements(relationOf({ ...step, as: "table" })),
      )
      .join("\n");
  }

  #filled(table: DataTable): string {
    const inserts: Sql[] = [];
    for (let at = 0; at < table.rows.length; at += AT_ONCE) {
      const rows = table.rows.slice(at, at + AT_ONCE).map((row) => sql`(${list(row.map(value))})`);
      inserts.push(sql`insert into ${word(table.name)} values\n${list(rows)}`);
    }
    return this.#statements([tableOf(table), ...inserts]);
  }

  #statements(statements: readonly Sql[]): string {
    return statements.map((statement) => `${printed(statement, this.dialect)};\n`).join("");
  }

  /** What a table or step is for, and what those of its columns hold that stand here for the first time. */
  #explained({ says }: { readonly says: string }, columns: readonly ColumnName[]): string {
    const first = columns.filter((column) => !this.#told.has(column));
    for (const column of first) this.#told.add(column);
    return [says, ...first.map((column) => `  ${column}: ${meaningOf(column)}`)].map(comment).join("");
  }
}

const namesOf = ({ columns }: DataTable): ColumnName[] => columns.map(([column]) => column as ColumnName);

/** A sentence as lines of a comment, without the mark that begins a text: not all who cut a script into statements know comments. */
function comment(sentence: string): string {
  const margin = /^ */.exec(sentence)?.[0] ?? "";
  const lines: string[] = [];
  let line = "";
  for (const each of sentence.trim().replaceAll("'", "’").split(" ")) {
    if (line !== "" && margin.length + line.length + 1 + each.length > LINE) {
      lines.push(line);
      line = "  ";
    }
    line += line.trim() === "" ? each : ` ${each}`;
  }
  return [...lines, line].map((text) => `-- ${margin}${text}\n`).join("");
}
