import type { Passage } from "../model/passage.ts";
import type { RowTopic } from "../language/structure-words.ts";
import type { Patterns } from "./patterns.ts";
import { placeOfTopic, topicOfLabel, topicsOfRows } from "./row-topics.ts";

/** A number that stands before a label; it may have a line of its own. */
const NUMBER_BEFORE = /(?:^|[ \n])(\d{1,2})\.?[ \n]*$/u;

/** The text of all cells, and where one block of it ends and the next begins. */
export interface Flow {
  readonly passage: Passage;
  /** Offsets of the line breaks between blocks; soft where a page ends between them. */
  readonly breaks: readonly { readonly at: number; readonly soft: boolean }[];
}

export interface Label {
  readonly start: number;
  readonly end: number;
  readonly topic?: RowTopic;
  /** Where the row begins: at its number, or at its label. */
  readonly from: number;
  readonly number: string | undefined;
}

/** A block that begins with the number of a row: with a point, or before a capital letter. */
const NUMBERED = /^(\d{1,2})(?:\. ?(?=[\p{L}"«])|[ \n](?=["«]?\p{Lu}))/u;
/** Letters at most of a row's label. */
const LONGEST_LABEL = 400;

/**
 * Rows told by their numbers, which go up by one from block to block, where the file keeps each label in a block of its own;
 * what they are about is told by likeness, as that of rows in cells that the file shows. A number that is misprinted counts
 * where the label behind it is told by its words alone.
 */
export function numberedRows(flow: Flow, patterns: Patterns): Label[] {
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
export function rowsInOrder(flow: Flow, patterns: Patterns): Label[] {
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

/** The first occurrence of each label, in the order of the text, each with its row number where one is printed. */
export function labelsIn(
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
