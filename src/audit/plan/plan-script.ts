import { POSTGRES } from "../../engine/dialect.ts";
import { printed } from "../../engine/sql.ts";
import { literal } from "../../engine/database.ts";
import type { DataTable, Step } from "../../engine/table.ts";

/** Rows in one `insert`: few enough for every engine. */
const AT_ONCE = 500;

const READ_ME = `An audit as portable SQL (no engine's own words): run 1-tables.sql and 2-event.sql, load the log into event
(events.csv holds the one that was read; psql: \\copy event from 'events.csv' csv header), then run 3-plan.sql. The table
finding holds the result: one row a finding; instants are epoch ms, lengths of time ms.
`;

/** The plan of an audit as files to be run by any engine: our tables, the log's table, the steps, and how to go about it. */
export const planFiles = (
  tables: readonly DataTable[],
  steps: readonly Step[],
): { readonly name: string; readonly text: string }[] => [
  { name: "1-tables.sql", text: tablesScript(tables) },
  { name: "2-event.sql", text: EVENT_TABLE },
  { name: "3-plan.sql", text: stepsScript(steps) },
  { name: "README.txt", text: READ_ME },
];

/** The table of events that the plan runs over, as any engine creates it. */
const EVENT_TABLE = `-- The log: one row an event. t and hi are epoch ms, the earliest and the latest instant that the row's time can mean
-- (the same, unless only a date is known); event_no is the number of the event in activity_event.
create table event (
  row_no bigint not null,
  case_id text not null,
  event_no bigint,
  t bigint not null,
  hi bigint not null,
  service text,
  channel text,
  provider text,
  reason text,
  document text
);
`;

/** Tables of ours as statements that any engine runs. */
function tablesScript(tables: readonly DataTable[]): string {
  return tables.map(tableScript).join("\n");
}

function tableScript({ name, columns, rows }: DataTable): string {
  const head = `create table ${name} (${columns.map(([column, type]) => `${column} ${type}`).join(", ")});\n`;
  const inserts: string[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const values = rows.slice(at, at + AT_ONCE).map((row) => `(${row.map(value).join(", ")})`);
    inserts.push(`insert into ${name} values\n${values.join(",\n")};\n`);
  }
  return head + inserts.join("");
}

function value(of: number | string | null): string {
  if (of === null) return "null";
  return typeof of === "number" ? String(of) : literal(of);
}

/**
 * The steps as statements, in order. All of them make tables here: our engine counts views in one go, others repeat the
 * whole of a view for each of its columns.
 */
const stepsScript = (steps: readonly Step[]): string =>
  steps
    .map(({ name, sql, drops }) => {
      const made = `create table ${name} as\n${typeof sql === "string" ? sql : printed(sql, POSTGRES)};\n`;
      return drops === undefined ? made : `${made}drop table ${drops};\n`;
    })
    .join("\n");
