import { joinPassages, type Passage } from "../model/passage.ts";
import type { Paragraph } from "../repair/repaired-text.ts";
import { readCell } from "./cell.ts";
import { cut } from "./cut.ts";
import { draft, leaf, type Draft } from "./draft.ts";
import type { Patterns } from "./patterns.ts";
import { placeOfTopic, topicOfLabel, topicsOfRows } from "./row-topics.ts";
import type { RowTopic } from "../language/structure-words.ts";

/** A page ends with so many empty lines; a cell may go on after them. */
const PAGE = 3;
const LEAST_TOPICS = 4;
const LEAST_STEPS = 3;
/** A number that stands before a label; it may have a line of its own. */
const NUMBER_BEFORE = /(?:^|[ \n])(\d{1,2})\.?[ \n]*$/u;
const OPEN_END = /[^.;:!?]$/u;
const OPENS = /[(«]$/u;
const COUNTED = /^1(?: \d+)+$/u;

/** The text of all cells, and where one block of it ends and the next begins. */
interface Flow {
  readonly passage: Passage;
  /** Offsets of the line breaks between blocks; soft where a page ends between them. */
  readonly breaks: readonly { readonly at: number; readonly soft: boolean }[];
}

interface Label {
  readonly start: number;
  readonly end: number;
  readonly topic?: RowTopic;
  /** Where the row begins: at its number, or at its label. */
  readonly from: number;
  readonly number: string | undefined;
}

/**
 * A table that the conversion flattened: its cells as blocks one after another. Found by its labels, which are standard;
 * undefined where there are too few of them.
 */
export function flattenedTable(paragraphs: readonly Paragraph[], patterns: Patterns): Draft | undefined {
  const flow = flowOf(paragraphs);
  const told = [
    labelsIn(flow.passage.text, patterns.rows),
    numberedRows(flow, patterns),
    rowsInOrder(flow, patterns),
  ];
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

/** A block that begins with the number of a row: with a point, or before a capital letter. */
const NUMBERED = /^(\d{1,2})(?:\. ?(?=[\p{L}"«])|[ \n](?=["«]?\p{Lu}))/u;
/** Letters at most of a row's label. */
const LONGEST_LABEL = 400;

/**
 * Rows told by their numbers, which go up by one from block to block, where the file keeps each label in a block of its own;
 * what they are about is told by likeness, as that of rows in cells that the file shows. A number that is misprinted counts
 * where the label behind it is told by its words alone.
 */
function numberedRows(flow: Flow, patterns: Patterns): Label[] {
  const { passage } = flow;
  const heads: Head[] = [];
  for (const { from, end } of blocksOf(flow)) {
    const match = NUMBERED.exec(passage.text.slice(from, Math.min(end, from + LONGEST_LABEL)));
    if (match?.[1] === undefined || end - from > LONGEST_LABEL) continue;
    const start = from + match[0].length;
    const follows = Number(match[1]) === heads.length + 1;
    if (!follows && topicOfLabel(passage.text.slice(start, end), patterns.rowSigns) === undefined) continue;
    heads.push({ from, start, end, number: match[1] });
  }
  return labelled(passage, heads, patterns);
}

/** A label of a row as a block of its own, with the number before it where one is printed. */
type Head = Omit<Label, "topic">;

/**
 * Rows without numbers: blocks that are labels by their words alone, as open-ended as a label is, in the order in which the
 * standard form has its rows.
 */
function rowsInOrder(flow: Flow, patterns: Patterns): Label[] {
  const { passage } = flow;
  const heads: Head[] = [];
  let last = -1;
  for (const { from, end } of blocksOf(flow)) {
    const text = passage.text.slice(from, end);
    const topic =
      text.length > LONGEST_LABEL || SENTENCE_END.test(text)
        ? undefined
        : topicOfLabel(text, patterns.rowSigns);
    const place = topic === undefined ? -1 : placeOfTopic(topic);
    if (place <= last) continue;
    heads.push({ from, start: from, end, number: undefined });
    last = place;
  }
  return labelled(passage, heads, patterns);
}

const SENTENCE_END = /[.;,]$/u;

/** What each row is about: its label, its place and what stands between it and the next. */
function labelled(passage: Passage, heads: readonly Head[], patterns: Patterns): Label[] {
  const words = heads.map(({ start, end }, index) => ({
    label: passage.text.slice(start, end),
    value: passage.text.slice(end + 1, heads[index + 1]?.from ?? passage.text.length),
  }));
  const topics = topicsOfRows(words, patterns.rowSigns);
  return heads.map((head, index): Label => {
    const topic = topics[index];
    return { ...head, ...(topic === undefined ? {} : { topic }) };
  });
}

const blocksOf = ({ passage, breaks }: Flow): { readonly from: number; readonly end: number }[] =>
  [...breaks.map(({ at }) => at), passage.text.length].map((end, index) => ({
    from: index === 0 ? 0 : (breaks[index - 1]?.at ?? 0) + 1,
    end,
  }));

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

/** The first occurrence of each label, in the order of the text, each with its row number where one is printed. */
function labelsIn(
  text: string,
  labels: readonly { readonly label: RegExp; readonly topic?: RowTopic }[],
): Label[] {
  const found: { start: number; end: number; topic?: RowTopic; key: unknown }[] = [];
  for (const { label, topic } of labels) {
    const match = label.exec(text);
    if (match === null) continue;
    const own = {
      start: match.index,
      end: match.index + match[0].length,
      ...(topic === undefined ? {} : { topic }),
    };
    found.push({ ...own, key: topic ?? label });
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Label[] = [];
  const keys = new Set<unknown>();
  for (const { key, ...label } of found) {
    const last = kept.at(-1);
    if (keys.has(key) || (last !== undefined && label.start < last.end)) continue;
    keys.add(key);
    const before = text.slice(last?.end ?? 0, label.start);
    const number = NUMBER_BEFORE.exec(before);
    const fits = number !== null && (last?.number === undefined || Number(number[1]) > Number(last.number));
    kept.push({
      ...label,
      number: fits ? number[1] : undefined,
      from: fits ? label.start - (before.length - number.index) : label.start,
    });
  }
  return kept;
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
