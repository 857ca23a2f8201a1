import { joinPassages, type Passage } from "../model/passage.ts";
import type { Paragraph } from "../repair/repaired-text.ts";
import { readCell } from "./cell.ts";
import { cut } from "./cut.ts";
import { draft, leaf, type Draft } from "./draft.ts";
import type { Patterns } from "./patterns.ts";
import { labelsIn, numberedRows, rowsInOrder, type Flow, type Label } from "./flattened-labels.ts";

/** A page ends with so many empty lines; a cell may go on after them. */
const PAGE = 3;
const LEAST_TOPICS = 4;
/** Of a table with so many labels of the standard wording no other way of telling them is tried. */
const PLENTY = 9;
const LEAST_STEPS = 3;
const OPEN_END = /[^.;:!?]$/u;
const OPENS = /[(«]$/u;
const COUNTED = /^1(?: \d+)+$/u;

/**
 * A table that the conversion flattened: its cells as blocks one after another. Found by its labels, which are standard;
 * undefined where there are too few of them.
 */
export function flattenedTable(paragraphs: readonly Paragraph[], patterns: Patterns): Draft | undefined {
  const flow = flowOf(paragraphs);
  const exact = labelsIn(flow.passage.text, patterns.rows);
  const told =
    topicsOf(exact) >= PLENTY ? [exact] : [exact, numberedRows(flow, patterns), rowsInOrder(flow, patterns)];
  const [requirements = []] = told.toSorted((a, b) => topicsOf(b) - topicsOf(a));
  if (topicsOf(requirements) >= LEAST_TOPICS) {
    const node = draft("table", { table: "requirements" });
    return withRows(node, flow, requirements, (row, values) => readCell(row, joinValue(values)));
  }
  const steps = labelsIn(
    flow.passage.text,
    patterns.processRows.map((label) => ({ label })),
  );
  if (steps.length < LEAST_STEPS) return undefined;
  return withRows(draft("table", { table: "process" }), flow, steps, cellsOf);
}

const topicsOf = (labels: readonly Label[]): number =>
  new Set(labels.flatMap(({ topic }) => (topic === undefined ? [] : [topic]))).size;

function flowOf(paragraphs: readonly Paragraph[]): Flow {
  const breaks: { at: number; soft: boolean }[] = [];
  let length = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) {
      breaks.push({ at: length, soft: paragraph.blankLines >= PAGE && !paragraph.afterSection });
      length += 1;
    }
    length += paragraph.passage.text.length;
  }
  return {
    passage: joinPassages(
      paragraphs.map((paragraph) => paragraph.passage),
      "\n",
    ),
    breaks,
  };
}

/** Gives each row its value: the blocks after its label, and the words its label stands in the middle of. */
function withRows(
  node: Draft,
  { passage, breaks }: Flow,
  labels: readonly Label[],
  fill: (row: Draft, values: readonly Passage[]) => Draft,
): Draft {
  const first = labels[0];
  if (first === undefined) return node;
  const before = cut(passage, 0, first.from);
  if (before.text !== "") node.children.push(leaf("heading", before));
  let number = 0;
  let early: Passage[] = [];
  for (const [index, label] of labels.entries()) {
    const end = labels[index + 1]?.from ?? passage.text.length;
    const stuck = labels[index + 1] !== undefined && labels[index + 1]?.number === undefined;
    const { own, next } = share(passage, breaks, label.end, end, stuck);
    number = label.number === undefined ? number + 1 : Number(label.number);
    const row = draft("row", {
      label: String(number),
      ...(label.number === undefined ? {} : { marker: cut(passage, label.from, label.start) }),
      ...(label.topic === undefined ? {} : { topic: label.topic }),
      rowLabel: cut(passage, label.start, label.end),
    });
    node.children.push(fill(row, [...early, ...own]));
    early = next;
  }
  return node;
}

/**
 * Shares what stands between two labels. A label that stands in the middle of its value has words of its row before it:
 * the last block, where there is another one for the row before.
 */
function share(
  passage: Passage,
  breaks: Flow["breaks"],
  start: number,
  end: number,
  stuck: boolean,
): { own: Passage[]; next: Passage[] } {
  const blocks: Passage[] = [];
  const hard: number[] = [];
  let from = start;
  for (const { at, soft } of breaks) {
    if (at < start) continue;
    if (at >= end) break;
    const block = cut(passage, from, at);
    if (block.text !== "") {
      blocks.push(block);
      if (!soft) hard.push(blocks.length);
    }
    from = at + 1;
  }
  const glued = cut(passage, from, end);
  if (glued.text !== "") blocks.push(glued);
  if (!stuck || glued.text === "") return { own: blocks, next: [] };
  const last = hard.filter((count) => count < blocks.length).at(-1);
  if (last !== undefined) return { own: blocks.slice(0, last), next: blocks.slice(last) };
  return { own: blocks, next: [] };
}

/** Blocks of a row of steps, each a cell; a block that ends open and one that goes on with a small letter stay two. */
function cellsOf(row: Draft, values: readonly Passage[]): Draft {
  const counted = values.length === 1 && values[0] !== undefined && COUNTED.test(values[0].text);
  const cells = counted && values[0] !== undefined ? countsOf(values[0]) : values;
  for (const [index, value] of cells.entries())
    row.children.push(readCell(draft("cell", { label: String(index + 1) }), [value]));
  return row;
}

function countsOf(passage: Passage): Passage[] {
  return [...passage.text.matchAll(/\d+/g)].map((match) =>
    cut(passage, match.index, match.index + match[0].length),
  );
}

/** Joins what a table's value was cut into by the label in its middle or by the end of a page. */
function joinValue(values: readonly Passage[]): Passage[] {
  const joined: Passage[] = [];
  for (const value of values) {
    const last = joined.at(-1);
    if (last !== undefined && OPEN_END.test(last.text))
      joined[joined.length - 1] = joinPassages([last, value], OPENS.test(last.text) ? "" : " ");
    else joined.push(value);
  }
  return joined;
}
