import { levelledSmall } from "../model/level.ts";
import type { RowTopic } from "../language/structure-words.ts";

/** The signs of one topic: beginnings of words with their weights, and what its cells hold. */
export interface TopicSigns {
  readonly topic: RowTopic;
  readonly label: readonly (readonly [beginning: string, weight: number])[];
  readonly cell: RegExp | undefined;
}

/** A row as far as it is told by: words of its label and of its value. */
export interface RowWords {
  readonly label: string;
  readonly value: string;
}

/** Order in which the standard form of a requirement table has its rows; some tables have no row for the name. */
const STANDARD: readonly RowTopic[] = [
  "service-name",
  "provider",
  "channels",
  "term",
  "form",
  "result",
  "fee",
  "hours",
  "documents",
  "refusal",
  "other-requirements",
];

/** Letters at most of a label and of the beginning of a value that is looked at. */
const LONGEST_LABEL = 400;
const LOOKED_AT = 1500;
/** What a label has to come to, to tell a row by itself; less is a hint. */
const LEAST = 4;
/** How much a row's place among the others speaks for a topic, and how much what its cell holds. */
const PLACE = 2;
const CELL = 3;
/** What all signs together have to come to. */
const LEAST_ALL = 5;

/**
 * What the rows of a table are about. Each is told by likeness of its label to those of a topic, by its place among the
 * rows whose labels are plain, and by what its cell holds; what speaks strongest decides. A row that nothing fits has no
 * topic.
 */
export function topicsOfRows(
  rows: readonly RowWords[],
  signs: readonly TopicSigns[],
): readonly (RowTopic | undefined)[] {
  const scores = rows.map(({ label }) => labelScores(label, signs));
  const own = scores.map((score) => best(score, LEAST));
  const places = placeTopics(own);
  return rows.map(({ value }, index) => {
    const place = places[index];
    const total = new Map<RowTopic, number>();
    for (const { topic, cell } of signs) {
      const label = scores[index]?.get(topic) ?? 0;
      const held = cell?.test(value.slice(0, LOOKED_AT)) === true ? CELL : 0;
      const placed = topic === place ? PLACE : 0;
      // A topic has signs in each language: those of the language that the row is in speak for it.
      if (label + held > 0) total.set(topic, Math.max(total.get(topic) ?? 0, label + held + placed));
    }
    return best(total, LEAST_ALL) ?? own[index];
  });
}

/** Where the standard form has the row of a topic, from 0; -1 for one that it has not. */
export const placeOfTopic = (topic: RowTopic): number => STANDARD.indexOf(topic);

/** What a label tells its row to be about by its words alone. */
export const topicOfLabel = (label: string, signs: readonly TopicSigns[]): RowTopic | undefined =>
  best(labelScores(label, signs), LEAST);

/** What the cell of a row has signs of. */
export const cellTopics = (value: string, signs: readonly TopicSigns[]): readonly RowTopic[] =>
  signs.filter(({ cell }) => cell?.test(value.slice(0, LOOKED_AT)) === true).map(({ topic }) => topic);

/** What the standard form has at the place of each row, by what the plain labels of a table are about. */
export function placeTopics(labels: readonly (RowTopic | undefined)[]): readonly (RowTopic | undefined)[] {
  const shift = shiftOf(labels);
  return labels.map((_, index) => (shift === undefined ? undefined : STANDARD[index - shift]));
}

/** Labels recur, from row to row and from act to act, so what each speaks for is told once. */
const told = new WeakMap<readonly TopicSigns[], Map<string, ReadonlyMap<RowTopic, number>>>();
const MEMORY = 10_000;

/** How much the words of a label speak for each topic. */
function labelScores(label: string, signs: readonly TopicSigns[]): ReadonlyMap<RowTopic, number> {
  const memory = told.get(signs) ?? new Map<string, ReadonlyMap<RowTopic, number>>();
  told.set(signs, memory);
  const known = memory.get(label);
  if (known !== undefined) return known;
  const scores = scoresOf(label, signs);
  if (memory.size >= MEMORY) memory.clear();
  memory.set(label, scores);
  return scores;
}

function scoresOf(label: string, signs: readonly TopicSigns[]): ReadonlyMap<RowTopic, number> {
  const words = label.length > LONGEST_LABEL ? [] : (levelledSmall(label).match(/\p{L}+/gu) ?? []);
  const scores = new Map<RowTopic, number>();
  if (words.length === 0) return scores;
  for (const { topic, label: beginnings } of signs) {
    let score = 0;
    for (const [beginning, weight] of beginnings)
      if (words.some((word) => word.startsWith(beginning))) score += weight;
    if (score > 0) scores.set(topic, Math.max(scores.get(topic) ?? 0, score));
  }
  return scores;
}

/** The topic with the highest score, where that is high enough and no other has the same. */
function best(scores: ReadonlyMap<RowTopic, number>, least: number): RowTopic | undefined {
  let found: RowTopic | undefined;
  let most = least - 1;
  let tied = false;
  for (const [topic, score] of scores) {
    if (score > most) [found, most, tied] = [topic, score, false];
    else if (score === most) tied = true;
  }
  return tied ? undefined : found;
}

/** By how many rows the table is off the standard order, as most of its plainly labelled rows have it. */
function shiftOf(topics: readonly (RowTopic | undefined)[]): number | undefined {
  const counts = new Map<number, number>();
  for (const [index, topic] of topics.entries()) {
    const standard = topic === undefined ? -1 : STANDARD.indexOf(topic);
    if (standard >= 0) counts.set(index - standard, (counts.get(index - standard) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
