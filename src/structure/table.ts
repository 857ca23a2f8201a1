import type { Passage } from "../model/passage.ts";
import { numbered } from "./cut.ts";
import { draft, leaf, type Draft } from "./draft.ts";
import type { Patterns } from "./patterns.ts";
import type { RowTopic } from "../language/structure-words.ts";
import { readCell } from "./cell.ts";

type Row = readonly (readonly Passage[])[];

/** So many standard labels make a table one of requirements, or of process steps. */
const LEAST_TOPICS = 4;
const LEAST_STEPS = 2;
const PLAIN_NUMBER = /^\d+\.?$/u;
const COLUMNS = /^\d+$/u;

/** A table whose cells the file shows. */
export function tableOf(rows: readonly Row[], before: Passage | undefined, patterns: Patterns): Draft {
  const topics = rows.map((row) =>
    row.map((cell) => topicOf(cell, patterns)).find((topic) => topic !== undefined),
  );
  if (new Set(topics.filter((topic) => topic !== undefined)).size >= LEAST_TOPICS)
    return requirements(rows, topics, before);
  const label = before === undefined ? undefined : tableNumber(before.text, patterns);
  const node = draft("table", {
    table: isProcess(rows, patterns) ? "process" : isContacts(rows, patterns) ? "contacts" : "other",
    ...(before === undefined ? {} : { title: before }),
    ...(label === undefined ? {} : { label }),
  });
  for (const [index, row] of rows.entries())
    node.children.push(plainRow(row, index + 1, node.table === "process"));
  return node;
}

/** Number of a table in the line that names it. */
function tableNumber(text: string, patterns: Patterns): string | undefined {
  for (const pattern of patterns.tableTitles) {
    const number = pattern.exec(text)?.[1];
    if (number !== undefined) return number;
  }
  return undefined;
}

function topicOf(cell: readonly Passage[], patterns: Patterns): RowTopic | undefined {
  const text = cell.map((part) => part.text).join(" ");
  if (text.length > 400) return undefined;
  return patterns.rows.find(({ own }) => own.test(text))?.topic;
}

/** Rows of number, label and value; a row without a label of its own holds the title. */
function requirements(
  rows: readonly Row[],
  topics: readonly (RowTopic | undefined)[],
  before: Passage | undefined,
): Draft {
  const first = topics.findIndex((topic) => topic !== undefined);
  const lone = first > 0 ? rows[0]?.flat()[0] : undefined;
  const node = draft("table", { table: "requirements", ...(lone === undefined ? {} : { title: lone }) });
  if (before !== undefined) node.children.push(leaf("heading", before));
  let number = 0;
  for (const [index, row] of rows.entries()) {
    const topic = topics[index];
    if (index === 0 && lone !== undefined) {
      for (const other of row.flat().slice(1)) node.children.push(leaf("paragraph", other));
      continue;
    }
    const cells = row.filter((cell) => cell.length > 0);
    const marker = PLAIN_NUMBER.test(cells[0]?.[0]?.text ?? "") ? cells[0]?.[0] : undefined;
    const rest = marker === undefined ? cells : cells.slice(1);
    number = marker === undefined ? number + 1 : Number.parseInt(marker.text, 10);
    const label = rest[0]?.[0];
    const made = draft("row", {
      label: String(number),
      ...(marker === undefined ? {} : { marker }),
      ...(topic === undefined ? {} : { topic }),
      ...(label === undefined ? {} : { rowLabel: label }),
    });
    node.children.push(readCell(made, [...(rest[0]?.slice(1) ?? []), ...rest.slice(1).flat()]));
  }
  return node;
}

function plainRow(row: Row, ordinal: number, process: boolean): Draft {
  const node = draft("row", { label: String(ordinal) });
  const [first, ...others] = row;
  const own = process ? first?.[0] : undefined;
  const mark = own === undefined ? undefined : numbered(own, ".");
  const cells =
    own === undefined
      ? row
      : [...(first !== undefined && first.length > 1 ? [first.slice(1)] : []), ...others];
  const fields = mark === undefined ? { rowLabel: own } : { rowLabel: mark.rest, marker: mark.marker };
  const named: Draft = { ...node, ...(own === undefined ? {} : (fields as Partial<Draft>)) };
  for (const [index, cell] of cells.entries()) named.children.push(cellOf(cell, index + 1));
  return named;
}

function cellOf(cell: readonly Passage[], column: number): Draft {
  const node = draft("cell", { label: String(column) });
  return readCell(node, cell);
}

/** A first row that counts columns, or labels of steps. */
function isProcess(rows: readonly Row[], patterns: Patterns): boolean {
  const counts = rows[0]?.slice(1).filter((cell) => COLUMNS.test(cell[0]?.text ?? "")).length ?? 0;
  const labels = rows.filter((row) =>
    patterns.processRows.some((label) => label.test(row[0]?.[0]?.text ?? "")),
  ).length;
  return (counts >= 2 && labels >= 1) || labels >= LEAST_STEPS;
}

const isContacts = (rows: readonly Row[], patterns: Patterns): boolean =>
  (rows[0] ?? []).filter((cell) => patterns.contacts.test(cell[0]?.text ?? "")).length >= 1;
