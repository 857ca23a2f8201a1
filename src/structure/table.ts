import { joinPassages, type Passage } from "../model/passage.ts";
import { numbered } from "./cut.ts";
import { draft, leaf, type Draft } from "./draft.ts";
import type { Patterns } from "./patterns.ts";
import { readCell } from "./cell.ts";
import type { RowTopic } from "../language/structure-words.ts";
import { topicsOfRows, type RowWords } from "./row-topics.ts";

type Row = readonly (readonly Passage[])[];
/** What each row of a table is about. */
type Topics = readonly (RowTopic | undefined)[];

/** So many standard labels make a table one of requirements, or of process steps. */
const LEAST_TOPICS = 4;
const LEAST_STEPS = 2;
const PLAIN_NUMBER = /^\d+\.?$/u;
const COLUMNS = /^\d+$/u;

/** A table whose cells the file shows. */
export function tableOf(rows: readonly Row[], before: Passage | undefined, patterns: Patterns): Draft {
  const process = isProcess(rows, patterns);
  const topics = process ? undefined : topicsIn(rows, patterns);
  if (topics !== undefined) return requirements(rows, topics, before);
  const label = before === undefined ? undefined : tableNumber(before.text, patterns);
  const node = draft("table", {
    table: process ? "process" : isContacts(rows, patterns) ? "contacts" : "other",
    ...(before === undefined ? {} : { title: before }),
    ...(label === undefined ? {} : { label }),
  });
  for (const [index, row] of rows.entries()) node.children.push(plainRow(row, index + 1, process));
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

/** Whether rows are those of a table of requirements. */
export const isRequirements = (rows: readonly Row[], patterns: Patterns): boolean =>
  !isProcess(rows, patterns) && topicsIn(rows, patterns) !== undefined;

/** What the rows are about, where enough of them are about something that a service is required of. */
function topicsIn(rows: readonly Row[], patterns: Patterns): Topics | undefined {
  const words = rows.map((row): RowWords => {
    const { label, values } = partsOf(row);
    return values.length === 0 ? { label: "", value: "" } : { label: textOf(label), value: textOf(values) };
  });
  const topics = topicsOfRows(words, patterns.rowSigns);
  const different = new Set(topics.filter((topic) => topic !== undefined));
  return different.size >= LEAST_TOPICS ? topics : undefined;
}

/** The number, the label and the values of a row of three columns, or of two. */
function partsOf(row: Row): {
  readonly marker: Passage | undefined;
  readonly label: readonly Passage[];
  readonly values: readonly Passage[];
} {
  const cells = row.filter((cell) => cell.length > 0);
  const marker = PLAIN_NUMBER.test(cells[0]?.[0]?.text ?? "") ? cells[0]?.[0] : undefined;
  const [label = [], ...values] = marker === undefined ? cells : cells.slice(1);
  // In a row of one cell the first line is the label, and what is under it the value.
  if (values.length === 0) return { marker, label: label.slice(0, 1), values: label.slice(1) };
  return { marker, label, values: values.flat() };
}

const textOf = (parts: readonly Passage[]): string => parts.map(({ text }) => text).join(" ");

/** Rows of number, label and value; a row without a label of its own holds the title. */
function requirements(rows: readonly Row[], topics: Topics, before: Passage | undefined): Draft {
  const first = topics.findIndex((topic) => topic !== undefined);
  const lone = first > 0 ? rows[0]?.flat()[0] : undefined;
  const node = draft("table", { table: "requirements", ...(lone === undefined ? {} : { title: lone }) });
  if (before !== undefined) node.children.push(leaf("heading", before));
  let number = 0;
  for (const [index, row] of rows.entries()) {
    if (index === 0 && lone !== undefined) {
      for (const other of row.flat().slice(1)) node.children.push(leaf("paragraph", other));
      continue;
    }
    const { marker, label, values } = partsOf(row);
    number = marker === undefined ? number + 1 : Number.parseInt(marker.text, 10);
    const topic = topics[index];
    const rowLabel = joinedLabel(label);
    const made = draft("row", {
      label: String(number),
      ...(marker === undefined ? {} : { marker }),
      ...(topic === undefined ? {} : { topic }),
      ...(rowLabel === undefined ? {} : { rowLabel }),
    });
    node.children.push(readCell(made, values));
  }
  return node;
}

/** A label whose words stand on several lines of its cell is one. */
const joinedLabel = (label: readonly Passage[]): Passage | undefined =>
  label.length === 0 ? undefined : label.length === 1 ? label[0] : joinPassages(label, " ");

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
